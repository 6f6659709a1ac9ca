import { usualStore } from '@irisflow/database/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

interface Made {
  readonly token: string;
  readonly apiToken: { readonly id: string; readonly lastUsedAt: string | null; readonly lastUsedFrom: string | null };
}
interface Entry {
  readonly actor: string;
  readonly actorName: string | null;
  readonly action: string;
}

const everything = ['cases.read', 'files.read', 'cases.open', 'numbers.read', 'registers.tell'];
const unknown = { status: 401, code: 'SIGN_IN_NEEDED' };
const noScope = { status: 403, code: 'SCOPE_NEEDED' };

describe.each([usualStore])('API tokens, on %s', (kind) => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let housing: Visitor;
  let mobility: Visitor;
  let citizen: Visitor;
  /** Of two procedures of housing. */
  let rentCase: string;
  let roofCase: string;

  const days = (count: number) => new Date(given.clock.now() + count * 86_400_000).toISOString().slice(0, 10);
  const make = (by: Visitor, more: object = {}) =>
    by.ask<Made>('createApiToken', {
      body: { name: 'Finance', scopes: everything, procedures: null, addresses: null, lastDay: days(30), ...more },
    });
  const bearer = (token: string, more: Readonly<Record<string, string>> = {}) =>
    visitor(app, { authorization: `Bearer ${token}`, ...more });
  const system = async (more: object = {}, by: Visitor = housing) => bearer((await make(by, more)).token);
  const open = (caller: Visitor, externalReference: string, procedureKey = 'rent-aid') =>
    caller.call('openCaseByReference', {
      params: { externalReference },
      body: {
        procedureKey,
        applicant: { name: 'Şule Yılmaz', email: null, nationalNumber: '85000099712' },
        language: 'nl',
        receivedOn: null,
        data: { request: 'A roof' },
      },
    });
  const referencesSeen = async (caller: Visitor, query: Readonly<Record<string, string>> = {}) =>
    (await caller.ask<{ items: { id: string }[]; total: number }>('listCases', { query })).items.map(({ id }) => id);
  const audited = async (search: string) =>
    (await housing.ask<{ items: Entry[] }>('listAudit', { query: { search, limit: '100' } })).items;

  beforeAll(async () => {
    given = await openTestPlatform({}, kind);
    ({ app } = given);
    const staff = (name: string, administration: string) =>
      givenPerson(app, given.casework, {
        name,
        roles: ['agent', 'analyst', 'administrator', 'auditor'],
        administration,
      });
    housing = await staff('Hugo', 'brussels-housing');
    mobility = await staff('Mia', 'brussels-mobility');
    citizen = await givenPerson(app, given.casework, {
      name: 'Léa',
      roles: ['citizen'],
      nationalNumber: '85000099712',
    });
    await givenProcedure(housing, 'rent-aid');
    await givenProcedure(housing, 'roof-aid');
    rentCase = await givenCase(citizen, 'rent-aid');
    roofCase = await givenCase(citizen, 'roof-aid');
  });
  afterAll(() => given.close());

  describe('are made', () => {
    it('by administrators, shown once, with a beginning and a checksum to be found by, and kept as a hash', async () => {
      const { token, apiToken } = await make(housing);
      expect(token).toMatch(/^ift_[A-Za-z0-9_-]{43}[0-9a-f]{8}$/);
      const listed = await housing.ask<Made['apiToken'][]>('listApiTokens');
      expect(listed).toContainEqual(apiToken);
      const kept = JSON.stringify([
        listed,
        await given.database.query('select * from casework.api_token_secret'),
        await given.database.query('select detail from casework.audit_entry'),
      ]);
      expect(kept).not.toContain(token);
      expect(await audited(`apiToken:${apiToken.id}`)).toMatchObject([{ action: 'apiToken.created' }]);
    });

    it.each([
      ['no end', { lastDay: '' }],
      ['an end that is over', { lastDay: '2020-01-01' }],
      ['an end beyond a year', { lastDay: '2099-01-01' }],
      ['no scope', { scopes: [] }],
      ['a scope that there is not', { scopes: ['everything'] }],
      ['a name that nobody sees', { name: '\u200b \u2800' }],
      ['a procedure that stands for all', { procedures: ['*'] }],
      ['two procedures in one', { procedures: ['rent-aid roof-aid'] }],
      ['an address that is none', { addresses: ['example.org'] }],
      ['a network that is none', { addresses: ['10.0.0.0/33'] }],
    ])('never with %s', async (_, more) => {
      const body = { name: 'x', scopes: everything, procedures: null, addresses: null, lastDay: days(30), ...more };
      expect((await housing.call('createApiToken', { body })).statusCode).toBe(400);
    });

    it('never by a token, whatever it is for, nor renewed or revoked by one', async () => {
      const { token, apiToken } = await make(housing);
      const body = { name: 'x', scopes: everything, procedures: null, addresses: null, lastDay: days(30) };
      const params = { tokenId: apiToken.id };
      for (const answer of [
        await bearer(token).call('createApiToken', { body }),
        await bearer(token).call('renewApiToken', { params, body: { lastDay: days(30) } }),
        await bearer(token).call('revokeApiToken', { params }),
        await bearer(token).call('listApiTokens'),
        await bearer(token).call('listStaff'),
        await bearer(token).call('listAudit'),
      ])
        expect(answer.json()).toMatchObject(noScope);
    });
  });

  describe('let in', () => {
    it('who reads where cases stand, without the files, and says what is missing', async () => {
      const caller = await system({ scopes: ['cases.read'] });
      expect(new Set(await referencesSeen(caller))).toEqual(new Set([rentCase, roofCase]));
      expect(await referencesSeen(caller, { search: 'léa' })).toHaveLength(2);
      const refused = (await caller.call('getCase', { params: { caseId: rentCase } })).json<{ detail: string }>();
      expect(refused).toMatchObject(noScope);
      expect(refused.detail).toContain('files.read');
      const uncovered = (await caller.call('getTaskCounters')).json<{ detail: string }>();
      expect(uncovered.detail).toContain('none covers this one');
    });

    it('who reads files: the person concerned is told, and notes of the office stay there', async () => {
      await housing.ask('addNote', { params: { caseId: rentCase }, body: { text: 'Between us.' } });
      await housing.ask('correctAnswers', {
        params: { caseId: rentCase },
        body: { data: { request: 'Two roofs' }, reason: 'A slip.', seen: 0 },
      });
      const caller = await system({ scopes: ['files.read'] });
      const file = await caller.ask<{ data: object; notes: unknown[] }>('getCase', { params: { caseId: rentCase } });
      expect(file).toMatchObject({ data: { request: 'Two roofs' }, notes: [], corrections: [{ by: null }] });
      const accesses = await citizen.ask<{ actingAs: string; caseId: string }[]>('listMyAccesses');
      expect(accesses).toContainEqual(expect.objectContaining({ actingAs: 'system', caseId: rentCase }));
      expect(await audited('case.read')).toContainEqual(
        expect.objectContaining({ actor: expect.stringMatching(/^apiToken:/), actorName: 'Finance' }),
      );
    });

    it('who opens cases, once a name, for whom the office knows already', async () => {
      const caller = await system({ name: 'Permits', scopes: ['cases.open'] });
      const first = await open(caller, 'theirs-1');
      expect(first.json()).toMatchObject({ isNew: true });
      const { caseId } = first.json<{ caseId: string }>();
      expect((await open(caller, 'theirs-1')).json()).toMatchObject({ isNew: false, caseId });
      expect(await housing.ask('getCase', { params: { caseId } })).toMatchObject({
        channel: 'api',
        applicant: 'Şule Yılmaz',
      });
      expect(await citizen.ask<{ id: string }[]>('listMyCases')).toContainEqual(
        expect.objectContaining({ id: caseId }),
      );
      expect((await audited(`case:${caseId}`)).at(-1)).toMatchObject({
        action: 'application.submitted',
        actorName: 'Permits',
      });
      // Who opens cases does not thereby read them.
      expect((await caller.call('listCases')).json()).toMatchObject(noScope);
    });

    it('who reads numbers', async () => {
      const caller = await system({ scopes: ['numbers.read'], procedures: ['rent-aid'] });
      const query = { quarter: '2026-Q3' };
      const numbers = await caller.ask<{ procedures: { key: string }[] }>('getSystemNumbers', { query });
      expect(numbers.procedures.map(({ key }) => key)).toEqual(['rent-aid']);
      // One day of one procedure could be one person: those numbers are for people, who answer for what they read.
      const ofDays = { query: { from: days(-1), to: days(0), procedureKey: 'rent-aid' } };
      expect((await caller.call('getNumbers', ofDays)).json()).toMatchObject(noScope);
      expect((await caller.call('exportNumbers', ofDays)).json()).toMatchObject(noScope);
    });

    it('who looks for words, a few times a minute: no index answers a token', async () => {
      const caller = await system({ scopes: ['cases.read'] });
      const look = (search: string) => caller.call('listCases', { query: { search } });
      for (let times = 0; times < 20; times += 1) expect((await look('roof')).statusCode).toBe(200);
      expect((await look('roof')).json()).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
      expect((await look(' ')).statusCode).toBe(200);
      expect((await caller.call('listCases')).statusCode).toBe(200);
      // Another token, and a clerk, whom the index answers, have a count of their own.
      const other = await system({ scopes: ['cases.read'] });
      expect((await other.call('listCases', { query: { search: 'roof' } })).statusCode).toBe(200);
    });

    it('nobody to cases of other procedures than they are for', async () => {
      const caller = await system({ procedures: ['roof-aid'] });
      expect(await referencesSeen(caller)).toEqual([roofCase]);
      expect(await referencesSeen(caller, { procedure: 'rent-aid' })).toEqual([]);
      expect((await caller.call('getCase', { params: { caseId: rentCase } })).json()).toMatchObject({ status: 404 });
      expect((await open(caller, 'theirs-2')).json()).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    });

    it('nobody to cases of another administration, nor to open one there', async () => {
      const caller = await system({}, mobility);
      expect(await referencesSeen(caller)).toEqual([]);
      expect((await caller.call('getCase', { params: { caseId: rentCase } })).json()).toMatchObject({ status: 404 });
      expect((await open(caller, 'theirs-3')).json()).toMatchObject({ status: 404 });
    });

    it('as if nobody were there to what is public', async () => {
      const caller = await system({ scopes: ['numbers.read'] });
      expect((await caller.call('listProcedures')).statusCode).toBe(200);
    });
  });

  describe('count', () => {
    it('until they are revoked, which is known with the next call', async () => {
      const { token, apiToken } = await make(housing);
      const caller = bearer(token);
      expect((await caller.call('listCases')).statusCode).toBe(200);
      const params = { tokenId: apiToken.id };
      const running = caller.call('listCases');
      await housing.ask('revokeApiToken', { params });
      expect([200, 401]).toContain((await running).statusCode);
      expect((await caller.call('listCases')).json()).toMatchObject(unknown);
      const again = await housing.call('renewApiToken', { params, body: { lastDay: days(30) } });
      expect(again.json()).toMatchObject({ status: 409, code: 'TOKEN_REVOKED' });
    });

    it('until their last day is over, and a renewal leaves the old text one more day', async () => {
      const { token, apiToken } = await make(housing, { lastDay: days(1) });
      const renewed = await housing.ask<Made>('renewApiToken', {
        params: { tokenId: apiToken.id },
        body: { lastDay: days(300) },
      });
      expect((await bearer(token).call('listCases')).statusCode).toBe(200);
      expect((await bearer(renewed.token).call('listCases')).statusCode).toBe(200);
      given.clock.pass(25 * 60);
      try {
        expect((await bearer(token).call('listCases')).json()).toMatchObject(unknown);
        expect((await bearer(renewed.token).call('listCases')).statusCode).toBe(200);
      } finally {
        given.clock.pass(-25 * 60);
      }
    });

    it('from the addresses that they are for, however those are written', async () => {
      const { token, apiToken } = await make(housing, { addresses: ['192.0.2.0/24', '2001:db8::/32'] });
      const from = (remoteAddress: string) =>
        app.inject({ method: 'GET', url: '/api/cases', headers: { authorization: `Bearer ${token}` }, remoteAddress });
      for (const address of ['192.0.2.7', '::ffff:192.0.2.7', '2001:db8::1'])
        expect((await from(address)).statusCode).toBe(200);
      for (const address of ['192.0.3.7', '::ffff:192.0.3.7', '2001:db9::1', '127.0.0.1'])
        expect((await from(address)).json()).toMatchObject(unknown);
      const listed = await housing.ask<Made['apiToken'][]>('listApiTokens');
      expect(listed.find(({ id }) => id === apiToken.id)).toMatchObject({ lastUsedFrom: '2001:db8::1' });
      // Told once, however often: who found a token fills no audit.
      expect(await audited('apiToken.refused')).toHaveLength(1);
    });
  });

  describe('are refused', () => {
    it('in an address, whoever shows them there', async () => {
      const { token } = await make(housing);
      for (const url of [`/api/cases?access_token=${token}`, `/api/cases?token=${token}`]) {
        const answer = await app.inject({ method: 'GET', url, headers: housing.headers });
        expect(answer.json()).toMatchObject({ status: 400, code: 'TOKEN_IN_ADDRESS' });
      }
    });

    it('with anything beside them, and count before a session', async () => {
      const { token } = await make(housing, { scopes: ['numbers.read'] });
      const mistyped = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
      for (const text of [`${token}x`, `${token}, ${token}`, mistyped, token.toUpperCase()])
        expect((await bearer(text).call('listCases')).json()).toMatchObject(unknown);
      const both = bearer(token, { ...housing.headers, authorization: `Bearer ${token}` });
      expect((await both.call('listCases')).json()).toMatchObject(noScope);
      const asConnector = bearer(token, { 'irisflow-case': 'x', 'irisflow-connector': 'mail', 'irisflow-job': '1' });
      expect((await asConnector.call('setCaseStatus', { body: { status: 'received' } })).json()).toMatchObject(noScope);
    });

    it('as often as anybody, each for itself', async () => {
      const strict = await given.alsoAs({ requestsPerMinute: 2 });
      const [one, other] = [await make(housing), await make(housing)];
      const call = async (token: string) =>
        (await visitor(strict, { authorization: `Bearer ${token}` }).call('listCases')).statusCode;
      expect([await call(one.token), await call(one.token), await call(one.token)]).toEqual([200, 200, 429]);
      expect(await call(other.token)).toBe(200);
    });
  });
});
