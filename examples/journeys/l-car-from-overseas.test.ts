import { beforeAll, describe, expect, it } from 'vitest';
import { complete, openCaseOf, openCompany, openTaskOf, readPayment, readReceipt } from './flows/people-of-a-folder.ts';
import { importStatement } from './flows/statement-of-a-bank.ts';
import { account, openBank } from './kit/bank.ts';
import { signedInAs } from './kit/front-door.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { wordsOf } from './kit/texts.ts';
import { untilThere } from './kit/until-there.ts';
import { openForm } from './pages/folder-form.ts';

const folder = 'vehicle-registration';
const locale = 'fr';
const vin = 'SANDBX26TESTCAR01';
const plate = '2-XZA-009';
const seat = { street: 'Parvis du Pain Rêvé', number: '3', postalCode: '1080', municipality: 'Molenbeek-Saint-Jean' };
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** After this, the year of the registration is over. */
const yearLater = 366;

describe('journey l: a car from overseas, until its plate is asked back', () => {
  const desk = givenStaffedDesk('l');
  const bank = openBank();
  const rights = wordsOf('rights', locale);
  let registered = '';
  const form = (page: Parameters<typeof openForm>[0]['page'], name: string) =>
    openForm({ page, folder, form: name, locale });

  beforeAll(async () => {
    const paul = await signedInAs(desk.webUrl(), 'Paul Noiret');
    await paul.put('/payee', { iban: account, name: 'Bruxelles Mobilité', revision: 0 });
  });

  it('is paid for, presented, validated by somebody who did not look at it, and registered for a company (fr)', async () => {
    // given somebody who files for their company
    const marc = await openCompany(desk, 'l', locale);
    const { page, look, visit, say } = marc;
    const filing = form(page, 'application');
    await visit(`/procedures/${folder}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look('procedure');
    await page
      .getByRole('link', { name: say('procedure.start') })
      .or(page.getByRole('button', { name: say('procedure.start') }))
      .first()
      .click();
    await filing.at('request');
    await filing.choice('requestType', 'first');
    await filing.choice('capacity', 'owner');
    await look('apply-request');
    await filing.next();
    await filing.at('holder');
    await filing.address(seat);
    await filing.text('email', 'parvis@sandbox.example');
    await filing.yesNo('hasMandatary', 'no');
    await filing.choice('language', 'fr');
    await look('apply-holder');
    await filing.next();
    await filing.at('vehicle');
    await filing.text('vin', vin);
    await filing.choice('origin', 'other');
    await filing.text('customsVignette', '705-1234');
    await filing.select('category', 'M1');
    await filing.yesNo('isUsed', 'no');
    await filing.yesNo('hasCoc', 'no');
    await filing.yesNo('isModified', 'no');
    await filing.file('proofs', 'facture.pdf');
    await page.getByText('facture.pdf').first().waitFor();
    await look('apply-vehicle');
    await filing.next();
    await filing.at('plate');
    await filing.choice('plateType', 'ordinary');
    await filing.choice('certificateLanguage', 'fr');
    await filing.choice('delivery', 'normal');
    await look('apply-plate');
    await filing.review();
    await filing.tick('declaration');
    await filing.tick('privacy');
    await look('apply-review');
    await filing.submit();
    const reference = await readReceipt(marc);
    expect(reference).toMatch(/^IMM-BX-/);
    registered = reference;
    await look('receipt');

    // when the fee of the validation is paid by a statement of the bank
    const communication = await readPayment(marc, /véhicule/);
    await look('payment');
    const paul = await desk.openDesk({ name: 'Paul Noiret', locale, address: 'money/statements' });
    await importStatement(paul, locale, bank([{ communication, cents: 23_000n, name: 'BOULANGERIE DU PARVIS' }]));

    // then a clerk says when and where the car is to be presented, which the company reads
    const rachid = await desk.openDesk({ name: 'Rachid Benhaddou', locale, address: '?view=unassigned' });
    await openTaskOf(rachid.page, reference, rachid.say('claim.open'));
    const planning = form(rachid.page, 'plan-inspection');
    await planning.date('day', dayIn(14));
    await planning.text('time', '10:00');
    await planning.text('place', 'rue de l’Exemple 35, 1030 Bruxelles');
    await rachid.look('task-plan');
    await complete(rachid);
    await openCaseOf(marc, reference);
    await untilThere(page, page.getByText('Votre véhicule doit être présenté').first());
    await look('case-to-present');

    // when somebody looks at it, and somebody else validates it
    const fatima = await desk.openDesk({ name: 'Fatima Ziani', locale, address: 'inspections' });
    await untilThere(fatima.page, fatima.page.getByRole('table').getByRole('link'));
    await fatima.look('inspections');
    await fatima.page.getByRole('table').getByRole('link').first().click();
    const report = form(fatima.page, 'inspection-report');
    await report.yesNo('identityMatches', 'yes');
    await report.text('finding', 'Le numéro frappé est celui des documents.');
    await fatima.page
      .getByRole('group', { name: fatima.say('inspection.outcome') })
      .getByRole('radio', { name: fatima.say('inspection.outcome.compliant'), exact: true })
      .check();
    await fatima.look('inspection');
    await fatima.button(fatima.say('inspection.send')).click();
    await fatima.page
      .getByRole('dialog')
      .getByRole('button', { name: fatima.say('inspection.send'), exact: true })
      .click();
    await fatima.page.getByRole('dialog').waitFor({ state: 'detached' });
    await rachid.page.goto(`${desk.webUrl()}/desk?view=unassigned`);
    await openTaskOf(rachid.page, reference, rachid.say('claim.open'));
    const review = form(rachid.page, 'technical-review');
    await review.choice('outcome', 'validated');
    await review.text('motivation', 'Le véhicule est conforme à ses documents.');
    for (const point of await rachid.page
      .getByRole('region', { name: new RegExp(`^${rachid.say('checklist')}`) })
      .getByRole('checkbox')
      .all())
      await point.check();
    await rachid.look('task-review');
    await complete(rachid);

    // and the federal service gives a plate
    await rachid.page.goto(`${desk.webUrl()}/desk?view=unassigned`);
    await openTaskOf(rachid.page, reference, rachid.say('claim.open'));
    const follow = form(rachid.page, 'follow-file');
    await follow.choice('outcome', 'accepted');
    await follow.text('plate', plate);
    await rachid.look('task-follow');
    await complete(rachid);

    // then the company holds the registration, with a certificate, and finds every letter in its case
    await visit('/my/rights');
    const right = page
      .getByRole('listitem')
      .filter({ hasText: /IMM-\d/ })
      .getByRole('link');
    await untilThere(page, right);
    await look('rights');
    await right.click();
    await page.getByText(plate).first().waitFor();
    await page.getByRole('link', { name: rights('certificate.open') }).waitFor();
    await look('right');
    await openCaseOf(marc, reference);
    await page.getByText(say('case.decision.granted')).first().waitFor();
    await look('case-granted');
  });

  it('is struck off a year later, and the plate is asked back (fr)', async () => {
    // given a year that went by
    await desk.comeBack(yearLater);
    const marc = await openCompany(desk, 'l', locale);
    const { page, look, visit, say } = marc;
    await visit('/my/rights');
    await page
      .getByRole('listitem')
      .filter({ hasText: /IMM-\d/ })
      .getByRole('link')
      .click();
    await page
      .getByRole('link', { name: /^IMM-BX-/ })
      .first()
      .click();

    // then the company was told that its car has to be inspected
    await untilThere(page, page.getByText(/contrôle technique/i).first());
    await look('case-year-later');

    // when it strikes the car off
    await visit(`/procedures/${folder}/application`);
    await page.waitForURL(/\/applications\//);
    const filing = form(page, 'application');
    await filing.at('request');
    await filing.choice('requestType', 'strikingOff');
    await filing.choice('capacity', 'owner');
    await filing.next();
    await filing.at('holder');
    await filing.address(seat);
    await filing.text('email', 'parvis@sandbox.example');
    await filing.yesNo('hasMandatary', 'no');
    await filing.choice('language', 'fr');
    await filing.next();
    await filing.at('vehicle');
    await filing.text('vin', vin);
    await filing.text('currentPlate', plate);
    await look('strike-vehicle');
    await filing.review();
    await filing.tick('declaration');
    await filing.tick('privacy');
    await filing.submit();
    const reference = await readReceipt(marc);
    const rachid = await desk.openDesk({ name: 'Rachid Benhaddou', locale, address: '?view=unassigned' });
    await openTaskOf(rachid.page, reference, rachid.say('claim.open'));
    await form(rachid.page, 'follow-file').choice('outcome', 'accepted');
    await rachid.look('task-strike');
    await complete(rachid);
    await openCaseOf(marc, reference);
    await untilThere(page, page.getByText(say('case.decision.granted')).first());
    await look('case-struck');

    // then the plate is asked back, and the registration is over
    await openCaseOf(marc, registered);
    await untilThere(page, page.getByText('Renvoyez votre ancienne plaque').first());
    await look('case-plate-asked');
    await visit('/my/rights');
    await page
      .getByRole('listitem')
      .filter({ hasText: /IMM-\d/ })
      .getByText(rights('standing.ended'))
      .waitFor();
    expect(await page.getByText(rights('standing.valid'), { exact: true }).count()).toBe(0);
    await look('rights-ended');
  });
});
