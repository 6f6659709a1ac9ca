import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  complete,
  openApplicant,
  openCaseOf,
  openTaskOf,
  readPayment,
  readReceipt,
} from './flows/people-of-a-folder.ts';
import { account } from './kit/bank.ts';
import { signedInAs } from './kit/front-door.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { wordsOf } from './kit/texts.ts';
import { untilThere } from './kit/until-there.ts';
import { openForm } from './pages/folder-form.ts';

const folder = 'taxi-operating-authorization';
const locale = 'nl';
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** After this, the yearly file may be answered, and is not late. */
const nearlyAYear = 340;

describe('journey z: a taxi on a rank, until its operator gives it up', () => {
  const desk = givenStaffedDesk('z');
  const rights = wordsOf('rights', locale);
  const form = (page: Page, name: string) => openForm({ page, folder, form: name, locale });
  const openRight = async (page: Page) => {
    const right = page
      .getByRole('listitem')
      .filter({ hasText: /TOA-\d/ })
      .getByRole('link');
    await untilThere(page, right);
    await right.first().click();
  };

  beforeAll(async () => {
    const paul = await signedInAs(desk.webUrl(), 'Paul Noiret');
    await paul.put('/payee', { iban: account, name: 'Brussel Mobiliteit', revision: 0 });
  });

  it('has the place that is reserved for it, once somebody looked at it and others proposed and signed (nl)', async () => {
    // given somebody who manages a taxi company
    const lotte = await openApplicant(desk, { journey: 'z', name: 'Lotte', locale, address: '/my/cases' });
    const { page, look, visit, say, pay } = lotte;
    const filing = form(page, 'application');
    await visit(`/procedures/${folder}/application`);
    await page.waitForURL(/\/applications\//);
    await filing.at('you');
    await filing.choice('requestKind', 'new');
    await filing.text('email', 'lotte@sandbox.example');
    await filing.choice('language', 'nl');
    await look('apply-you');
    await filing.next();
    await filing.at('company');
    await filing.text('enterpriseNumber', '0999.999.031');
    await filing.choice('category', 'station');
    await filing.text('fleet', '0');
    await look('apply-company');
    await filing.next();
    await filing.at('vehicles');
    await page.getByRole('button', { name: filing.words('vehicles.add') }).click();
    const vehicle = {
      select: (field: string, option: string) => filing.select(`vehicles.${field}`, option),
      text: (field: string, value: string) => filing.text(`vehicles.${field}`, value),
      date: (field: string, value: string) => filing.date(`vehicles.${field}`, value),
    };
    await filing.select('vehicles.role', 'service');
    await vehicle.text('plate', 'T-XAB-123');
    await vehicle.text('vin', 'WVWZZZ1KZAW000001');
    await vehicle.text('make', 'Zonnewijzer E1');
    await vehicle.date('firstRegistration', '2025-01-15');
    await vehicle.select('fuel', 'electric');
    await vehicle.text('seats', '5');
    await filing.yesNo('vehicles.wheelchair', 'yes');
    await vehicle.date('inspectionUntil', dayIn(500));
    await vehicle.text('insurer', 'Zonnewijzer Verzekeringen');
    await vehicle.date('insuredUntil', dayIn(500));
    await look('apply-vehicles');
    await filing.next();
    await filing.at('documents');
    for (const proof of ['taxProof', 'socialProof', 'insuranceProof']) await filing.file(proof, `${proof}.pdf`);
    await page.getByText('insuranceProof.pdf').first().waitFor();
    await look('apply-documents');
    await filing.review();
    await filing.tick('declaration');
    await filing.tick('privacy');
    await look('apply-review');
    await filing.submit();
    const reference = await readReceipt(lotte);
    expect(reference).toMatch(/^BM-TX-/);
    await openCaseOf(lotte, reference);
    await untilThere(page, page.getByText(say('place.reserved').split('{')[0] ?? '').first());
    await look('case-reserved');

    // when somebody looks at the vehicle
    const rachid = await desk.openDesk({ name: 'Rachid Benhaddou', locale, address: 'inspections' });
    await untilThere(rachid.page, rachid.page.getByRole('table').getByRole('link'));
    await rachid.page.getByRole('table').getByRole('link').first().click();
    const report = form(rachid.page, 'look-vehicle');
    await report.text('observed', 'Alles is in orde.');
    await report.yesNo('roofLight', 'yes');
    await report.yesNo('meter', 'yes');
    await rachid.page
      .getByRole('group', { name: rachid.say('inspection.outcome') })
      .getByRole('radio', { name: rachid.say('inspection.outcome.compliant'), exact: true })
      .check();
    await rachid.look('inspection');
    await rachid.button(rachid.say('inspection.send')).click();
    const confirm = rachid.page.getByRole('dialog');
    await confirm.getByRole('button', { name: rachid.say('inspection.send'), exact: true }).click();
    await confirm.waitFor({ state: 'detached' });

    // and somebody else proposes, which a third one signs
    const els = await desk.openDesk({ name: 'Els Janssens', locale, address: '?view=unassigned' });
    await openTaskOf(els.page, reference, els.say('claim.open'));
    const proposing = form(els.page, 'instruct');
    await proposing.yesNo('asksOpinion', 'no');
    await proposing.choice('outcome', 'grant');
    await proposing.text('motivation', 'Aan de voorwaarden is voldaan.');
    await els.look('task-instruct');
    await complete(els);
    const hilde = await desk.openDesk({ name: 'Hilde Aerts', locale, address: '?view=unassigned' });
    await openTaskOf(hilde.page, reference, hilde.say('claim.open'));
    await form(hilde.page, 'decide').choice('validation', 'approve');
    await hilde.look('task-decide');
    await complete(hilde);

    // and what it costs is paid on the page of the payment provider
    await readPayment(lotte, /taxi/i);
    await look('payment');
    await page.getByRole('button', { name: pay('online.pay', { amount: '' }).trim() }).click();
    await page.waitForURL(/\/pay\//);
    await page.locator('form').getByRole('button').click();
    await page.getByText(pay('back.paid')).first().waitFor({ timeout: 60_000 });
    await look('paid-online');

    // then the authorization is hers, and her place is taken
    await visit('/my/rights');
    await openRight(page);
    await page.getByRole('link', { name: rights('certificate.open') }).waitFor();
    await look('right');
    await openCaseOf(lotte, reference);
    await page.getByText(say('case.decision.granted')).first().waitFor();
    await look('case-granted');
    await hilde.page.goto(`${desk.webUrl()}/desk/cases?search=${reference}`);
    await hilde.page
      .getByRole('row', { name: new RegExp(reference) })
      .getByRole('link')
      .click();
    await hilde.page.getByText(hilde.say('hands.apart')).waitFor();
    await hilde.look('case-granted');
  });

  it('shows its papers after a year, and is given up (nl)', async () => {
    // given an operator who is asked for the file of the year
    await desk.comeBack(nearlyAYear);
    const lotte = await openApplicant(desk, { journey: 'z', name: 'Lotte', locale, address: '/my/rights' });
    const { page, look, visit, say } = lotte;
    await openRight(page);
    await untilThere(page, page.getByRole('link', { name: rights('due.answer') }));
    await look('right-due');
    const number = /TOA-\d{4}-\d+/.exec(await page.locator('main').innerText())?.[0] ?? '';
    expect(number).not.toBe('');
    const right = page.url();
    await page.getByRole('link', { name: rights('due.answer') }).click();
    const answering = form(page, 'yearly-file');
    await answering.text('insurer', 'Zonnewijzer Verzekeringen');
    await answering.text('policy', 'ZV-12');
    await answering.date('inspectionUntil', dayIn(700));
    await answering.yesNo('taxPaid', 'yes');
    await look('due');
    await page.getByRole('button', { name: rights('due.send'), exact: true }).click();
    const confirm = page.getByRole('dialog');
    await confirm.getByRole('button', { name: rights('due.send'), exact: true }).click();
    await page.getByText(rights('due.state.submitted'), { exact: true }).waitFor();

    // when a clerk accepts it
    const duties = wordsOf('obligations', locale);
    const els = await desk.openDesk({ name: 'Els Janssens', locale, address: 'obligations' });
    await untilThere(els.page, els.page.getByRole('table').getByRole('link'));
    await els.page.getByRole('table').getByRole('link').first().click();
    await els.page.getByText('ZV-12').waitFor();
    await els.look('obligation');
    await els.button(duties('verdict.accept')).click();
    await els.page
      .getByRole('dialog')
      .getByRole('button', { name: duties('verdict.accept'), exact: true })
      .click();
    await els.page.getByText(duties('state.accepted')).first().waitFor();
    await page.goto(right);
    await page.getByText(rights('due.state.accepted'), { exact: true }).waitFor();
    await look('right-kept');

    // and when she gives her activity up
    await visit(`/procedures/${folder}/application`);
    await page.waitForURL(/\/applications\//);
    const filing = form(page, 'application');
    await filing.at('you');
    await filing.choice('requestKind', 'end');
    await filing.text('authorizationNumber', number);
    await filing.text('email', 'lotte@sandbox.example');
    await filing.choice('language', 'nl');
    await look('end-you');
    await filing.review();
    await filing.tick('declaration');
    await filing.tick('privacy');
    await look('end-review');
    await filing.submit();
    const reference = await readReceipt(lotte);

    // then the authorization is over
    await openCaseOf(lotte, reference);
    await untilThere(page, page.getByText(say('case.decision.granted')).first());
    await look('case-ended');
    await page.goto(right);
    await page.getByText(rights('standing.ended')).first().waitFor();
    await look('right-ended');
  });
});
