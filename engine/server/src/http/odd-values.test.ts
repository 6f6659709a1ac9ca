import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const everyRole = ['citizen', 'agent', 'supervisor', 'analyst', 'administrator'] as const;
const cursorOf = (position: readonly string[]): string => Buffer.from(JSON.stringify(position)).toString('base64url');

const letterOf = (receivedOn: string) => ({
  who: { kind: 'unknown' },
  note: {
    channel: 'mail',
    kind: 'documents',
    language: 'nl',
    firstName: 'Noor',
    lastName: 'Verlinden',
    phone: null,
    email: null,
    subject: 'Dossier',
    said: '',
    answer: '',
    followUp: '',
    followUpOn: null,
    receivedOn,
  },
});

describe('values that fit the description of the API and nothing else', () => {
  let given: TestPlatform;
  let insider: Visitor;
  let connector: Visitor;
  let caseId = '';
  beforeAll(async () => {
    given = await openTestPlatform();
    insider = await givenPerson(given.app, given.casework, {
      name: 'Ina',
      roles: everyRole,
      administration: 'brussels-housing',
    });
    await givenProcedure(insider, 'rent-aid');
    caseId = await givenCase(insider, 'rent-aid');
    connector = await givenConnector(given, caseId);
  });
  afterAll(() => given.close());

  const positions = [
    ['not a time', 'x'],
    ['999999-01-01', 'x'],
    ['2026-13-01T00:00:00.000Z', 'x'],
    ['infinity', 'x'],
    ['NaN', 'x'],
    ['1e999', 'x'],
    ['99999999999', 'x'],
    ['2026-02-30T00:00:00.000Z', 'x'],
    ['\0', 'x'],
    ['1', '\0'],
    ['2026-11-25T00:00:00.000Z', '\uD800'],
  ];
  it.each(
    (['listContacts', 'listCases', 'listTasks'] as const).flatMap((list) => positions.map((at) => ({ list, at }))),
  )('$list: a cursor that says $at is of no earlier page', async ({ list, at }) => {
    for (const search of [{}, { search: 'a' }]) {
      const answer = await insider.call(list, { query: { cursor: cursorOf(at), ...search } });
      expect(answer.json(), answer.body).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    }
  });

  it.each([
    ['\0', 'x'],
    ['x', '\uD800'],
  ])('a cursor of a list by name that says %j, %j is of no earlier page', async (...at) => {
    const answer = await insider.call('listStaff', { query: { cursor: cursorOf(at) } });
    expect(answer.json()).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  });

  it('days of the first century are days', async () => {
    const name = { fr: 'Fermé', nl: 'Gesloten', en: 'Closed' };
    for (const closure of [
      { recurs: 'once', from: '0001-01-01' },
      { recurs: 'yearly', date: '05-08', from: '0099-01-01' },
    ])
      expect(await insider.ask('addClosure', { body: { name, ...closure } })).toMatchObject(closure);
  });

  it('a letter of the first century is a slip of the pen', async () => {
    const answer = await insider.call('recordContact', { body: letterOf('0033-04-03') });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/note/receivedOn' }] });
  });

  it.each(['0001-01-01', '2020-12-24'])('nobody can be asked to answer by %s', async (dueDate) => {
    const items = [{ key: 'lease', label: { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' } }];
    const answer = await connector.call('requestInformation', {
      body: { items, dueDate },
      headers: { 'idempotency-key': dueDate },
    });
    expect(answer.json()).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  });

  it.each([
    { amount: 1e300 },
    { amount: -1e12 },
    { outcome: 'x'.repeat(5_000) },
    { validFrom: '2027-01-01', validTo: '2026-01-01' },
  ])('a decision that says %o is refused, and says where', async (odd) => {
    const decision = { outcome: 'granted', grounds: [], ...odd };
    const answer = await connector.call('recordDecision', {
      body: decision,
      headers: { 'idempotency-key': JSON.stringify(odd).slice(0, 100) },
    });
    expect(answer.statusCode, answer.body).toBe(400);
    expect(answer.body).toContain(Object.keys(odd).at(-1));
  });

  it('appeals that came on one day are read in the order of their numbers', async () => {
    const headers = { 'idempotency-key': 'decided' };
    await connector.ask('recordDecision', { body: { outcome: 'refused', grounds: [] }, headers });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(given.clock.now());
    // Nobody works on their own case.
    const clerk = await givenPerson(given.app, given.casework, {
      name: 'Nora',
      roles: ['agent'],
      administration: 'brussels-housing',
    });
    const record = (summary: string) =>
      clerk.ask<{ appeals: { reference: string }[] }>('recordAppeal', {
        params: { caseId },
        body: { receivedOn: today, summary },
      });
    for (let count = 0; count < 4; count += 1) await record(`Too little ${count}`);
    // Posted twice at once, a letter is one letter.
    await Promise.all([record('Too late'), record('Too late')]);
    const { appeals } = await record('Too late');
    const ends = appeals.map(({ reference }) => reference.slice(-4));
    expect(ends).toEqual(['/R01', '/R02', '/R03', '/R04', '/R05']);
  });
});
