import { describe, expect, it } from 'vitest';
import { fieldsOf } from './pages/fields.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { keyboardOf } from './kit/hand.ts';
import { createLook } from './kit/look.ts';
import { formWords, wordsOf } from './kit/texts.ts';

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

  it.each(['fr', 'nl'] as const)(
    'lets somebody book an hour at the counter by keyboard, and a clerk receive callers there (%s)',
    async (locale) => {
      // given somebody on the page of the procedure
      const page = await desk.open(locale);
      const words = wordsOf('appointments', locale);
      const look = createLook({ page, who: `t-portal-${locale}` });
      const hand = keyboardOf(page);
      const button = (text: string) => page.getByRole('button', { name: text, exact: true });
      const address = `/procedures/rent-allowance/appointment`;
      await page.goto(
        `${desk.webUrl()}/${locale}/sign-in?returnTo=${encodeURIComponent('/procedures/rent-allowance')}`,
      );
      await page.getByRole('button', { name: locale === 'fr' ? /Inès / : /Lotte / }).click();
      await page.getByRole('link', { name: words('book') }).click();
      await page.waitForURL(`**${address}`);
      await page.getByRole('radio').first().waitFor();
      await look('book');

      // when they forget the hour, and then choose one
      await hand.press(button(words('book.go')));
      await page.getByRole('alert').waitFor();
      await look('book-missing');
      await hand.choose(page.locator('input[name=hour]').nth(1));
      await hand.press(button(words('book.go')));

      // then it is theirs, can be put into a calendar, moved and given back
      await page.getByRole('heading', { level: 1, name: words('mine') }).waitFor();
      await page.getByRole('link', { name: new RegExp(words('calendar')) }).waitFor();
      await look('mine');
      await hand.press(page.getByRole('link', { name: new RegExp(words('move')) }));
      await hand.choose(page.locator('input[name=hour]').nth(2));
      await look('move');
      await hand.press(button(words('move.go')));
      await page.getByRole('heading', { level: 1, name: words('mine') }).waitFor();
      await hand.press(page.getByRole('button', { name: new RegExp(words('cancel')) }));
      await page.getByRole('dialog').waitFor();
      await look('cancel');
      await hand.press(button(words('cancel.go')));
      await page.getByText(words('state.canceled')).first().waitFor();
      await look('canceled');
      expect(await page.getByRole('link', { name: new RegExp(words('calendar')) }).count()).toBe(0);
    },
  );

  it.each(['fr', 'nl'] as const)('lets a clerk book for a caller and see who comes (%s)', async (locale) => {
    const { page, look, button } = await desk.openDesk({ name: agents[locale], locale, address: 'counters' });
    const words = wordsOf('counters', locale);
    const hand = keyboardOf(page);
    const fields = fieldsOf(page, hand, locale);
    await page.getByRole('heading', { level: 1, name: words('counters') }).waitFor();
    await page.getByRole('table').waitFor();
    await look('counters');

    // when somebody calls
    await hand.press(page.getByRole('link', { name: words('book') }));
    await page.locator('input[name=hour]').first().waitFor();
    await hand.press(button(words('book.go')));
    await look('counter-booking-missing');
    await fields.text(words('person'), `Noor Verlinden ${locale}`);
    await page.getByLabel(words('what')).selectOption('rent-allowance');
    await hand.choose(page.locator('input[name=hour]').first());
    await look('counter-booking');
    await hand.press(button(words('book.go')));

    // then they are in the agenda of that day
    const rowButton = (text: string) => new RegExp(`^${text}.*Noor Verlinden ${locale}`);
    await page.getByText(`Noor Verlinden ${locale}`).first().waitFor();
    await look('counter-agenda');
    await hand.press(page.getByRole('button', { name: rowButton(words('details')) }));
    await page.getByRole('dialog').getByText(words('phone.none')).waitFor();
    await look('counter-details');
    await page.keyboard.press('Escape');
    await hand.press(page.getByRole('button', { name: rowButton(words('move')) }));
    await page.locator('dialog input[name=hour]').first().waitFor();
    await look('counter-move');
    await page.keyboard.press('Escape');
    await hand.press(page.getByRole('button', { name: rowButton(words('cancel')) }));
    await fields.text(words('cancel.reason'), 'Panne');
    await hand.press(button(words('cancel.go')));
    await page.getByText(words('cancel.done')).waitFor();
    expect(await page.getByRole('button', { name: rowButton(words('cancel')) }).count()).toBe(0);
  });

  it.each(['fr', 'nl'] as const)('lets a supervisor set a counter (%s)', async (locale) => {
    const { page, look, button } = await desk.openDesk({ name: 'Sofie De Smet', locale, address: 'counters' });
    const words = wordsOf('counters', locale);
    const hand = keyboardOf(page);
    await page.getByRole('table').waitFor();
    await page
      .getByRole('link', { name: /Guichet Logement|Loket Huisvesting/ })
      .last()
      .click();
    await page.getByRole('heading', { level: 2, name: words('hours') }).waitFor();
    await page.getByLabel(words('weekday.1')).fill('9-12');
    await hand.press(button(words('save')));
    await page.getByText(words('hours.wrong')).waitFor();
    await look('counter-settings');
    await page.getByLabel(words('weekday.1')).fill('9:00-12:00, 13:30-16:00');
    await hand.press(button(words('save')));
    await page.getByText(words('saved')).waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk/counters');
  });
});
