import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { complete, openCaseOf, openCompany, openTaskOf, readReceipt } from './flows/people-of-a-folder.ts';
import { account, today } from './kit/bank.ts';
import { signedInAs, type FrontDoor } from './kit/front-door.ts';
import { makeSupervisor } from './kit/make-supervisor.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { completeBehind } from './kit/tasks-behind.ts';
import { wordsOf } from './kit/texts.ts';
import { untilThere } from './kit/until-there.ts';
import { waitFor } from './kit/wait-for.ts';
import { openForm } from './pages/folder-form.ts';

const folder = 'european-subsidy';
const locale = 'fr';
const call = 'FEDER-2026-2';
const dayIn = (days: number) =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** After this, a progress report is open or late, whatever the day of the year. */
const halfYear = 150;
/** After this, the first year of durability is nearly over. */
const beyond = halfYear + 340;
const scores = { relevance: 80, quality: 80, capacity: 80, impact: 80, sustainability: 80, remark: 'Solide.' };

describe('journey aa: a project of two companies, until what it bought is still in use', () => {
  const desk = givenStaffedDesk('aa');
  const rights = wordsOf('rights', locale);
  const form = (page: Page, name: string) => openForm({ page, folder, form: name, locale });
  let reference = '';
  let caseId = '';

  const as = (name: string) => signedInAs(desk.webUrl(), name);
  const openDesk = (name: string, address = '?view=unassigned') => desk.openDesk({ name, locale, address });
  const openRight = async (page: Page) => {
    const right = page
      .getByRole('listitem')
      .filter({ hasText: /ERDF-\d/ })
      .getByRole('link');
    await untilThere(page, right);
    await right.first().click();
  };
  /** Two accountants let the bank have what is to be paid, and say that it was. */
  const payOut = async (total: string, day: string) => {
    const [claire, joris] = [await as('Claire Dubois'), await as('Joris Claes')];
    const batch = await waitFor(
      'what is to be paid',
      () =>
        claire
          .post<{ id: string; total: string }>('/payment-batches', { until: day, executeOn: day })
          .catch(() => undefined),
      60,
    );
    expect(batch.total).toBe(total);
    await joris.post(`/payment-batches/${batch.id}/release`);
    await joris.download(`/payment-batches/${batch.id}/file`);
    await joris.post(`/payment-batches/${batch.id}/confirmation`, { day });
  };
  const giveCredit = async (claire: FrontDoor, joris: FrontDoor) => {
    const year = Number(dayIn(1).slice(0, 4));
    const label = { fr: 'Projets FEDER', nl: 'EFRO-projecten' };
    const line = await claire.post<{ id: string }>('/budget/lines', { code: '33.001.41.01', year, label });
    const { credits } = await claire.post<{ credits: { id: string }[] }>(`/budget/lines/${line.id}/credits`, {
      engagement: '100000.00',
      liquidation: '100000.00',
      givenOn: today(),
      reason: 'Budget initial',
    });
    await joris.post(`/budget/credits/${credits[0]?.id}/decision`, { isApproved: true });
  };
  const openCall = async (nadia: FrontDoor) => {
    const draft = await nadia.post<{ id: string }>('/office-applications', {
      procedureKey: 'project-call',
      channel: 'exOfficio',
      receivedOn: null,
      language: 'fr',
      who: { kind: 'new', firstName: '', lastName: 'Cellule FEDER', nationalNumber: null, phone: null, email: null },
    });
    await nadia.post(`/applications/${draft.id}/submission`, {
      data: { code: call, title: 'Recherche et innovation', lastDay: today(), budget: 12_000_000, language: 'fr' },
      language: 'fr',
    });
  };

  beforeAll(async () => {
    const karim = await as('Karim Haddad');
    await karim.put('/payer', { iban: account, name: 'Bruxelles Logement', revision: 0 });
    // One proposes for the jury, one records what the Government decided.
    for (const name of ['Wim Peeters', 'Lien Maes']) await makeSupervisor(karim, name);
    await giveCredit(await as('Claire Dubois'), await as('Joris Claes'));
    await openCall(await as('Nadia Lambert'));
  });

  it('is filed by the company that coordinates it, on the last day of the call (fr)', async () => {
    const marc = await openCompany(desk, 'aa', locale);
    const { page, look, visit } = marc;
    const filing = form(page, 'application');
    const add = (table: string) => page.getByRole('button', { name: filing.words(`${table}.add`) }).click();
    await visit(`/procedures/${folder}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look('procedure');
    await visit(`/procedures/${folder}/application`);
    await page.waitForURL(/\/applications\//);
    await filing.at('project');
    await page.getByRole('radio', { name: filing.words(`call.${call}`) }).check();
    await filing.text('title', 'Atelier partagé du canal');
    await filing.text('summary', 'Un atelier où de petites entreprises mettent au point leurs prototypes.');
    await filing.choice('objective', 'research');
    await filing.text('place', 'quai de l’Exemple 12, 1080 Molenbeek-Saint-Jean');
    await filing.date('startDate', dayIn(30));
    await filing.date('endDate', '2028-12-31');
    await add('workPackages');
    await filing.text('workPackages.name', 'Aménager');
    await filing.text('workPackages.result', 'Un atelier de 400 m²');
    await look('apply-project');
    await filing.next();
    await filing.at('partners');
    await filing.text('contactPerson', 'Firmin Delvigne');
    await filing.text('signatory', 'Firmin Delvigne, gérant');
    await filing.yesNo('isSme', 'yes');
    await filing.yesNo('vatRecoverable', 'yes');
    await add('partners');
    await filing.text('partners.enterpriseNumber', '0401.234.659');
    await filing.text('partners.name', 'Fietsatelier De Dender BV');
    await filing.text('partners.budget', '40000');
    await filing.yesNo('partners.vatRecoverable', 'yes');
    await look('apply-partners');
    await filing.next();
    await filing.at('budget');
    for (const [field, value] of Object.entries({
      totalCost: '100000',
      coordinatorBudget: '60000',
      erdf: '40000',
      region: '50000',
      own: '10000',
      other: '0',
      netRevenue: '0',
    }))
      await filing.text(field, value);
    await filing.file('cofinancing', 'decision.pdf');
    await page.getByText('decision.pdf').first().waitFor();
    await filing.choice('stateAid', 'none');
    await look('apply-budget');
    await filing.next();
    await filing.at('results');
    await add('indicators');
    for (const [field, value] of Object.entries({ code: 'RCO01', baseline: '0', target: '12', year: '2028' }))
      await filing.text(`indicators.${field}`, value);
    await filing.text('principles', 'L’atelier est accessible à tous.');
    await look('apply-results');
    await filing.next();
    await filing.at('payment');
    await filing.text('iban', 'BE54 0000 0000 0097');
    await filing.text('email', 'projet@sandbox.example');
    await filing.choice('language', 'fr');
    await filing.review();
    await filing.tick('noDoubleFunding');
    await filing.tick('published');
    await look('apply-review');
    await filing.submit();
    reference = await readReceipt(marc);
    expect(reference).toMatch(/^BI-FEDER-/);
    await openCaseOf(marc, reference);
    await look('case-waiting-for-call');
    caseId = /\/cases\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
  });

  it('is scored, chosen and granted by as many people as it takes, and signed by both companies (fr)', async () => {
    // given a call that closed at midnight
    await desk.comeBack(1);
    const nadia = await openDesk('Nadia Lambert');
    await openTaskOf(nadia.page, reference, nadia.say('claim.open'));
    const committee = form(nadia.page, 'name-committee');
    await committee.text('seats', '3');
    await committee.text('experts', 'N. Lambert, W. Peeters, L. Maes');
    await nadia.look('task-committee');
    await complete(nadia);

    // when three experts score it, and somebody else holds the jury
    await nadia.page.goto(`${desk.webUrl()}/desk?view=unassigned`);
    await openTaskOf(nadia.page, reference, nadia.say('claim.open'));
    const score = form(nadia.page, 'score');
    await score.yesNo('conflict', 'no');
    for (const criterion of ['relevance', 'quality', 'capacity', 'impact', 'sustainability'])
      await score.text(criterion, '80');
    await score.text('remark', 'Solide.');
    await nadia.look('task-score');
    await complete(nadia);
    const [wim, lien] = [await as('Wim Peeters'), await as('Lien Maes')];
    for (const expert of [wim, lien]) await completeBehind(expert, caseId, 'score', { conflict: false, ...scores });
    const sofie = await openDesk('Sofie De Smet');
    await openTaskOf(sofie.page, reference, sofie.say('claim.open'));
    const jury = form(sofie.page, 'jury');
    await jury.choice('outcome', 'selected');
    await jury.text('rank', '1');
    await jury.text('totalCost', '100000');
    await jury.text('grant', '90000');
    await jury.text('minutes', 'Réunion du jury.');
    await jury.text('motivation', 'Le projet répond aux objectifs de l’appel.');
    await sofie.look('task-jury');
    await complete(sofie);
    const asked = await waitFor(
      'the opinion',
      async () => (await wim.get<{ id: string }[]>(`/cases/${caseId}/opinions`))[0],
    );
    await lien.post(`/opinions/${asked.id}/answer`, { outcome: 'favorable', motivation: 'Conforme.', documents: [] });
    const deciding = await openDesk('Wim Peeters');
    await openTaskOf(deciding.page, reference, deciding.say('claim.open'));
    const verdict = form(deciding.page, 'decide');
    await verdict.choice('validation', 'approve');
    await verdict.date('decidedOn', dayIn(1));
    await deciding.look('task-decide');
    await complete(deciding);

    // then the company reads that it has the grant
    const marc = await openCompany(desk, 'aa', locale);
    await openCaseOf(marc, reference);
    await untilThere(marc.page, marc.page.getByText(marc.say('case.decision.granted')).first());
    await marc.look('case-granted');

    // when decree and agreement are drawn up, reviewed and signed, and the advance is paid
    const drafting = await as('Nadia Lambert');
    await completeBehind(drafting, caseId, 'draft-decree', { articles: 'Néant' });
    await completeBehind(drafting, caseId, 'draft-agreement', { grantRate: 90, clauses: 'Néant' });
    await completeBehind(await as('Sofie De Smet'), caseId, 'legal-review', { outcome: 'approve' });
    await completeBehind(drafting, caseId, 'visa', { visaNumber: 'V-1', visaOn: dayIn(1) });
    for (const signatory of ['Firmin Delvigne', 'Hilde Roosendaal'])
      await completeBehind(drafting, caseId, 'record-signature', { signatory, signedOn: dayIn(1) });
    await payOut('27000.00', dayIn(1));

    // then the project is theirs, with everything that they have to show in its years
    await marc.visit('/my/rights');
    await openRight(marc.page);
    await marc.page.getByRole('link', { name: rights('certificate.open') }).waitFor();
    await untilThere(marc.page, marc.page.getByRole('region', { name: rights('due') }));
    await marc.look('right');
    expect(await marc.page.locator('main').innerText()).toMatch(/ERDF-\d{4}-\d{4}/);
  });

  it('reports, is settled, and shows a year later that what it bought is in use (fr)', async () => {
    // given a project that reports on its half-year
    await desk.comeBack(halfYear);
    const marc = await openCompany(desk, 'aa', locale);
    const { page, look, visit } = marc;
    await visit('/my/rights');
    await openRight(page);
    const due = page.getByRole('region', { name: rights('due') });
    await untilThere(page, due.getByRole('link', { name: rights('due.answer') }).first());
    await look('right-due');
    await due
      .getByRole('link', { name: rights('due.answer') })
      .first()
      .click();
    const report = form(page, 'progress-report');
    await report.text('progress', 'L’atelier est aménagé.');
    await report.text('indicators', 'RCO01 : 12');
    await report.text('risks', 'Aucun');
    await report.text('procurement', 'Terminés');
    await look('report');
    await page.getByRole('button', { name: rights('due.send'), exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: rights('due.send'), exact: true })
      .click();
    await page.getByText(rights('due.state.submitted'), { exact: true }).waitFor();

    // when its final report is accepted, and somebody else draws up the account
    const nadia = await openDesk('Nadia Lambert');
    await openTaskOf(nadia.page, reference, nadia.say('claim.open'));
    await form(nadia.page, 'follow-project').choice('kind', 'final');
    await nadia.look('task-follow');
    await complete(nadia);
    const sofie = await openDesk('Sofie De Smet');
    await openTaskOf(sofie.page, reference, sofie.say('claim.open'));
    const final = form(sofie.page, 'final-account');
    await final.text('eligible', '100000');
    await final.text('balance', '9000');
    await final.text('remark', 'Toutes les dépenses sont acceptées.');
    await sofie.look('task-final');
    await complete(sofie);
    await payOut('9000.00', dayIn(halfYear));

    // then it is settled, and the company keeps what was paid in use for years
    await openCaseOf(marc, reference);
    await untilThere(page, page.getByText(/Votre projet est clos/).first());
    await look('case-settled');
    await desk.comeBack(beyond);
    const later = await openCompany(desk, 'aa', locale);
    await later.visit('/my/rights');
    await openRight(later.page);
    await untilThere(later.page, later.page.getByText(/durabilité/i).first());
    await later.look('right-durability');
    expect(await later.page.getByText(rights('standing.valid')).count()).toBeGreaterThan(0);
  });
});
