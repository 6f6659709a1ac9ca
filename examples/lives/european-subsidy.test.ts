import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, payersAccount, today as dayOfToday } from '../journeys/kit/bank.ts';
import { signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import {
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { createStartedInstallation } from '../journeys/kit/started-installation.ts';
import { daysLater } from '../journeys/kit/later.ts';
import { makeSupervisor } from '../journeys/kit/make-supervisor.ts';
import { waitFor } from '../journeys/kit/wait-for.ts';

const today = dayOfToday();
const dayIn = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const call = 'FEDER-2026-2';
const partner = '0401234659';
/** Seconds: a case passes through several procedures before somebody has something to do. */
const patience = 50;

interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
}
interface CaseView {
  readonly reference: string;
  readonly status: string;
  readonly timeline: readonly { readonly kind: string }[];
  readonly letters: readonly object[];
}
const project = {
  call,
  title: 'Atelier partagé du canal',
  summary: 'Un atelier où de petites entreprises mettent au point leurs prototypes.',
  objective: 'research',
  place: 'quai de l’Exemple 12, 1080 Molenbeek-Saint-Jean',
  startDate: dayIn(30),
  endDate: '2028-12-31',
  workPackages: [{ name: 'Aménager', result: 'Un atelier de 400 m²' }],
  contactPerson: 'Firmin Delvigne',
  signatory: 'Firmin Delvigne, gérant',
  isSme: true,
  vatRecoverable: true,
  partners: [{ enterpriseNumber: partner, name: 'Fietsatelier De Dender BV', budget: 40_000, vatRecoverable: true }],
  totalCost: 100_000,
  coordinatorBudget: 60_000,
  erdf: 40_000,
  region: 50_000,
  own: 10_000,
  other: 0,
  netRevenue: 0,
  stateAid: 'none',
  indicators: [{ code: 'RCO01', baseline: 0, target: 12, year: 2028 }],
  principles: 'L’atelier est accessible à tous.',
  iban: payersAccount,
  email: 'projet@sandbox.example',
  language: 'fr',
  noDoubleFunding: true,
  published: true,
};
const expense = (invoice: string, more: object) => ({
  invoice,
  supplier: 'Hout en Zonen',
  invoiceDate: dayIn(-20),
  paidDate: dayIn(-10),
  net: 10_000,
  vat: 2100,
  budgetLine: 'external',
  ...more,
});
const scores = { relevance: 80, quality: 80, capacity: 80, impact: 80, sustainability: 80, remark: 'Solide.' };

describe('a European subsidy from the closing of the call to a claim that a partner is paid, through the front door', () => {
  let installation: Installation;
  let server: IrisflowProcess;
  let marc: FrontDoor;
  let nadia: FrontDoor;
  let sofie: FrontDoor;
  let wim: FrontDoor;
  let lien: FrontDoor;
  let claire: FrontDoor;
  let joris: FrontDoor;
  let token: string;
  let caseId: string;
  let lateId: string;
  let claimId: string;
  let reference: string;

  const as = (name: string) => signedInAs(installation.webUrl, name);
  const signIn = async () => {
    [marc, nadia, sofie, wim, lien, claire, joris] = [
      await as('Marc '),
      await as('Nadia Lambert'),
      await as('Sofie '),
      await as('Wim Peeters'),
      await as('Lien Maes'),
      await as('Claire Dubois'),
      await as('Joris Claes'),
    ];
  };

  beforeAll(async () => {
    installation = await createStartedInstallation('postgres');
    server = await startIrisflow(installation);
    const karim = await as('Karim Haddad');
    await karim.put('/payer', { iban: account, name: 'Brussels Housing', revision: 0 });
    ({ token } = await karim.post<{ token: string }>('/administration/api-tokens', {
      name: 'Calendar of the programme',
      scopes: ['cases.open'],
      procedures: ['project-call'],
      addresses: null,
      lastDay: dayIn(30),
    }));
    // One proposes for the jury, one records what the Government decided.
    for (const name of ['Wim Peeters', 'Lien Maes']) await makeSupervisor(karim, name);
    await signIn();
    await giveCredit();
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    removeInstallation(installation);
  });

  const giveCredit = async () => {
    const year = Number(dayIn(1).slice(0, 4));
    const label = { fr: 'Projets FEDER', nl: 'EFRO-projecten' };
    const line = await claire.post<{ id: string }>('/budget/lines', { code: '33.001.41.01', year, label });
    const { credits } = await claire.post<{ credits: { id: string }[] }>(`/budget/lines/${line.id}/credits`, {
      engagement: '100000.00',
      liquidation: '100000.00',
      givenOn: today,
      reason: 'Budget initial',
    });
    await joris.post(`/budget/credits/${credits[0]?.id}/decision`, { isApproved: true });
  };
  /** A night goes by; whoever comes back signs in again. */
  const comeBack = async (days: number) => {
    await server.stop();
    server = await startIrisflow({ ...installation, environment: { ...installation.environment, ...daysLater(days) } });
    await signIn();
  };
  const actFor = async (company: string) => {
    const { held } = await marc.get<{ held: { id: string; mandator: string }[] }>('/my/mandates');
    await marc.put('/session/acting', { mandateId: held.find(({ mandator }) => mandator.startsWith(company))?.id });
  };
  const file = async (procedureKey: string, answers: object) => {
    const { id, data } = await marc.post<{ id: string; data: object }>('/applications', {
      procedureKey,
      language: 'fr',
    });
    const filed = { data: { ...data, ...answers }, language: 'fr', despite: 'Another one' };
    return (await marc.post<{ caseId: string }>(`/applications/${id}/submission`, filed)).caseId;
  };
  const openTasks = async (clerk: FrontDoor, id: string) =>
    (await clerk.get<{ items: Task[] }>('/tasks?view=unassigned&limit=100')).items.filter((task) => task.caseId === id);
  const taskOf = (clerk: FrontDoor, id: string, elementId: string) =>
    waitFor(
      `the task ${elementId}`,
      async () => (await openTasks(clerk, id)).find((task) => task.elementId === elementId),
      patience,
    );
  const complete = async (clerk: FrontDoor, elementId: string, data: object, of = caseId) => {
    const { id } = await taskOf(clerk, of, elementId);
    await clerk.post(`/tasks/${id}/claim`);
    await clerk.post(`/tasks/${id}/completion`, { data });
  };
  const caseOf = (id: string) => nadia.get<CaseView>(`/cases/${id}`);
  const payOut = async (total: string, day: string) => {
    const batch = await waitFor(
      'what is to be paid',
      async () => {
        try {
          return await claire.post<{ id: string; total: string }>('/payment-batches', { until: day, executeOn: day });
        } catch {
          return undefined;
        }
      },
      patience,
    );
    expect(batch.total).toBe(total);
    await joris.post(`/payment-batches/${batch.id}/release`);
    await joris.download(`/payment-batches/${batch.id}/file`);
    await joris.post(`/payment-batches/${batch.id}/confirmation`, { day });
  };

  test('a call is open until the last second of today, and an application waits for it', async () => {
    const opened = await fetch(`${installation.webUrl}/api/intake/${call}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        procedureKey: 'project-call',
        applicant: { name: 'Cellule FEDER', email: null, nationalNumber: null },
        language: 'fr',
        receivedOn: today,
        data: { code: call, title: 'Recherche et innovation', lastDay: today, budget: 12_000_000, language: 'fr' },
      }),
    });
    expect(opened.status, await opened.text()).toBe(200);
    await actFor('Boulangerie');
    caseId = await file('european-subsidy', project);
    ({ reference } = await caseOf(caseId));
    // Whoever is not yet listening when the call closes hears it a night later.
    await waitFor(
      'the acknowledgement',
      async () =>
        (await marc.get<{ documents: { category: string }[] }>(`/my/cases/${caseId}`)).documents.some(
          ({ category }) => category === 'acknowledgement',
        ),
      patience,
    );
    expect(await openTasks(nadia, caseId)).toEqual([]);
  });

  test('after midnight the call closes by itself, and what is missing is asked', async () => {
    await comeBack(1);
    await actFor('Boulangerie');
    const request = await waitFor(
      'the question',
      async () => {
        const { informationRequests } = await marc.get<{ informationRequests: { id: string }[] }>(
          `/my/cases/${caseId}`,
        );
        return informationRequests[0];
      },
      patience,
    );
    lateId = await file('european-subsidy', { ...project, title: 'Un jour trop tard' });
    await marc.post(`/my/cases/${caseId}/information-requests/${request.id}/answer`, {
      text: null,
      items: [{ key: 'cofinancing', text: 'Décision du conseil du 3 mars.', documents: [] }],
    });
    expect((await caseOf(caseId)).status).not.toBe('inadmissible');
    await complete(nadia, 'assess-admissibility', { outcome: 'admissible' });
  }, 240_000);

  test('three experts score, each once; whoever scored is not of the jury', async () => {
    await complete(nadia, 'name-committee', { seats: 3, experts: 'N. Lambert, W. Peeters, L. Maes' });
    await complete(nadia, 'score', { conflict: false, ...scores });
    const { id } = await taskOf(nadia, caseId, 'score');
    await expect(nadia.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await complete(wim, 'score', { conflict: false, ...scores });
    await complete(lien, 'score', { conflict: false, ...scores, impact: 90 });
    const jury = await taskOf(wim, caseId, 'jury');
    await expect(wim.post(`/tasks/${jury.id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await complete(sofie, 'jury', {
      outcome: 'selected',
      rank: 1,
      totalCost: 100_000,
      grant: 90_000,
      minutes: 'Réunion du jury.',
      motivation: 'Le projet répond aux objectifs de l’appel.',
    });
  });

  test('the Inspectorate of Finance is asked, and the money is set aside before the grant is told', async () => {
    const asked = await waitFor(
      'the opinion',
      async () => (await nadia.get<{ id: string }[]>(`/cases/${caseId}/opinions`))[0],
    );
    await lien.post(`/opinions/${asked.id}/answer`, { outcome: 'favorable', motivation: 'Conforme.', documents: [] });
    await complete(wim, 'decide', { validation: 'approve', decidedOn: dayIn(1) });
    await waitFor('the grant', async () => (await caseOf(caseId)).status === 'granted', patience);
    const { lines } = await claire.get<{ lines: { code: string; engaged: string }[] }>('/budget');
    expect(lines.find(({ code }) => code === '33.001.41.01')).toMatchObject({ engaged: '90000.00' });
  });

  test('decree and agreement are drawn up, reviewed by somebody else, and signed by each beneficiary', async () => {
    await complete(nadia, 'draft-decree', { articles: 'Néant' });
    await complete(nadia, 'draft-agreement', { grantRate: 90, clauses: 'Néant' });
    await complete(sofie, 'legal-review', { outcome: 'approve' });
    await complete(nadia, 'visa', { visaNumber: 'V-1', visaOn: dayIn(1) });
    for (const signatory of ['Firmin Delvigne', 'Hilde Roosendaal'])
      await complete(nadia, 'record-signature', { signatory, signedOn: dayIn(1) });
    expect(
      await waitFor('the project', async () => (await nadia.get<object[]>(`/cases/${caseId}/rights`))[0]),
    ).toMatchObject({
      number: expect.stringMatching(/^ERDF-\d{4}-\d{4}$/),
    });
  });

  test('the advance leaves with a batch of two accountants', async () => {
    await payOut('27000.00', dayIn(1));
    expect(await taskOf(nadia, caseId, 'follow-project')).toMatchObject({ elementId: 'follow-project' });
  });

  test('a partner files a claim of its own, in its own language; what is not paid is struck', async () => {
    await actFor('Fietsatelier');
    claimId = await file('subsidy-claim', {
      project: reference,
      periodStart: dayIn(-60),
      periodEnd: today,
      place: 'quai de l’Exemple 12',
      vatRecoverable: true,
      costOption: 'none',
      expenses: [expense('F-1', {}), expense('F-2', { net: 5000, vat: 1050 })],
      revenue: 0,
      iban: payersAccount,
      email: 'claims@sandbox.example',
      language: 'nl',
      certified: true,
    });
    const request = await waitFor(
      'the question',
      async () => {
        const { informationRequests } = await marc.get<{ informationRequests: { id: string }[] }>(
          `/my/cases/${claimId}`,
        );
        return informationRequests[0];
      },
      patience,
    );
    const clock = async () =>
      (await nadia.get<{ terms: { key: string; state: string }[] }>(`/cases/${claimId}`)).terms.find(
        ({ key }) => key === 'payment',
      );
    expect(await clock()).toMatchObject({ state: 'suspended' });
    await marc.post(`/my/cases/${claimId}/information-requests/${request.id}/answer`, {
      text: null,
      items: [{ key: 'proofs', text: 'Bankuittreksels volgen per post.', documents: [] }],
    });
    await waitFor('that the clock runs', async () => (await clock())?.state === 'running', patience);
  });

  test('who checks does not validate, and the claim is paid from what the project set aside', async () => {
    const { id } = await taskOf(nadia, claimId, 'check-claim');
    const { data } = await nadia.get<{ data: { lines: { eligible: boolean }[] } }>(`/tasks/${id}`);
    expect(data.lines).toMatchObject([
      { invoice: 'F-1', amount: 10_000, eligible: true },
      { invoice: 'F-2', amount: 5000, eligible: true },
    ]);
    await complete(
      nadia,
      'check-claim',
      { lines: data.lines, grantRate: 90, correction: 'none', report: 'In orde.' },
      claimId,
    );
    await complete(sofie, 'validate', { validation: 'approve', motivation: 'De uitgaven zijn nagekeken.' }, claimId);
    await payOut('12150.00', dayIn(1));
    await waitFor(
      'the end',
      async () => (await caseOf(claimId)).timeline.some(({ kind }) => kind === 'closed'),
      patience,
    );
    const { status, letters } = await caseOf(claimId);
    expect({ status, letters }).toMatchObject({
      status: 'granted',
      letters: expect.arrayContaining([expect.objectContaining({ template: 'payment' })]),
    });
  });

  test('the night after, whoever came too late is told so; nothing stands still', async () => {
    await comeBack(2);
    await waitFor('the letter', async () => (await caseOf(lateId)).status === 'inadmissible', patience);
    const karim = await as('Karim Haddad');
    for (const key of ['european-subsidy', 'subsidy-claim', 'project-call'])
      expect(await karim.get(`/designer/procedures/${key}/instances?incidents=true`)).toMatchObject({ items: [] });
  }, 240_000);
});
