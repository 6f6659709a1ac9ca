import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideSanction, hear, hearingDays, inspect, openSanction, planHearing } from './flows/sanction-of-a-stall.ts';
import { account, openBank, payersAccount, today } from './kit/bank.ts';
import { certificateCode, hasPoppler } from './kit/certificate-code.ts';
import { publishFolder, signedInAs } from './kit/front-door.ts';
import { mouse } from './kit/hand.ts';
import { createLook } from './kit/look.ts';
import { signInBy } from './kit/sign-in.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { formWords, wordsOf, type JourneyLocale } from './kit/texts.ts';
import { fieldsOf } from './pages/fields.ts';

const folder = 'journeys/market-stall';
const companies = { fr: 'Boulangerie du Parvis SRL', nl: 'Fietsatelier De Dender BV', en: '' } as const;

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

/** A procedure that is nothing but a folder, and everybody who has to do with it. */
describe('journey y: a stall on a market', () => {
  const desk = givenStaffedDesk('y');
  const bank = openBank();

  beforeAll(async () => {
    const karim = await signedInAs(desk.webUrl(), 'Karim Haddad');
    for (const published of ['market-stall', 'market-sanction'])
      await publishFolder(karim, path.resolve(import.meta.dirname, published));
    await karim.put('/payee', { iban: account, name: 'Bruxelles Logement', revision: 0 });
    await karim.put('/payer', { iban: account, name: 'Bruxelles Logement', revision: 0 });
  });

  /** Somebody at the portal who acts for their company. */
  const openCompany = async (locale: JourneyLocale) => {
    const page = await desk.open(locale);
    const say = wordsOf('portal', locale);
    const visit = (address: string) => page.goto(`${desk.webUrl()}/${locale}${address}`);
    await visit(`/sign-in?returnTo=${encodeURIComponent('/my/mandates')}`);
    await signInBy(page, page.getByRole('button', { name: /Marc / }));
    await page.getByRole('button', { name: `${say('acting.choose')} (${companies[locale]})` }).click();
    await page.getByRole('status').filter({ hasText: companies[locale] }).waitFor();
    return {
      page,
      say,
      visit,
      look: createLook({ page, who: `y-portal-${locale}` }),
      pay: wordsOf('payments', locale),
    };
  };
  type Company = Awaited<ReturnType<typeof openCompany>>;

  /** Files by hand, and answers the communication of the fee. */
  const apply = async ({ page, visit, look, say, pay }: Company, locale: JourneyLocale): Promise<string> => {
    const fields = fieldsOf(page, mouse, locale);
    const form = formWords('application', locale, folder);
    const wizard = wordsOf('renderer', locale);
    await visit('/procedures/market-stall/application');
    await page.waitForURL(/\/applications\//);
    await fields.choice(form('market.label'), form('market.flagey'));
    await fields.text(form('trade.label'), 'Au Bon Pain');
    await fields.tick(form('goods.food'));
    await fields.yesNo(form('inParts.label'), 'no');
    await fields.text(form('email.label'), 'marc@sandbox.example');
    await fields.choice(form('language.label'), form(`language.${locale}`));
    await look('apply');
    await page.getByRole('button', { name: wizard('wizard.review'), exact: true }).click();
    await page.getByRole('heading', { name: wizard('review.title') }).waitFor();
    await page.getByRole('button', { name: wizard('wizard.submit'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say('receipt.title') }).waitFor();
    await visit('/my/payments');
    const fee = page.getByRole('link', { name: /marché|markt/ });
    await untilThere(page, fee);
    await look('payments');
    await fee.click();
    await page.getByText(pay('how.text')).waitFor();
    await look('payment');
    const text = await page.locator('main').innerText();
    return /\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+/.exec(text)?.[0] ?? '';
  };

  const file = (text: string) => ({ name: 'extrait.cod', mimeType: 'text/plain', buffer: Buffer.from(text) });
  const openTaskOf = async (page: Page, name: string, claim: string): Promise<void> => {
    const named = new RegExp(name);
    const task = page
      .getByRole('row', { name: named })
      .getByRole('link')
      .or(page.getByRole('link', { name: named }));
    await untilThere(page, task);
    await task.first().click();
    await page.getByRole('button', { name: claim, exact: true }).click();
  };
  /** Completes the open task, and confirms it where it decides something. */
  const complete = async ({ page, say }: Pick<Company, 'page' | 'say'>): Promise<void> => {
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

  it('is filed for a company, paid by a statement, granted, and checked by anybody; what was too much goes back (fr)', async () => {
    // given a company that files and owes the fee
    const company = await openCompany('fr');
    const communication = await apply(company, 'fr');

    // when an accountant brings in a statement of the bank, by which it paid too much
    const money = wordsOf('money', 'fr');
    const payouts = wordsOf('payouts', 'fr');
    const claire = await desk.openDesk({ name: 'Claire Dubois', locale: 'fr', address: 'money/statements' });
    await claire.button(money('import')).click();
    const importing = claire.page.getByRole('dialog');
    await importing
      .locator('input[type=file]')
      .setInputFiles(file(bank([{ communication, cents: 30_000n, name: 'BOULANGERIE DU PARVIS' }])));
    await importing.getByRole('button', { name: money('import'), exact: true }).click();
    await claire.page.getByRole('table').getByText(money('movement.matched')).first().waitFor();
    await claire.look('statement');

    // and a clerk grants it
    const nadia = await desk.openDesk({ name: 'Nadia Lambert', locale: 'fr', address: '?view=unassigned' });
    await openTaskOf(nadia.page, companies.fr, nadia.say('claim.open'));
    const decide = formWords('decide', 'fr', folder);
    await fieldsOf(nadia.page, mouse, 'fr').choice(decide('outcome.label'), decide('outcome.grant'));
    await nadia.look('task-decide');
    await complete(nadia);

    // then the company holds the right, with a certificate that says nothing of it to whoever checks it
    const { page, visit, look } = company;
    const rights = wordsOf('rights', 'fr');
    await visit('/my/rights');
    const right = page.getByRole('listitem').filter({ hasText: /MST-/ }).getByRole('link');
    await untilThere(page, right);
    await look('rights');
    await right.click();
    const certificate = page.getByRole('link', { name: rights('certificate.open') });
    await certificate.waitFor();
    await look('right');
    const pdf = await page.request.get(new URL((await certificate.getAttribute('href')) ?? '', page.url()).href);
    const stranger = await desk.open('nl');
    await stranger.goto(`${desk.webUrl()}/nl/check${hasPoppler ? `#${certificateCode(await pdf.body())}` : ''}`);
    await stranger
      .getByText(wordsOf('rights', 'nl')(hasPoppler ? 'check.valid' : 'check.code'))
      .first()
      .waitFor();
    expect(await stranger.getByText('Parvis').count()).toBe(0);
    await createLook({ page: stranger, who: 'y-portal-nl' })('check');

    // when the accountant gives back what was too much, and gathers it
    await claire.page.goto(`${desk.webUrl()}/desk/money`);
    await claire.page.getByLabel(money('filter.state')).selectOption({ label: money('filter.refund') });
    await claire.page.getByRole('link', { name: /marché/ }).click();
    await claire.button(payouts('refund.order')).click();
    const refund = claire.page.getByRole('dialog');
    await refund.getByLabel(payouts('iban')).fill(payersAccount);
    await claire.look('refund');
    await refund.getByRole('button', { name: payouts('refund.order'), exact: true }).click();
    await refund.waitFor({ state: 'detached' });
    await claire.look('receivable');
    await claire.page.goto(`${desk.webUrl()}/desk/money/payouts`);
    await claire.button(payouts('gather')).click();
    await claire.page
      .getByRole('dialog')
      .getByText(payouts('gather.preview.one', { amount: '50,00\u00a0€' }))
      .waitFor();
    await claire.look('gather');
    await claire.page
      .getByRole('dialog')
      .getByRole('button', { name: payouts('gather'), exact: true })
      .click();
    await claire.page.getByText(payouts('own')).waitFor();
    await claire.look('batch-own');

    // then a second one releases it, and has the file for the bank
    const second = wordsOf('payouts', 'nl');
    const joris = await desk.openDesk({ name: 'Joris Claes', locale: 'nl', address: 'money/batches' });
    await joris.page.getByRole('table').getByRole('link').first().click();
    await joris.button(second('release')).click();
    await joris.look('batch-release');
    await joris.page
      .getByRole('dialog')
      .getByRole('button', { name: second('release'), exact: true })
      .click();
    const download = joris.page.waitForEvent('download');
    await joris.page.getByRole('link', { name: second('download') }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xml$/);
    await joris.look('batch-released');

    // and the page of the company at the desk has its case, its right and its money
    await nadia.page.goto(`${desk.webUrl()}/desk/parties?search=Parvis`);
    await nadia.page.getByRole('link', { name: companies.fr }).click();
    const owed = nadia.page.getByRole('region', { name: nadia.say('file.payments') });
    await owed.getByText(communication).waitFor();
    await owed.getByText(payouts('state.released')).waitFor();
    await nadia.look('party');

    // when she prepares a campaign for whose stall is about to end
    const writing = wordsOf('campaigns', 'fr');
    await nadia.page.goto(`${desk.webUrl()}/desk/campaigns`);
    await nadia.page.getByText(writing('empty.text')).waitFor();
    await nadia.look('campaigns-none');
    await nadia.page.getByRole('link', { name: writing('new') }).click();
    await nadia.button(writing('save')).click();
    await nadia.page.getByRole('alert').waitFor();
    await nadia.look('campaign-missing');
    const { page: typing } = nadia;
    await typing.locator('#campaign-selection').selectOption('market-stall/stall');
    await typing.locator('#campaign-field').selectOption('market');
    await typing.locator('#campaign-field-is').selectOption('Flagey');
    await typing.locator('#campaign-letter').selectOption('renewal');
    await typing.locator('#campaign-name').fill('Renouvellements Flagey');
    for (const [part, french, dutch] of [
      ['title', 'Renouvelez votre emplacement de marché', 'Vernieuw uw marktplaats'],
      ['purpose', 'Votre emplacement place Flagey prend fin.', 'Uw plaats op het Flageyplein loopt af.'],
      ['legalBasis', 'Règlement des marchés, article 4', 'Marktreglement, artikel 4'],
    ] as const) {
      await typing.locator(`#campaign-${part}-fr`).fill(french);
      await typing.locator(`#campaign-${part}-nl`).fill(dutch);
    }
    const [thisYear] = today().split('-');
    for (const [part, value] of [
      ['day', '31'],
      ['month', '12'],
      ['year', `${Number(thisYear) + 1}`],
    ] as const)
      await typing
        .getByRole('group', { name: new RegExp(`^${writing('endsOn')}`) })
        .getByRole('textbox', { name: wordsOf('ui', 'fr')(`date.${part}`) })
        .fill(value);
    await typing.locator('#campaign-office-hours').uncheck();
    await typing.getByText(writing('found.letters.one', { count: '1' })).waitFor();
    await nadia.look('campaign-editor');
    await nadia.button(writing('save')).click();
    await nadia.button(writing('act.proposal')).click();
    await typing
      .getByRole('dialog')
      .getByRole('button', { name: writing('act.proposal'), exact: true })
      .click();
    await typing.getByText(writing('proposed.other')).waitFor();
    await nadia.look('campaign-proposed');

    // and somebody else starts it
    const starting = wordsOf('campaigns', 'nl');
    const sofie = await desk.openDesk({ name: 'Sofie De Smet', locale: 'nl', address: 'campaigns' });
    await sofie.page.getByRole('link', { name: 'Renouvellements Flagey' }).waitFor();
    await sofie.look('campaigns');
    await sofie.page.getByRole('link', { name: 'Renouvellements Flagey' }).click();
    await sofie.button(starting('act.start')).click();
    await sofie.look('campaign-start');
    await sofie.page
      .getByRole('dialog')
      .getByRole('button', { name: starting('act.start'), exact: true })
      .click();
    await untilThere(sofie.page, sofie.page.getByText(starting('progress.one', { count: '1', all: '1' })));
    await sofie.look('campaign-running');

    // then the company finds the invitation among what it has to do, and answers with a form that is filled in
    const invited = wordsOf('invitations', 'fr');
    await visit('/my/cases');
    await untilThere(page, page.getByRole('button', { name: company.say('invitation.now') }));
    await look('invited');
    await page.goto(`${desk.webUrl()}/nl/my/invitations`);
    await page.getByRole('region', { name: 'Vernieuw uw marktplaats' }).waitFor();
    await createLook({ page, who: 'y-portal-nl' })('invitations');
    await visit('/my/invitations');
    await page.getByRole('region', { name: invited('choices') }).waitFor();
    await look('invitations');
    await page.getByRole('button', { name: company.say('invitation.now') }).click();
    await page.waitForURL(/\/applications\//);
    const form = formWords('application', 'fr', folder);
    expect(await page.getByRole('radio', { name: form('market.flagey') }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: form('trade.label') }).inputValue()).toBe('Au Bon Pain');
    await look('invited-form');
  });

  it('is refused, and granted to whoever appeals by somebody who had not refused it (nl)', async () => {
    // given a company whose application was refused
    const company = await openCompany('nl');
    const communication = await apply(company, 'nl');
    const joris = await signedInAs(desk.webUrl(), 'Joris ');
    await joris.upload('/statements', {
      name: 'uittreksel.cod',
      content: bank([{ communication, cents: 25_000n, name: 'FIETSATELIER' }]),
    });
    const wim = await desk.openDesk({ name: 'Wim Peeters', locale: 'nl', address: '?view=unassigned' });
    await openTaskOf(wim.page, companies.nl, wim.say('claim.open'));
    const decide = formWords('decide', 'nl', folder);
    const fields = fieldsOf(wim.page, mouse, 'nl');
    await fields.choice(decide('outcome.label'), decide('outcome.refuse'));
    await fields.tick(decide('ground.G2'));
    await fields.text(decide('motivation.label'), 'De kraam is te groot.');
    await complete(wim);

    // when the letter was presented, and an appeal comes on paper
    const notices = wordsOf('notices', 'nl');
    await wim.page.goto(`${desk.webUrl()}/desk/cases?search=Dender`);
    await wim.page
      .getByRole('row', { name: /Dender/ })
      .getByRole('link')
      .click();
    const letters = wim.page.getByRole('region', { name: wim.say('file.notices') });
    await untilThere(wim.page, letters);
    await letters.getByRole('button', { name: new RegExp(`^${notices('say')}`) }).click();
    const fate = wim.page.getByRole('dialog');
    await fate.getByRole('combobox').selectOption('registered/presented');
    await fate.getByRole('textbox').last().fill('Ontvangstbewijs');
    await wim.look('fate');
    await fate.getByRole('button', { name: notices('say'), exact: true }).click();
    await fate.waitFor({ state: 'detached' });
    await wim.button(wim.say('appeal.open')).click();
    const [year, month, day] = today().split('-');
    for (const [part, value] of [
      ['day', day],
      ['month', month],
      ['year', year],
    ] as const)
      await wim.page
        .getByRole('group', { name: wim.say('appeal.day') })
        .getByRole('textbox', { name: wordsOf('ui', 'nl')(`date.${part}`) })
        .fill(value ?? '');
    await wim.page.getByRole('textbox', { name: wim.say('appeal.summary') }).fill('Hij past wel.');
    await wim.look('appeal');
    await wim.button(wim.say('appeal.record')).click();
    await wim.page.getByText(wim.say('appeal.done')).waitFor();

    // then somebody else decides on it, and the company has its stall
    const sofie = await desk.openDesk({ name: 'Sofie De Smet', locale: 'nl', address: '?view=unassigned' });
    await openTaskOf(sofie.page, companies.nl, sofie.say('claim.open'));
    const review = formWords('review-appeal', 'nl', folder);
    await sofie.page.getByText('Hij past wel.').first().waitFor();
    await fieldsOf(sofie.page, mouse, 'nl').choice(review('outcome.label'), review('outcome.founded'));
    await fieldsOf(sofie.page, mouse, 'nl').text(review('motivation.label'), 'De kraam past.');
    await sofie.look('task-appeal');
    await complete(sofie);
    const { page, visit, look } = company;
    await visit('/my/rights');
    const right = page.getByRole('listitem').filter({ hasText: /MST-/ }).getByRole('link');
    await untilThere(page, right);
    await look('rights');
    await right.click();
    await page.getByRole('link', { name: /^BH-MS-\d{4}-\d{6}-\d{2}$/ }).click();
    await page.getByText(wordsOf('portal', 'nl')('case.decision.granted')).first().waitFor();
    await look('case');
    expect(page.url()).toContain('/nl/my/cases/');
  });

  it('is suspended by somebody who neither inspected nor heard, as its holder reads (fr and nl)', async () => {
    // given a case of the office about the stall, and somebody who looked at it and summons the holder
    const caseId = await openSanction(desk.webUrl(), 'Dender');
    const nadia = await desk.openDesk({ name: 'Nadia Lambert', locale: 'fr', address: 'inspections' });
    await untilThere(nadia.page, nadia.page.getByRole('table').getByRole('link'));
    await inspect(nadia);
    await nadia.page.goto(`${desk.webUrl()}/desk?view=unassigned`);
    await openTaskOf(nadia.page, companies.nl, nadia.say('claim.open'));
    await planHearing(nadia.page);
    await nadia.look('task-plan-hearing');
    await complete(nadia);

    // when the hearing was held, and somebody else decides on it
    await desk.comeBack(hearingDays);
    const leader = await desk.openDesk({ name: 'Nadia Lambert', locale: 'fr', address: `cases/${caseId}` });
    await hear(leader);
    const wim = await desk.openDesk({ name: 'Wim Peeters', locale: 'nl', address: '?view=unassigned' });
    await openTaskOf(wim.page, companies.nl, wim.say('claim.open'));
    await decideSanction(wim.page);
    await wim.look('task-sanction');
    await complete(wim);

    // then the file proves that who decided did nothing else, and has the letter
    await wim.page.goto(`${desk.webUrl()}/desk/cases/${caseId}`);
    await untilThere(wim.page, wim.page.getByRole('region', { name: wim.say('file.notices') }));
    await wim.page.getByText(wim.say('hands.apart')).waitFor();
    await wim.look('sanctioned');

    // and the holder reads that the stall is suspended, in both languages
    const { page, visit, look } = await openCompany('nl');
    await visit('/my/rights');
    await page.getByRole('listitem').filter({ hasText: /MST-/ }).getByRole('link').click();
    await page.getByText(wordsOf('rights', 'nl')('act.suspended')).waitFor();
    await look('right-suspended');
    await page.goto(page.url().replace('/nl/', '/fr/'));
    await page.getByText(wordsOf('rights', 'fr')('act.suspended')).waitFor();
    await createLook({ page, who: 'y-portal-fr' })('right-suspended');
    expect(page.url()).toContain('/fr/my/rights/');
  });
});
