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
  beforeAll(async () => {
    given = await openTestPlatform();
    insider = await givenPerson(given.app, given.casework, {
      name: 'Ina',
      roles: everyRole,
      administration: 'brussels-housing',
    });
    await givenProcedure(insider, 'rent-aid');
    const caseId = await givenCase(insider, 'rent-aid');
    connector = await givenConnector(given, caseId);
  }, 60_000);
  afterAll(() => given.close());

  const positions = [
    ['not a time', 'x'],
    ['999999-01-01', 'x'],
    ['2026-13-01T00:00:00.000Z', 'x'],
    ['infinity', 'x'],
    ['NaN', 'x'],
    ['1e999', 'x'],
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
    expect(await insider.ask('recordContact', { body: letterOf('0033-04-03') })).toMatchObject({ dueOn: '0033-05-02' });
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
});
