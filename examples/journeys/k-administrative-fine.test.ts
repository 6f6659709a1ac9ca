import { beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { account, openBank, today } from './kit/bank.ts';
import { fileApplication } from './kit/file-application.ts';
import { signedInAs } from './kit/front-door.ts';
import { mouse } from './kit/hand.ts';
import { createLook } from './kit/look.ts';
import { makeSupervisor } from './kit/make-supervisor.ts';
import { signInBy } from './kit/sign-in.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { formWords, wordsOf } from './kit/texts.ts';
import { fieldsOf } from './pages/fields.ts';

const folder = 'administrative-fine';
const offender = 'Lotte Verhulle';

const tries = 15;

/** Reads a page anew until what others do meanwhile is there, as people do. */
const untilThere = async (page: Page, wanted: Locator): Promise<void> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const isThere = await wanted
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
    if (isThere) return;
    await page.reload();
  }
  throw new Error(`Expected ${String(wanted)}, but it did not come`);
};

/** Nobody applies for a fine: the office opens it, in French, and whoever is fined reads Dutch. */
describe('journey k: an administrative fine', () => {
  const desk = givenStaffedDesk('k');
  const bank = openBank();

  beforeAll(async () => {
    const karim = await signedInAs(desk.webUrl(), 'Karim Haddad');
    await karim.put('/payee', { iban: account, name: 'Bruxelles Logement', revision: 0 });
    await makeSupervisor(karim, 'Wim Peeters');
  });

  type Clerk = Awaited<ReturnType<typeof desk.openDesk>>;

  const claim = async ({ page, say }: Clerk, reference: string): Promise<void> => {
    await page.goto(`${desk.webUrl()}/desk/?view=unassigned`);
    const named = new RegExp(reference);
    const task = page
      .getByRole('row', { name: named })
      .getByRole('link')
      .or(page.getByRole('link', { name: named }));
    await untilThere(page, task);
    await task.first().click();
    await page.getByRole('button', { name: say('claim.open'), exact: true }).click();
    await page.getByRole('button', { name: say('complete'), exact: true }).waitFor();
  };
  /** Completes the open task, and confirms it where it decides something. */
  const complete = async ({ page, say }: Clerk): Promise<void> => {
    const done = page.getByRole('button', { name: say('complete'), exact: true });
    await done.click();
    const confirm = page.getByRole('button', { name: say('complete.confirm'), exact: true });
    if (
      await confirm.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      )
    )
      await confirm.click();
    await done.waitFor({ state: 'detached' });
  };

  it('is opened by the office, answered on the portal, decided by somebody else than proposed it, and paid', async () => {
    // given somebody whom the administration knows by an earlier case
    const page = await desk.open('nl');
    const say = wordsOf('portal', 'nl');
    const look = createLook({ page, who: 'k-portal-nl' });
    const visit = (address: string) => page.goto(`${desk.webUrl()}/nl${address}`);
    await visit(`/sign-in?returnTo=${encodeURIComponent('/my/cases')}`);
    await signInBy(page, page.getByRole('button', { name: /Lotte / }));
    await fileApplication(page, desk.webUrl(), 'nl', { email: 'lotte@sandbox.example', letters: 'nl' });

    // when an agent opens a file about her after the report of an inspection
    const nadia = await desk.openDesk({ name: 'Nadia Lambert', locale: 'fr', address: 'cases' });
    const french = fieldsOf(nadia.page, mouse, 'fr');
    await nadia.page.getByRole('link', { name: nadia.say('opening.title') }).click();
    await french.text(nadia.say('opening.search'), 'Verhulle');
    await nadia.button(nadia.say('opening.search.do')).click();
    await nadia.page
      .getByRole('radio', { name: new RegExp(offender) })
      .first()
      .check();
    await nadia.page.getByLabel(nadia.say('filter.procedure')).selectOption(folder);
    await nadia.page.getByRole('radio', { name: new RegExp(nadia.say('contact.channel.exOfficio')) }).check();
    await nadia.look('opening');
    await nadia.button(nadia.say('opening.open')).click();
    const report = formWords('application', 'fr', folder);
    await french.text(report('reportNumber.label'), 'PV-2026-0988');
    await french.date(report('reportDate.label'), today());
    await french.text(report('inspector.label'), 'Odile Renkin');
    await french.date(report('factsDate.label'), today());
    await french.text(report('place.label'), 'rue de l’Exemple, 1030 Schaerbeek');
    await french.yesNo(report('inRegion.label'), 'yes');
    await french.text(report('facts.label'), 'Une personne travaillait sans permis unique.');
    const infringement = nadia.page.getByRole('textbox', { name: report('infringements.provision.label') });
    if ((await infringement.count()) === 0) await nadia.button(report('infringements.add')).click();
    await french.text(report('infringements.provision.label'), 'ordonnance du 9 juillet 2015, annexe 4');
    await french.text(report('infringements.level.label'), '1');
    await french.text(report('infringements.workers.label'), '1');
    await french.yesNo(report('alreadySanctioned.label'), 'no');
    await french.yesNo(report('abroad.label'), 'no');
    const address = nadia.page.getByRole('group', { name: report('address.label') });
    const part = wordsOf('renderer', 'fr');
    for (const [name, text] of [
      ['street', 'rue de l’Exemple'],
      ['number', '5'],
      ['postalCode', '1030'],
      ['municipality', 'Schaerbeek'],
    ] as const)
      await address.getByRole('textbox', { name: part(`address.${name}`), exact: true }).fill(text);
    await nadia.look('application');
    await nadia.button(nadia.say('office.submit')).click();
    await nadia.page.waitForURL(/\/desk\/cases\//);
    await nadia.page.getByRole('heading', { level: 2, name: nadia.say('file.timeline') }).waitFor();
    const shown = await nadia.page.locator('main').innerText();
    const reference = /BEE-AA-\d{4}-\d{6}-\d{2}/.exec(shown)?.[0] ?? '';
    expect(reference).not.toBe('');

    // then she reads it in Dutch, and defends herself where it is asked
    await visit('/my/cases');
    const file = page
      .getByRole('link')
      .filter({ has: page.getByText(reference) })
      .or(page.getByRole('listitem').filter({ hasText: reference }).getByRole('link'));
    await untilThere(page, file);
    await file.first().click();
    const answer = page.getByRole('link', { name: say('case.todo.answer'), exact: true });
    await untilThere(page, answer);
    await look('case');
    await answer.click();
    await page.getByRole('heading', { level: 1, name: say('answer.title') }).waitFor();
    await look('answer');
    await page.getByRole('textbox').first().fill('Hij had een gecombineerde vergunning; die is bijgevoegd.');
    await page
      .getByRole('button', { name: say('answer.send') })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('answer.send') })
      .click();
    await page.getByText(say('answer.sent')).first().waitFor();

    // when an agent reads it and proposes a fine, in the language of the file
    await claim(nadia, reference);
    await nadia.page.getByText('gecombineerde vergunning').first().waitFor();
    const analysis = formWords('analyse', 'fr', folder);
    for (const [question, reply] of [
      ['established', 'yes'],
      ['contested', 'no'],
      ['recidivism', 'no'],
      ['finedBefore', 'no'],
    ] as const)
      await french.yesNo(analysis(`${question}.label`), reply);
    await french.text(analysis('intendedAmount.label'), '400');
    await nadia.look('analyse');
    await complete(nadia);
    await claim(nadia, reference);
    const proposal = formWords('propose', 'fr', folder);
    await french.choice(proposal('outcome.label'), proposal('outcome.fine'));
    await french.text(proposal('amount.label'), '400');
    await french.text(proposal('suspendedAmount.label'), '0');
    await french.text(proposal('probationMonths.label'), '0');
    await french.text(proposal('motivation.label'), 'De vergunning gold niet voor deze werkgever.');
    await nadia.look('propose');
    await complete(nadia);

    // then she may not decide on it herself, and somebody else signs what the letter says
    await nadia.page.goto(`${desk.webUrl()}/desk/?view=unassigned`);
    expect(await nadia.page.getByRole('link', { name: new RegExp(reference) }).count()).toBe(0);
    const sofie = await desk.openDesk({ name: 'Sofie De Smet', locale: 'fr', address: '?view=unassigned' });
    await claim(sofie, reference);
    await sofie.page.getByText('U wordt een administratieve geldboete van 400,00').first().waitFor();
    const deciding = fieldsOf(sofie.page, mouse, 'fr');
    const decision = formWords('decide', 'fr', folder);
    await deciding.choice(decision('validation.label'), decision('validation.approve'));
    await deciding.date(decision('decidedOn.label'), today());
    await sofie.look('decide');
    await complete(sofie);

    // when she finds what she owes, and pays it
    const pay = wordsOf('payments', 'nl');
    await visit('/my/payments');
    const fine = page.getByRole('link', { name: /geldboete/i });
    await untilThere(page, fine);
    await look('payments');
    await fine.first().click();
    await page.getByText(pay('how.text')).waitFor();
    await look('payment');
    const text = await page.locator('main').innerText();
    const communication = /\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+/.exec(text)?.[0] ?? '';
    const claire = await signedInAs(desk.webUrl(), 'Claire Dubois');
    const content = bank([{ communication, cents: 40_000n, name: 'VERHULLE' }]);
    await claire.upload('/statements', { name: 'extrait.cod', content });

    // then nothing is owed any more
    await untilThere(page, page.getByText(pay('state.paid')));
    await look('paid');
  });
});
