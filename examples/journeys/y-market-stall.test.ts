import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { apply, folder, openApplicant, openCompany, openStall } from './flows/applicant-of-a-stall.ts';
import { acceptDuty, answerDuty, daysOfNeglect, readNeglected, seeNeglected } from './flows/duty-of-a-stall.ts';
import { sayPresented } from './flows/fate-of-a-letter.ts';
import { fileFourth, partCents, payFirstPart } from './flows/fee-in-parts.ts';
import { companies, complete, openTaskOf } from './flows/people-of-a-folder.ts';
import { decideSanction, hear, hearingDays, inspect, openSanction, planHearing } from './flows/sanction-of-a-stall.ts';
import { importStatement } from './flows/statement-of-a-bank.ts';
import { account, openBank, payersAccount, today } from './kit/bank.ts';
import { certificateCode, hasPoppler } from './kit/certificate-code.ts';
import { publishFolder, signedInAs } from './kit/front-door.ts';
import { mouse } from './kit/hand.ts';
import { createLook } from './kit/look.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { formWords, wordsOf } from './kit/texts.ts';
import { untilThere } from './kit/until-there.ts';
import { fieldsOf } from './pages/fields.ts';

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

  const transfer = (communication: string, cents: bigint, name: string) => bank([{ communication, cents, name }]);

  it('is filed for a company, paid by a statement, granted, and checked by anybody; what was too much goes back (fr)', async () => {
    // given a company that files and owes the fee
    const company = await openCompany(desk, 'fr');
    const communication = await apply(company);

    // when an accountant brings in a statement of the bank, by which it paid too much
    const money = wordsOf('money', 'fr');
    const payouts = wordsOf('payouts', 'fr');
    const claire = await desk.openDesk({ name: 'Claire Dubois', locale: 'fr', address: 'money/statements' });
    await importStatement(claire, 'fr', transfer(communication, 30_000n, 'BOULANGERIE DU PARVIS'));

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
    await openStall(company, () => look('rights'));
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
    const company = await openCompany(desk, 'nl');
    const communication = await apply(company);
    const joris = await signedInAs(desk.webUrl(), 'Joris ');
    await joris.upload('/statements', {
      name: 'uittreksel.cod',
      content: transfer(communication, 25_000n, 'FIETSATELIER'),
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
    await wim.page.goto(`${desk.webUrl()}/desk/cases?search=Dender`);
    await wim.page
      .getByRole('row', { name: /Dender/ })
      .getByRole('link')
      .click();
    await sayPresented(wim, 'nl');
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
    const { page, look } = company;
    await openStall(company, () => look('rights'));
    await page.getByRole('link', { name: /^BH-MS-\d{4}-\d{6}-\d{2}$/ }).click();
    await page.getByText(wordsOf('portal', 'nl')('case.decision.granted')).first().waitFor();
    await look('case');
    expect(page.url()).toContain('/nl/my/cases/');
  });

  it('is paid in parts by somebody who has the last place; the next one waits and reads why (fr and nl)', async () => {
    // given somebody who asked to pay in parts, which the office lets her do
    const ines = await openApplicant(desk, { name: 'Inès', locale: 'fr', address: '/my/cases' });
    const communication = await apply(ines, 'yes');

    // when an accountant brings in the file of the bank with the first of them
    const joris = await desk.openDesk({ name: 'Joris Claes', locale: 'nl', address: 'money' });
    await payFirstPart(ines, joris, transfer(communication, partCents, 'INES'));

    // then she has the last place, which a clerk grants
    const wim = await desk.openDesk({ name: 'Wim Peeters', locale: 'nl', address: '?view=unassigned' });
    await openTaskOf(wim.page, 'Inès', wim.say('claim.open'));
    const decide = formWords('decide', 'nl', folder);
    await fieldsOf(wim.page, mouse, 'nl').choice(decide('outcome.label'), decide('outcome.grant'));
    await complete(wim);
    await openStall(ines);

    // and who pays after her stands first in the line, as both sides see
    const fourth = await fileFourth(desk);
    await importStatement(joris, 'nl', transfer(fourth.communication, 25_000n, 'BRECHTJE'));
    const waiting = await openApplicant(desk, {
      name: 'Brechtje',
      locale: 'nl',
      address: `/my/cases/${fourth.caseId}`,
    });
    await untilThere(waiting.page, waiting.page.getByText(waiting.say('place.waiting', { position: '1' })));
    await waiting.look('case-waiting');
    const quotas = wordsOf('quotas', 'fr');
    const nadia = await desk.openDesk({ name: 'Nadia Lambert', locale: 'fr', address: 'quotas/market-stall/flagey' });
    await nadia.page
      .getByRole('region', { name: quotas('line') })
      .getByText('Brechtje')
      .waitFor();
    await nadia.page
      .getByText(quotas('after.of', { taken: '3', waiting: '1', ceiling: '3' }))
      .first()
      .waitFor();
    await nadia.look('quota');
    expect(
      await nadia.page
        .getByRole('region', { name: quotas('line') })
        .getByRole('row')
        .count(),
    ).toBe(2);
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
    const { page, visit, look } = await openCompany(desk, 'nl');
    await visit('/my/rights');
    await page.getByRole('listitem').filter({ hasText: /MST-/ }).getByRole('link').click();
    await page.getByText(wordsOf('rights', 'nl')('act.suspended')).waitFor();
    await look('right-suspended');
    await page.goto(page.url().replace('/nl/', '/fr/'));
    await page.getByText(wordsOf('rights', 'fr')('act.suspended')).waitFor();
    await createLook({ page, who: 'y-portal-fr' })('right-suspended');
    expect(page.url()).toContain('/fr/my/rights/');
  });

  it('has to be insured every year: who says so is done, who does not is told and visited (fr and nl)', async () => {
    // given a holder who is asked who insures the stall, and says so
    const company = await openCompany(desk, 'fr');
    await answerDuty(company);

    // when a clerk accepts it, and somebody else says nothing for a year and a half
    const wim = await desk.openDesk({ name: 'Wim Peeters', locale: 'nl', address: 'obligations' });
    await acceptDuty(wim, company);
    await desk.comeBack(hearingDays + daysOfNeglect);

    // then the office sees it with every step that it brought, and who is to look at the stall
    const sofie = await desk.openDesk({ name: 'Sofie De Smet', locale: 'nl', address: 'obligations?list=overdue' });
    await seeNeglected(sofie, /Inès/);
    const nadia = await desk.openDesk({ name: 'Nadia Lambert', locale: 'fr', address: 'inspections' });
    await untilThere(nadia.page, nadia.page.getByRole('row', { name: /BH-MX-/ }));

    // and the holder reads it, and that the plan of the fee fell with the part that did not come
    const ines = await openApplicant(desk, { name: 'Inès', locale: 'fr', address: '/my/payments' });
    await ines.page.getByText(ines.pay('state.overdue'), { exact: true }).waitFor();
    await ines.page.getByRole('link', { name: /marché/ }).click();
    await ines.page.getByText(ines.pay('plan.fallen').split('{day}')[0] ?? '').waitFor();
    await ines.look('plan-fallen');
    await readNeglected(ines);
    expect(ines.page.url()).toContain('/nl/my/rights/');
  });
});
