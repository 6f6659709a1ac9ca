import { describe, expect, it } from 'vitest';
import { fieldsOf } from './pages/fields.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { keyboardOf } from './kit/hand.ts';
import { formWords } from './kit/texts.ts';

const agents = { fr: 'Nadia Lambert', nl: 'Wim Peeters' } as const;
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 1)]);

/** Story 11 and trap 13: paper always remains. */
describe('journey t: somebody brings a form on paper to the counter', () => {
  const desk = givenStaffedDesk('t');

  it.each(['fr', 'nl'] as const)(
    'lets a clerk open the case, attach the scan and find it again (%s)',
    async (locale) => {
      const { page, say, look, button } = await desk.openDesk({ name: agents[locale], locale, address: 'cases' });
      const hand = keyboardOf(page);
      const fields = fieldsOf(page, hand, locale);
      await page.getByRole('heading', { level: 1, name: say('nav.cases') }).waitFor();

      // given somebody whom nobody knows
      await hand.press(page.getByRole('link', { name: say('opening.title') }));
      await page.getByRole('heading', { level: 1, name: say('opening.title') }).waitFor();
      await look('opening');
      await fields.text(say('opening.search'), 'Nobody At All');
      await hand.press(button(say('opening.search.do')));
      await page.getByText(say('opening.search.none')).waitFor();
      await hand.press(button(say('opening.open')));
      await page.getByRole('alert').waitFor();
      await look('opening-missing');

      // when they are noted and the form is opened
      await fields.text(say('contact.firstName'), 'Noor');
      await fields.text(say('contact.lastName'), 'Verlinden');
      await page.getByLabel(say('filter.procedure')).selectOption('rent-allowance');
      await hand.press(button(say('opening.open')));
      await page.getByRole('heading', { level: 1, name: say('office.title', { name: 'Noor Verlinden' }) }).waitFor();

      // then the scan of the paper goes along, and what was said is not typed again
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'formulier.pdf', mimeType: 'application/pdf', buffer: pdf });
      await page.getByRole('button', { name: /formulier\.pdf/ }).waitFor();
      const form = formWords('application', locale);
      expect(await page.getByLabel(form('applicant.lastName.label'), { exact: false }).first().inputValue()).toBe(
        'Verlinden',
      );
      await look('application');

      // and it is still there when the page is loaded again
      await page.reload();
      await page.getByRole('button', { name: /formulier\.pdf/ }).waitFor();
    },
  );
});
