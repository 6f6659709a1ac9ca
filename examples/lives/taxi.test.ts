import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, openBank, today as dayOfToday } from '../journeys/kit/bank.ts';
import { signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import {
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { createStartedInstallation } from '../journeys/kit/started-installation.ts';
import { daysLater } from '../journeys/kit/later.ts';
import { mailsTo } from '../journeys/kit/mails.ts';
import { waitFor } from '../journeys/kit/wait-for.ts';

const bank = openBank();
const today = dayOfToday();
const employer = 'garage@sandbox.example';
const explained = 'Une bagarre de jeunesse, jugée en 2018.';
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const hearingDays = 20;

interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
}
interface Owed {
  readonly caseId: string;
  readonly communication: string;
  readonly rest: string;
}
interface Right {
  readonly id: string;
  readonly number: string;
  readonly standing: string;
  readonly caseId: string;
}
interface Hearing {
  readonly id: string;
  readonly summoned: readonly { readonly position: number }[];
}
interface Filed {
  readonly door: FrontDoor;
  readonly caseId: string;
}
interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

const proof = async (door: FrontDoor, applicationId: string, field: string) => {
  const { id, size, sha256 } = await door.upload<{ id: string; size: number; sha256: string }>(
    `/applications/${applicationId}/documents?pointer=/${field}`,
    { name: `${field}.pdf`, content: '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF' },
  );
  return [{ id, name: `${field}.pdf`, size, sha256 }];
};

const car = {
  role: 'service',
  plate: 'T-XAB-123',
  vin: 'WVWZZZ1KZAW000001',
  make: 'Cadran E1',
  firstRegistration: '2025-01-15',
  fuel: 'electric',
  euroNorm: 6,
  seats: 5,
  wheelchair: true,
  inspectionUntil: dayIn(300),
  insurer: 'Assurances du Cadran',
  insuredUntil: dayIn(300),
};

describe('taxis from a driver’s certificate to the last place of the quota, through the front door', () => {
  let installation: Installation;
  let server: IrisflowProcess;
  let paul: FrontDoor;
  let els: FrontDoor;
  let hilde: FrontDoor;
  let rachid: FrontDoor;
  let fatima: FrontDoor;
  let ines: FrontDoor;
  let lotte: FrontDoor;
  let token: string;
  let driver: Filed;
  let sanction: Filed;

  const as = (name: string) => signedInAs(installation.webUrl, name);
  const signIn = async () => {
    [paul, els, hilde, rachid, fatima, ines, lotte] = await Promise.all([
      as('Paul Noiret'),
      as('Els Janssens'),
      as('Hilde Aerts'),
      as('Rachid Benhaddou'),
      as('Fatima Ziani'),
      as('Inès '),
      as('Lotte '),
    ]);
  };

  /** Paul publishes one place for rank taxis; Els approves what the procedure asks about companies. */
  const leaveOnePlace = async (): Promise<void> => {
    const address = '/designer/procedures/taxi-operating-authorization';
    const { revision, files } = await paul.get<Draft>(`${address}/draft`);
    const path = 'parameters.json';
    const content = files.find((file) => file.path === path)?.content.replace('1425', '1') ?? '';
    const saved = await paul.put<{ revision: number }>(`${address}/draft/files`, { path, content, revision });
    const { version } = await paul.post<{ version: number }>(`${address}/publication`, {
      note: 'One place',
      revision: saved.revision,
    });
    await els.post(`${address}/versions/${version}/approval`);
  };

  beforeAll(async () => {
    installation = await createStartedInstallation('postgres');
    server = await startIrisflow(installation);
    await signIn();
    await paul.put('/payee', { iban: account, name: 'Brussels Mobility', revision: 0 });
    ({ token } = await paul.post<{ token: string }>('/administration/api-tokens', {
      name: 'Taxi inspection',
      scopes: ['cases.open'],
      procedures: ['taxi-sanction'],
      addresses: null,
      lastDay: dayIn(60),
    }));
    await leaveOnePlace();
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    removeInstallation(installation);
  });

  const file = async (
    door: FrontDoor,
    procedureKey: string,
    answers: (applicationId: string) => Promise<object>,
  ): Promise<Filed> => {
    const { id, data } = await door.post<{ id: string; data: object }>('/applications', {
      procedureKey,
      language: 'fr',
    });
    const { caseId } = await door.post<{ caseId: string }>(`/applications/${id}/submission`, {
      data: { email: 'applicant@sandbox.example', ...data, ...(await answers(id)) },
      language: 'fr',
      despite: 'Another request',
    });
    return { door, caseId };
  };
  const declared = { language: 'fr', declaration: true, privacy: true };
  const fileAsDriver = (door: FrontDoor, more: object = {}) =>
    file(door, 'taxi-driver-certificate', async (id) => ({
      ...declared,
      requestKind: 'first',
      spokenLanguage: 'fr',
      languageLevel: 'B2',
      languageProof: await proof(door, id, 'languageProof'),
      medicalUntil: dayIn(900),
      medicalProof: await proof(door, id, 'medicalProof'),
      photo: await proof(door, id, 'photo'),
      workRight: 'eu',
      status: 'employee',
      employerNumber: '0999999031',
      employerEmail: employer,
      ...more,
    }));
  const fileAsOperator = (door: FrontDoor) =>
    file(door, 'taxi-operating-authorization', async (id) => ({
      ...declared,
      requestKind: 'new',
      enterpriseNumber: '0999999031',
      category: 'station',
      fleet: 0,
      vehicles: [car],
      taxProof: await proof(door, id, 'taxProof'),
      socialProof: await proof(door, id, 'socialProof'),
      insuranceProof: await proof(door, id, 'insuranceProof'),
    }));
  const pay = async ({ door, caseId }: Filed, cents: bigint) => {
    const { communication } = await waitFor('the fee', async () =>
      (await door.get<Owed[]>('/my/payments')).find((one) => one.caseId === caseId),
    );
    await paul.upload('/statements', {
      name: 'statement.cod',
      content: bank([{ communication, cents, name: 'PAYER' }]),
    });
  };
  const taskOf = (clerk: FrontDoor, { caseId }: Filed, elementId: string) =>
    waitFor(`the task ${elementId}`, async () => {
      const { items } = await clerk.get<{ items: Task[] }>('/tasks?view=unassigned&limit=100');
      return items.find((task) => task.caseId === caseId && task.elementId === elementId);
    });
  const complete = async (clerk: FrontDoor, filed: Filed, elementId: string, data: object) => {
    const { id } = await taskOf(clerk, filed, elementId);
    await clerk.post(`/tasks/${id}/claim`);
    await clerk.post(`/tasks/${id}/completion`, { data });
  };
  const rightOf = ({ caseId }: Filed) =>
    waitFor('the right', async () => (await rachid.get<Right[]>(`/cases/${caseId}/rights`))[0]);
  const standingOf = async (filed: Filed) => {
    const { number } = await rightOf(filed);
    return (await filed.door.get<Right[]>('/my/rights')).find((one) => one.number === number)?.standing;
  };
  const placeOf = async ({ caseId }: Filed) =>
    (await rachid.get<{ state: string; position: number | null }[]>(`/cases/${caseId}/places`))[0];
  const subjectsTo = async (address: string) => (await mailsTo(installation, address)).map(({ subject }) => subject);

  test('a driver with nothing against her has the certificate, and her employer is told', async () => {
    driver = await fileAsDriver(ines);
    await pay(driver, 7500n);
    await complete(hilde, driver, 'decide', { outcome: 'grant' });
    const { number } = await rightOf(driver);
    expect(number).toMatch(/^TDC-\d{4}-\d{5}$/);
    expect(await standingOf(driver)).toBe('valid');
    await waitFor('the mail to the employer', async () => (await subjectsTo(employer)).length > 0);
  });

  test('a record that is not blank goes to its reader alone, who says why she looks at what the driver explains', async () => {
    const filed = await fileAsDriver(lotte, { status: 'selfEmployed', convictions: explained });
    await pay(filed, 7500n);
    const { id } = await taskOf(fatima, filed, 'assess-record');
    await expect(rachid.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ status: 403 });
    const why = { pointer: '/convictions', reason: 'Appréciation de la moralité', category: 'handling' };
    await expect(rachid.post(`/cases/${filed.caseId}/unmaskings`, why)).rejects.toMatchObject({ status: 403 });
    expect(JSON.stringify(await fatima.get(`/cases/${filed.caseId}`))).not.toContain(explained);
    await fatima.post(`/cases/${filed.caseId}/unmaskings`, why);
    expect(JSON.stringify(await fatima.get(`/cases/${filed.caseId}`))).toContain(explained);
    expect(JSON.stringify(await rachid.get(`/cases/${filed.caseId}`))).not.toContain(explained);
    await complete(fatima, filed, 'assess-record', { offense: 'minor', yearsSince: 8, count: 1, isErased: false });
    await complete(hilde, filed, 'decide', { outcome: 'grant' });
    expect((await rightOf(filed)).number).toMatch(/^TDC-/);
  });

  test('an inspection system opens a sanction by the number on the card, and the driver is summoned', async () => {
    const { number } = await rightOf(driver);
    const answer = await fetch(`${installation.webUrl}/api/intake/CT-2026-031`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        procedureKey: 'taxi-sanction',
        applicant: { name: 'Inès Varnelle', email: null, nationalNumber: '84000090286' },
        language: 'fr',
        receivedOn: today,
        data: {
          origin: 'inspection',
          rightKind: 'certificate',
          rightNumber: number,
          reportNumber: 'CT-2026-031',
          reportDate: today,
          facts: 'Le taximètre n’était pas enclenché.',
          infringements: [{ provision: 'arrêté du 6 octobre 2022', grade: 2 }],
          isRepeated: false,
          language: 'fr',
        },
      }),
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
    sanction = { door: ines, caseId: ((await answer.json()) as { caseId: string }).caseId };
    const planned = { day: dayIn(hearingDays), time: '10:30', place: 'place de l’Exemple 30' };
    await complete(rachid, sanction, 'plan-hearing', planned);
    const summons = async () => (await ines.get<object[]>(`/my/cases/${sanction.caseId}/hearings`))[0];
    expect(await waitFor('the summons', summons)).toMatchObject({ day: planned.day, time: '10:30' });
  });

  test('an operator whose company was fined for illegal employment is known to be, by a register of another administration', async () => {
    const sofie = await as('Sofie ');
    const rows = [
      'number;holder-name;holder-national-number;valid-from;valid-to;state;report;amount',
      `AFR-${today.slice(0, 4)}-00001;Inès Varnelle;84000090286;${dayIn(-30)};${dayIn(1000)};entered;PV-1;"100,00"`,
    ];
    const upload = { name: 'fines.csv', content: rows.join('\n') };
    const { id } = await sofie.upload<{ id: string }>(
      '/procedures/administrative-fine/rights/fine-record/imports',
      upload,
    );
    const imported = `/right-imports/${id}`;
    const state = async () => sofie.get<{ state: string; revision: number }>(imported);
    await sofie.post(`${imported}/check`);
    await waitFor('the dry run', async () => (await state()).state === 'checked');
    await sofie.put(`${imported}/controls`, { controls: { rights: 1, states: {}, amounts: {} } });
    await sofie.post(`${imported}/start`, { revision: (await state()).revision });
    await waitFor('the end of it', async () => (await state()).state === 'finished');
    expect(await sofie.get('/rights?kind=fine-record')).toMatchObject({ items: [{ standing: 'valid' }] });
  });

  test('the last rank place is given once: who comes a second later stands first in the line', async () => {
    const both = await Promise.all([fileAsOperator(ines), fileAsOperator(lotte)]);
    for (const filed of both) await waitFor('an answer of the quota', async () => placeOf(filed));
    const states = await Promise.all(both.map(async (filed) => placeOf(filed)));
    expect(states.map((place) => place?.state ?? '').toSorted()).toEqual(['reserved', 'waiting']);
    expect(states.find((place) => place?.state === 'waiting')).toMatchObject({ position: 1 });
    const consultations = await ines.get<{ source: { en: string }; outcome: string }[]>('/my/consultations');
    expect(consultations.find(({ source }) => source.en === 'Register of employment fines')).toMatchObject({
      outcome: 'answered',
    });
    expect(JSON.stringify(await rachid.get(`/cases/${both[0]?.caseId}/facts`))).toContain('AFR-');
    const [first, second] = states[0]?.state === 'reserved' ? both : both.toReversed();
    if (first === undefined || second === undefined) throw new Error('Expected two applications, but found fewer');
    const visit = await waitFor(
      'the inspection of the vehicle',
      async () => (await rachid.get<{ id: string }[]>(`/cases/${first.caseId}/inspections`))[0],
    );
    await rachid.post(`/inspections/${visit.id}/report`, {
      data: { observed: 'Tout est en ordre.', roofLight: true, meter: true },
      outcome: 'compliant',
    });
    const { id } = await taskOf(rachid, first, 'instruct');
    await expect(rachid.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    const proposal = { asksOpinion: false, outcome: 'grant', motivation: 'Les conditions sont remplies.' };
    await complete(els, first, 'instruct', proposal);
    await complete(hilde, first, 'decide', { validation: 'approve' });
    await pay(first, 31_000n);
    expect((await rightOf(first)).number).toMatch(/^TOA-/);
    await waitFor('that the place is held', async () => (await placeOf(first))?.state === 'held');
    // Who gives the activity up frees the place for who waits.
    const { number } = await rightOf(first);
    await file(first.door, 'taxi-operating-authorization', async () => ({
      ...declared,
      requestKind: 'end',
      authorizationNumber: number,
    }));
    await waitFor('the offer', async () => (await placeOf(second))?.state === 'reserved', 120);
  }, 240_000);

  test('who was heard is suspended, her employer is told without a reason, and an appeal holds the suspension back', async () => {
    await server.stop();
    const later = daysLater(hearingDays + 1);
    server = await startIrisflow({ ...installation, environment: { ...installation.environment, ...later } });
    await signIn();
    [driver, sanction] = [driver, sanction].map((filed) => ({ ...filed, door: ines })) as [Filed, Filed];
    const address = `/cases/${sanction.caseId}`;
    const [hearing] = await rachid.get<Hearing[]>(`${address}/hearings`);
    const presence = hearing?.summoned.map(({ position }) => ({ position, came: true, statement: 'Un oubli.' })) ?? [];
    await rachid.post(`${address}/hearings/${hearing?.id}/leader`);
    await rachid.post(`${address}/hearings/${hearing?.id}/minutes`, { presence, minutes: 'Un oubli.', documents: [] });
    const told = (await subjectsTo(employer)).length;
    await complete(hilde, sanction, 'decide', {
      outcome: 'suspension',
      days: 8,
      motivation: 'Les faits sont établis.',
    });
    await waitFor('the suspension', async () => (await standingOf(driver)) === 'suspended');
    await waitFor('the mail to the employer', async () => (await subjectsTo(employer)).length > told);
    const [mail] = (await mailsTo(installation, employer)).filter(({ subject }) => subject.includes('ne vaut plus'));
    expect(mail?.text).not.toContain('taximètre');
    await ines.post(`/my${address}/appeals`, { remedy: 0, summary: 'Le taximètre était en panne.' });
    await waitFor('that it is held back', async () => (await standingOf(driver)) === 'valid');
    const { id } = await taskOf(hilde, sanction, 'review-appeal');
    await expect(hilde.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await complete(els, sanction, 'review-appeal', { appealOutcome: 'annulled', motivation: 'La panne est prouvée.' });
    await waitFor('the end', async () =>
      (await rachid.get<{ timeline: { kind: string }[] }>(address)).timeline.some(({ kind }) => kind === 'closed'),
    );
    expect(await standingOf(driver)).toBe('valid');
  }, 240_000);

  test('nothing stands still', async () => {
    for (const key of ['taxi-driver-certificate', 'taxi-operating-authorization', 'taxi-sanction'])
      expect(await paul.get(`/designer/procedures/${key}/instances?incidents=true`)).toMatchObject({ items: [] });
  });
});
