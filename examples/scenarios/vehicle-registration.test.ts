import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, openBank } from '../journeys/kit/bank.ts';
import { signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import {
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { createStartedInstallation } from '../journeys/kit/started-installation.ts';
import { waitFor } from '../journeys/kit/wait-for.ts';

const bank = openBank();
const draftAddress = '/designer/procedures/vehicle-registration';

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
}
interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}
interface Parameter {
  readonly key: string;
  readonly values: { value: number }[];
}
interface Applicant {
  readonly door: FrontDoor;
  readonly caseId: string;
}

const car = {
  requestType: 'first',
  capacity: 'owner',
  address: { street: 'rue de l’Exemple', number: '5', postalCode: '1030', municipality: 'Schaerbeek' },
  email: 'holder@sandbox.example',
  hasMandatary: false,
  language: 'nl',
  vin: 'SANDBX26TESTCAR01',
  origin: 'belgium',
  category: 'M1',
  isUsed: false,
  hasCoc: true,
  isModified: false,
  plateType: 'ordinary',
  certificateLanguage: 'nl',
  delivery: 'normal',
  declaration: true,
  privacy: true,
};

describe('a vehicle from its application to the return of its plate, and the last personalized plate, through the front door', () => {
  let installation: Installation;
  let server: IrisflowProcess;
  let paul: FrontDoor;
  let rachid: FrontDoor;
  let ines: Applicant;
  let winner: Applicant;
  let loser: Applicant;

  const as = (name: string) => signedInAs(installation.webUrl, name);

  beforeAll(async () => {
    installation = await createStartedInstallation('postgres');
    server = await startIrisflow(installation);
    [paul, rachid] = [await as('Paul Noiret'), await as('Rachid ')];
    await paul.put('/payee', { iban: account, name: 'Brussels Mobility', revision: 0 });
    await leaveOnePlate();
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    removeInstallation(installation);
  });

  /** The newest published version says how many personalized plates there are. */
  const leaveOnePlate = async (): Promise<void> => {
    const { revision, files } = await paul.get<Draft>(`${draftAddress}/draft`);
    const path = 'parameters.json';
    const parameters = JSON.parse(files.find((file) => file.path === path)?.content ?? '[]') as Parameter[];
    for (const { key, values } of parameters)
      if (key === 'plates.personalized') for (const one of values) one.value = 1;
    const saved = await paul.put<{ revision: number }>(`${draftAddress}/draft/files`, {
      path,
      content: `${JSON.stringify(parameters, null, 2)}\n`,
      revision,
    });
    await paul.post(`${draftAddress}/publication`, { note: 'One plate', revision: saved.revision });
  };
  const file = async (door: FrontDoor, more: object = {}): Promise<Applicant> => {
    const { id, data } = await door.post<{ id: string; data: object }>('/applications', {
      procedureKey: 'vehicle-registration',
      language: 'nl',
    });
    const { caseId } = await door.post<{ caseId: string }>(`/applications/${id}/submission`, {
      data: { ...data, ...car, ...more },
      language: 'nl',
      despite: 'Another vehicle',
    });
    return { door, caseId };
  };
  const statusOf = async ({ caseId }: Applicant) => (await rachid.get<{ status: string }>(`/cases/${caseId}`)).status;
  const isNow = (applicant: Applicant, status: string) =>
    waitFor(`that it is ${status}`, async () => (await statusOf(applicant)) === status, 60);
  const rightsOf = ({ caseId }: Applicant) => rachid.get<Right[]>(`/cases/${caseId}/rights`);
  const placeOf = async ({ caseId }: Applicant) =>
    (await rachid.get<{ state: string; position: number | null }[]>(`/cases/${caseId}/places`))[0];
  const hasLetter = async ({ caseId }: Applicant, letter: string) =>
    (await rachid.get<{ documents: { category: string }[] }>(`/cases/${caseId}`)).documents.some(
      ({ category }) => category === letter,
    );
  const complete = async ({ caseId }: Applicant, elementId: string, data: object) => {
    const { id } = await waitFor(`the task ${elementId}`, async () => {
      const { items } = await rachid.get<{ items: Task[] }>('/tasks?view=unassigned&limit=100');
      return items.find((task) => task.caseId === caseId && task.elementId === elementId);
    });
    await rachid.post(`/tasks/${id}/claim`);
    await rachid.post(`/tasks/${id}/completion`, { data });
  };

  test('a new car with everything in order is registered while nobody looks at it', async () => {
    ines = await file(await as('Inès '));
    await isNow(ines, 'granted');
    const [right] = await rightsOf(ines);
    expect(right?.number).toMatch(/^IMM-\d{4}-\d{6}$/);
    expect(await ines.door.get('/my/rights')).toMatchObject([{ number: right?.number, standing: 'valid' }]);
    await waitFor('the letter', () => hasLetter(ines, 'registration'));
  });

  test('two people want the last personalized plate at the same moment: one has it, the other one waits', async () => {
    const doors = [await as('Lotte '), await as('Brechtje ')];
    const wish = { plateType: 'personalized', vin: 'SANDBX20TESTCAR04' };
    const both = await Promise.all(doors.map((door, index) => file(door, { ...wish, plateText: `LARK-${index}` })));
    const places = await Promise.all(
      both.map((applicant) => waitFor('a place or a position', () => placeOf(applicant))),
    );
    expect(places.map(({ state }) => state).toSorted()).toEqual(['reserved', 'waiting']);
    const first = places.findIndex(({ state }) => state === 'reserved');
    [winner, loser] = [both[first], both[1 - first]] as [Applicant, Applicant];
    expect(await loser.door.get(`/my/cases/${loser.caseId}/places`)).toMatchObject([{ position: 1 }]);
  });

  test('the one who has it pays, and the federal service gives the plate; who waits has nothing to pay', async () => {
    const owed =
      ({ door, caseId }: Applicant) =>
      async () =>
        (await door.get<Owed[]>('/my/payments')).find((one) => one.caseId === caseId);
    const { communication, rest } = await waitFor('what is to pay', owed(winner));
    expect(rest).toBe('2000.00');
    expect(await owed(loser)()).toBeUndefined();
    const content = bank([{ communication, cents: 200_000n, name: 'HOUDER' }]);
    await paul.upload('/statements', { name: 'statement.cod', content });
    await waitFor('that the plate is kept', async () => (await placeOf(winner))?.state === 'held');
    await complete(winner, 'follow-file', { outcome: 'accepted', plate: 'LARK-26' });
    await isNow(winner, 'granted');
    expect(await rightsOf(winner)).toHaveLength(2);
  });

  test('who strikes off a car is asked to return its plate', async () => {
    const struck = await file(ines.door, {
      requestType: 'strikingOff',
      currentPlate: '2-XZA-001',
      origin: undefined,
      category: undefined,
      isUsed: undefined,
      hasCoc: undefined,
      isModified: undefined,
      plateType: undefined,
    });
    await complete(struck, 'follow-file', { outcome: 'accepted' });
    await isNow(struck, 'granted');
    await waitFor('the letter', () => hasLetter(ines, 'return-plate'));
    expect(await ines.door.get('/my/rights')).toMatchObject([{ standing: 'ended' }]);
  });
});
