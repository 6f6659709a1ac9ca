import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sayPresented } from './flows/fate-of-a-letter.ts';
import {
  companies,
  complete,
  openCaseOf,
  openCompany,
  openTaskOf,
  readPayment,
  type Applicant,
  type Clerk,
} from './flows/people-of-a-folder.ts';
import { importStatement } from './flows/statement-of-a-bank.ts';
import { account, openBank, today } from './kit/bank.ts';
import { signedInAs } from './kit/front-door.ts';
import { makeSupervisor } from './kit/make-supervisor.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { wordsOf } from './kit/texts.ts';
import { untilThere } from './kit/until-there.ts';
import { openForm } from './pages/folder-form.ts';

const folder = 'administrative-fine';
const locale = 'nl';
const dayIn = (days: number) =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** After this, nobody can appeal any more. */
const appealOver = 35;
/** The second part of the plan is due, and not yet so late that the plan falls. */
const partMissed = 100;
const yearLater = partMissed + 366;

describe('journey bb: a fine that is paid in parts', () => {
  const desk = givenStaffedDesk('bb');
  let now = 0;
  const bank = openBank(() => dayIn(now));
  const form = (page: Page, name: string) => openForm({ page, folder, form: name, locale });
  let reference = '';
  let communication = '';

  const comeBack = async (days: number) => {
    await desk.comeBack(days);
    now = days;
  };
  const openDesk = (name: string, address = '?view=unassigned') => desk.openDesk({ name, locale, address });
  const openTask = (clerk: Clerk) => openTaskOf(clerk.page, reference, clerk.say('claim.open'));
  const openCase = async ({ page }: Clerk) => {
    await page.goto(`${desk.webUrl()}/desk/cases?search=${reference}`);
    await page
      .getByRole('row', { name: new RegExp(reference) })
      .getByRole('link')
      .click();
  };
  /** The company answers what it was asked on the portal. */
  const answer = async ({ page, say, look }: Applicant, label: string, text: string, screen: string) => {
    const asked = page.getByRole('link', { name: say('case.todo.answer'), exact: true });
    await untilThere(page, asked);
    await look(`case-${screen}`);
    await asked.click();
    await page.getByRole('heading', { level: 1, name: say('answer.title') }).waitFor();
    await page
      .getByRole('region', { name: new RegExp(label) })
      .getByRole('textbox')
      .fill(text);
    await look(screen);
    await page
      .getByRole('button', { name: say('answer.send') })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('answer.send') })
      .click();
    await page.getByText(say('answer.sent')).first().waitFor();
  };

  beforeAll(async () => {
    const karim = await signedInAs(desk.webUrl(), 'Karim Haddad');
    await karim.put('/payee', { iban: account, name: 'Brussel Huisvesting', revision: 0 });
    await makeSupervisor(karim, 'Lien Maes');
  });

  it('is decided by somebody who neither analysed nor proposed, after the company defended itself (nl)', async () => {
    // given a report on paper, of which a clerk opens a case about a company
    const wim = await openDesk('Wim Peeters', 'cases');
    const { page, say, look } = wim;
    await page.getByRole('link', { name: say('opening.title') }).click();
    await page.getByRole('radio', { name: say('opening.kind.company') }).check();
    await page.getByRole('textbox', { name: say('opening.enterprise') }).fill('0401.234.659');
    await page.getByRole('textbox', { name: say('opening.company.name') }).fill(companies.nl);
    await page
      .getByRole('group', { name: say('opening.language.company') })
      .getByRole('radio', { name: 'Nederlands' })
      .check();
    await page.getByLabel(say('filter.procedure')).selectOption(folder);
    await page.getByRole('radio', { name: say('contact.channel.exOfficio') }).check();
    await look('opening');
    await page.getByRole('button', { name: say('opening.open'), exact: true }).click();
    await page.waitForURL(/\/applications\//);
    const report = form(page, 'application');
    await report.text('reportNumber', 'PV-2026-0417');
    await report.date('reportDate', dayIn(-3));
    await report.text('inspector', 'Odile Renkin');
    await report.date('factsDate', dayIn(-10));
    await report.text('place', 'Voorbeeldstraat 5, 1030 Schaarbeek');
    await report.yesNo('inRegion', 'yes');
    await report.text('facts', 'Twee personen werkten zonder gecombineerde vergunning.');
    await page.getByRole('button', { name: report.words('infringements.add') }).click();
    await report.text('infringements.provision', 'ordonnantie van 9 juli 2015, bijlage 4');
    await report.text('infringements.level', '4');
    await report.text('infringements.workers', '2');
    await report.yesNo('alreadySanctioned', 'no');
    await report.address({ street: 'Dendersteenweg', number: '7', postalCode: '9300', municipality: 'Aalst' });
    await report.text('email', 'dender@sandbox.example');
    await report.choice('language', 'nl');
    await look('report');
    await page.getByRole('button', { name: say('office.submit'), exact: true }).click();
    await page.waitForURL(/\/cases\//);
    const numbered = page.locator('main').getByText(/BEE-AA-\d{4}-\d{6}-\d{2}/);
    reference = /BEE-AA-\d{4}-\d{6}-\d{2}/.exec(await numbered.first().innerText())?.[0] ?? '';
    expect(reference).not.toBe('');

    // when the prosecutor drops it, and the summons was presented
    await page.goto(`${desk.webUrl()}/desk?view=unassigned`);
    await openTask(wim);
    const prosecutor = form(page, 'record-prosecutor');
    await prosecutor.choice('decision', 'dropped');
    await prosecutor.date('decidedOn', today());
    await look('task-prosecutor');
    await complete(wim);
    await openCase(wim);
    await sayPresented(wim, locale);

    // then the company reads it, and defends itself
    const marc = await openCompany(desk, 'bb', locale);
    await openCaseOf(marc, reference);
    await answer(marc, 'Uw verweermiddelen', 'Zij hadden een vergunning aangevraagd.', 'defense');

    // when one clerk analyses and proposes, and somebody else decides
    await page.goto(`${desk.webUrl()}/desk?view=unassigned`);
    await openTask(wim);
    await page.getByText('Zij hadden een vergunning aangevraagd.').waitFor();
    const analysis = form(page, 'analyse');
    await analysis.yesNo('established', 'yes');
    await analysis.yesNo('contested', 'no');
    await analysis.yesNo('recidivism', 'no');
    await analysis.yesNo('finedBefore', 'no');
    await analysis.text('intendedAmount', '4800');
    await look('task-analyse');
    await complete(wim);
    await page.goto(`${desk.webUrl()}/desk?view=unassigned`);
    await openTask(wim);
    const proposal = form(page, 'propose');
    await proposal.choice('outcome', 'fine');
    await proposal.text('amount', '4800');
    await proposal.text('suspendedAmount', '0');
    await proposal.text('probationMonths', '0');
    await proposal.text('motivation', 'De feiten staan vast door het proces-verbaal.');
    await look('task-propose');
    await complete(wim);
    const sofie = await openDesk('Sofie De Smet');
    await openTask(sofie);
    const verdict = form(sofie.page, 'decide');
    await verdict.choice('validation', 'approve');
    await verdict.date('decidedOn', today());
    await sofie.look('task-decide');
    await complete(sofie);

    // then the company reads what it owes, and the decision says how to appeal
    communication = await readPayment(marc, /boete/i);
    await marc.look('payment');
    await openCaseOf(marc, reference);
    await marc.look('case-decided');
    await openCase(wim);
    await sayPresented(wim, locale);
    await page.getByText(say('hands.apart')).waitFor();
    await look('case-decided');
  });

  it('is paid in parts: who misses one is warned, pays the rest, and is done with it (nl)', async () => {
    // given a fine against which nobody appealed, and a company that asks to pay in parts
    await comeBack(appealOver);
    const marc = await openCompany(desk, 'bb', locale);
    await openCaseOf(marc, reference);
    await answer(marc, 'Een afbetalingsplan vragen', 'Twaalf maanden: ons seizoen begint in april.', 'plan');

    // when a clerk grants it, and the first part is paid
    const wim = await openDesk('Wim Peeters');
    await openTask(wim);
    const plan = form(wim.page, 'assess-plan');
    await plan.text('months', '12');
    await plan.yesNo('defaultedBefore', 'no');
    await plan.date('assessedOn', dayIn(appealOver));
    await wim.look('task-plan');
    await complete(wim);
    await marc.visit('/my/payments');
    await untilThere(marc.page, marc.page.getByText(/400,00/).first());
    await marc.look('payments-in-parts');
    const joris = await openDesk('Joris Claes', 'money/statements');
    await importStatement(joris, locale, bank([{ communication, cents: 40_000n, name: 'DENDER' }]));

    // then who misses the second one is warned
    await comeBack(partMissed);
    const late = await openCompany(desk, 'bb', locale);
    await openCaseOf(late, reference);
    await untilThere(late.page, late.page.getByText(/vervalt|te laat/i).first());
    await late.look('case-part-missed');

    // when the rest is paid
    const again = await openDesk('Joris Claes', 'money/statements');
    await importStatement(again, locale, bank([{ communication, cents: 440_000n, name: 'DENDER' }]));
    await late.visit('/my/payments');
    const pay = wordsOf('payments', locale);
    await untilThere(late.page, late.page.getByText(pay('state.paid'), { exact: true }));
    expect(await late.page.getByText(pay('state.overdue'), { exact: true }).count()).toBe(0);
    await late.look('payments-paid');

    // then a year later the case is closed, and the company is known to have been fined for five years
    await comeBack(yearLater);
    const after = await openCompany(desk, 'bb', locale);
    await openCaseOf(after, reference);
    await after.look('case-closed');
    await after.visit('/my/rights');
    await after.page
      .getByRole('listitem')
      .filter({ hasText: /AFR-\d/ })
      .waitFor();
    await after.look('rights');
    const nadia = await openDesk('Sofie De Smet', `cases?search=${reference}`);
    await openCase(nadia);
    await nadia.page.getByRole('heading', { level: 2, name: nadia.say('file.timeline') }).waitFor();
    await nadia.look('case-closed');
  });
});
