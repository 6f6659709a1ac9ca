import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, openBank, payersAccount, today as dayOfToday } from '../journeys/kit/bank.ts';
import { publishFolder, signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import {
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { createStartedInstallation } from '../journeys/kit/started-installation.ts';
import { makeSupervisor } from '../journeys/kit/make-supervisor.ts';
import { waitFor } from '../journeys/kit/wait-for.ts';

const bank = openBank();
const today = dayOfToday();
const stalls = path.resolve(import.meta.dirname, '../journeys/market-stall');
const whoComplained = 'Perrine Oswald';

interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
}
interface Notice {
  readonly id: string;
  readonly subject: { readonly fr: string };
}
interface Owed {
  readonly id: string;
  readonly caseId: string;
  readonly communication: string;
  readonly state: string;
  readonly disputedOn: string | null;
  readonly rest: string;
  readonly refundDue: string;
}
const report = {
  reportNumber: 'PV-2026-0417',
  reportDate: today,
  inspector: 'Odile Renkin',
  factsDate: today,
  place: 'chantier de la rue de l’Exemple, 1030 Schaerbeek',
  inRegion: true,
  facts: 'Deux personnes travaillaient sans permis unique.',
  infringements: [{ provision: 'ordonnance du 9 juillet 2015, annexe 4', level: 4, workers: 2 }],
  alreadySanctioned: false,
  complainant: whoComplained,
  address: { street: 'rue de l’Exemple', number: '5', postalCode: '1030', municipality: 'Schaerbeek' },
  email: 'ines@sandbox.example',
  language: 'fr',
};

describe('an administrative fine from the report of an inspection system to the refund after an appeal, through the front door', () => {
  let installation: Installation;
  let server: IrisflowProcess;
  let ines: FrontDoor;
  let nadia: FrontDoor;
  let sofie: FrontDoor;
  let claire: FrontDoor;
  let caseId: string;
  let token: string;

  const as = (name: string) => signedInAs(installation.webUrl, name);

  beforeAll(async () => {
    installation = await createStartedInstallation('postgres');
    server = await startIrisflow(installation);
    const karim = await as('Karim Haddad');
    await karim.put('/payee', { iban: account, name: 'Brussels Housing', revision: 0 });
    await karim.put('/payer', { iban: account, name: 'Brussels Housing', revision: 0 });
    ({ token } = await karim.post<{ token: string }>('/administration/api-tokens', {
      name: 'Inspection system',
      scopes: ['cases.open'],
      procedures: ['administrative-fine'],
      addresses: null,
      lastDay: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    }));
    // One supervisor proposes, one decides, one hears the appeal.
    for (const name of ['Wim Peeters', 'Lien Maes']) await makeSupervisor(karim, name);
    await publishFolder(karim, stalls);
    [ines, nadia, sofie, claire] = [
      await as('Inès '),
      await as('Nadia Lambert'),
      await as('Sofie '),
      await as('Claire Dubois'),
    ];
    await fileForStall();
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    removeInstallation(installation);
  });

  /** Whoever has a case of the administration is known to it by their number, and reads what is opened about them. */
  const fileForStall = async (): Promise<void> => {
    const { id, data } = await ines.post<{ id: string; data: object }>('/applications', {
      procedureKey: 'market-stall',
      language: 'fr',
    });
    const answers = { market: 'Flagey', trade: 'Fromages', goods: ['food'], inParts: false, language: 'fr' };
    await ines.post(`/applications/${id}/submission`, {
      data: { email: 'ines@sandbox.example', ...data, ...answers },
      language: 'fr',
    });
  };
  const openAs = (reference: string) =>
    fetch(`${installation.webUrl}/api/intake/${reference}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        procedureKey: 'administrative-fine',
        applicant: { name: 'Inès Varnelle', email: null, nationalNumber: '84000090286' },
        language: 'fr',
        receivedOn: today,
        data: report,
      }),
    });
  const taskOf = (clerk: FrontDoor, elementId: string) =>
    waitFor(`the task ${elementId}`, async () => {
      const { items } = await clerk.get<{ items: Task[] }>('/tasks?view=unassigned&limit=100');
      return items.find((task) => task.caseId === caseId && task.elementId === elementId);
    });
  const complete = async (clerk: FrontDoor, elementId: string, data: object) => {
    const { id } = await taskOf(clerk, elementId);
    await clerk.post(`/tasks/${id}/claim`);
    await clerk.post(`/tasks/${id}/completion`, { data });
  };
  const notices = () => nadia.get<Notice[]>(`/cases/${caseId}/notices`);
  const noticeCalled = (subject: string) =>
    waitFor(`the letter ${subject}`, async () => (await notices()).find((one) => one.subject.fr.includes(subject)));
  const note = ({ id }: Notice, kind: string) =>
    nadia.post(`/notices/${id}/fates`, { channel: 'registered', kind, day: today, reason: 'Receipt of the post' });
  const owed = () =>
    waitFor('the fine', async () => (await ines.get<Owed[]>('/my/payments')).find((one) => one.caseId === caseId));
  const pay = async (cents: bigint) =>
    claire.upload('/statements', {
      name: 'statement.cod',
      content: bank([{ communication: (await owed()).communication, cents, name: 'VARNELLE' }]),
    });

  test('an inspection system opens the case, and the same report again is the same case', async () => {
    const first = await openAs('PV-2026-0417');
    expect(first.status, await first.clone().text()).toBe(200);
    ({ caseId } = (await first.json()) as { caseId: string });
    expect(await (await openAs('PV-2026-0417')).json()).toMatchObject({ caseId, isNew: false });
  });

  test('who complained is known to the office, and to nobody else: neither online nor in a copy of the file', async () => {
    expect(JSON.stringify(await nadia.get(`/cases/${caseId}`))).toContain(whoComplained);
    expect(JSON.stringify(await ines.get(`/my/cases/${caseId}`))).not.toContain(whoComplained);
    const copies = await nadia.post<{ withheld: object[] }[]>(`/cases/${caseId}/copies`, {
      audience: 'party',
      recipient: 'Inès Varnelle',
      reason: 'Demandée par la défense',
      handOver: true,
      withhold: [],
    });
    expect(copies).toHaveLength(1);
  });

  test('the thirty days to defend oneself begin on the day on which the letter is presented; a plain copy begins nothing', async () => {
    await complete(nadia, 'record-prosecutor', { decision: 'dropped', decidedOn: today });
    const summons = await noticeCalled('moyens de défense');
    expect(summons).toMatchObject({ term: { running: null } });
    await note(summons, 'presented');
    await note(summons, 'unclaimed');
    const copy = await waitFor('the plain copy', async () => (await notices()).find(({ id }) => id !== summons.id));
    expect(copy).toMatchObject({ channels: [{ channel: 'post' }], term: null });
    const [first] = (await notices()).filter(({ id }) => id === summons.id);
    expect(first).toMatchObject({ term: { running: { actOn: today } } });
  });

  test('the offender defends herself on the portal, and a clerk reads it', async () => {
    const asked = await waitFor('the question', async () => {
      const { informationRequests } = await ines.get<{ informationRequests: { id: string }[] }>(`/my/cases/${caseId}`);
      return informationRequests[0];
    });
    await ines.post(`/my/cases/${caseId}/information-requests/${asked.id}/answer`, {
      text: null,
      items: [{ key: 'defense', text: 'Ils avaient un permis.', documents: [] }],
    });
    const { id } = await taskOf(nadia, 'analyse');
    expect(await nadia.get(`/tasks/${id}`)).toMatchObject({ data: { defense: 'Ils avaient un permis.' } });
    await complete(nadia, 'analyse', {
      established: true,
      contested: false,
      recidivism: false,
      finedBefore: false,
      mitigating: [],
      intendedAmount: 4800,
    });
  });

  test('who proposed does not decide; the decision says how to pay', async () => {
    await complete(sofie, 'propose', {
      outcome: 'fine',
      amount: 4800,
      suspendedAmount: 0,
      probationMonths: 0,
      motivation: 'Les faits sont établis par le procès-verbal.',
    });
    const { id } = await taskOf(sofie, 'decide');
    await expect(sofie.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await complete(await as('Wim Peeters'), 'decide', { validation: 'approve', decidedOn: today });
    await note(await noticeCalled('amende administrative'), 'presented');
    expect(await owed()).toMatchObject({ state: 'open', rest: '4800.00' });
  });

  test('an appeal on the portal suspends the payment, and goes to nobody who had a part in the file', async () => {
    await pay(300_000n);
    await waitFor('the payment', async () => (await owed()).rest === '1800.00');
    await ines.post(`/my/cases/${caseId}/appeals`, { remedy: 0, summary: 'Les permis sont joints.' });
    await waitFor('that it is in dispute', async () => (await owed()).disputedOn !== null);
    const { id } = await taskOf(sofie, 'review-appeal');
    for (const clerk of [sofie, await as('Wim Peeters')])
      await expect(clerk.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  });

  test('somebody else lowers the fine, and what was paid beyond goes back', async () => {
    await complete(await as('Lien Maes'), 'review-appeal', {
      outcome: 'reformed',
      amount: 2400,
      motivation: 'Un permis était valable.',
    });
    await noticeCalled('recours');
    await waitFor('what is to go back', async () => (await owed()).refundDue === '600.00');
    await claire.post(`/receivables/${(await owed()).id}/refund`, { iban: payersAccount, payee: 'Inès Varnelle' });
    expect(await claire.post('/payment-batches', { until: today, executeOn: today })).toMatchObject({
      orders: 1,
      total: '600.00',
    });
  });

  test('nothing stands still, and the case is settled', async () => {
    await waitFor('the end', async () =>
      (await nadia.get<{ timeline: { kind: string }[] }>(`/cases/${caseId}`)).timeline.some(
        ({ kind }) => kind === 'closed',
      ),
    );
    const stuck = await (
      await as('Karim Haddad')
    ).get('/designer/procedures/administrative-fine/instances?incidents=true');
    expect(stuck).toMatchObject({ items: [] });
  });
});
