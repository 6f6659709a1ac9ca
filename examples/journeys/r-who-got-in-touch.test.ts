import { describe, expect, it } from 'vitest';
import { fieldsOf } from './pages/fields.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { keyboardOf } from './kit/hand.ts';
import { formWords } from './kit/texts.ts';

const agents = { fr: 'Nadia Lambert', nl: 'Wim Peeters' } as const;

describe('journey r: somebody calls, and a case comes of it', () => {
  const desk = givenStaffedDesk('r');

  it.each(['fr', 'nl'] as const)(
    'lets a clerk note a call and open a case of it by keyboard alone (%s)',
    async (locale) => {
      const { page, say, look, button } = await desk.openDesk({ name: agents[locale], locale, address: 'contacts' });
      const hand = keyboardOf(page);
      const fields = fieldsOf(page, hand, locale);
      await page.getByRole('heading', { level: 1, name: say('nav.contacts') }).waitFor();
      await look('contacts-empty');

      // given a call of somebody whom nobody knows, first noted without their name
      await hand.press(page.getByRole('link', { name: say('contact.new') }));
      await page.getByRole('heading', { level: 1, name: say('contact.new') }).waitFor();
      await look('contact-new');
      await hand.press(button(say('contact.record')));
      await page.getByRole('alert').waitFor();
      await look('contact-missing');
      await fields.text(say('contact.firstName'), 'Noor');
      await fields.text(say('contact.lastName'), 'Verlinden');
      await fields.text(say('contact.phone'), '02 204 00 00');
      await fields.text(say('contact.email'), 'noor@example.org');
      await fields.text(say('contact.subject'), 'Huurtoelage');
      await fields.text(say('contact.said'), 'Verhuist in januari.');
      await hand.press(button(say('contact.record')));

      // then it has a page, and the list shows it
      await page.getByRole('heading', { level: 1, name: 'Huurtoelage' }).waitFor();
      await look('contact');

      // when a case is opened of it
      await page.getByLabel(say('filter.procedure')).selectOption('rent-allowance');
      await hand.press(button(say('contact.case.open')));

      // then what was noted is not asked again
      await page.getByRole('heading', { level: 1, name: say('office.title', { name: 'Noor Verlinden' }) }).waitFor();
      const form = formWords('application', locale);
      const written = (label: string) => page.getByLabel(form(label), { exact: false }).first().inputValue();
      expect(await written('applicant.firstName.label')).toBe('Noor');
      expect(await written('applicant.lastName.label')).toBe('Verlinden');
      expect(await written('applicant.phone.label')).toBe('02 204 00 00');
      expect(await written('applicant.email.label')).toBe('noor@example.org');
      await look('application');
      await hand.press(button(say('office.submit')));
      await page.getByRole('alert').first().waitFor();
      await look('application-missing');
      // and what was begun is still there for a colleague
      await page.goto(`${desk.webUrl()}/desk/contacts?search=verlinden`);
      await page.getByRole('heading', { level: 1, name: say('nav.contacts') }).waitFor();
      await look('contacts');
      await hand.press(page.getByRole('link', { name: 'Noor Verlinden' }).first());
      await page.getByRole('heading', { level: 1, name: 'Huurtoelage' }).waitFor();
    },
  );
});
