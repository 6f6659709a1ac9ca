import { usualStore } from '@irisflow/database/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectorToken, openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor } from '../testing/visitor.ts';

describe.each([usualStore])('limits on %s', (kind) => {
  let given: TestPlatform;
  let here: FastifyInstance;
  let there: FastifyInstance;
  let people = 0;

  beforeAll(async () => {
    const limits = { requestsPerMinute: 5, wrongTokensPerMinute: 3, sharesLimits: true };
    given = await openTestPlatform(limits, kind);
    here = given.app;
    there = await given.alsoAs(limits);
  }, 120_000);
  afterAll(() => given.close());

  const statusOf = async (app: FastifyInstance, address: string, headers: Record<string, string> = {}) =>
    (await app.inject({ url: '/api/procedures', remoteAddress: address, headers })).statusCode;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('are counted by address before sign-in, in all web processes together', async () => {
    const seen = [];
    for (const app of [here, there, here, there, here, there]) seen.push(await statusOf(app, '10.1.0.1'));
    expect(seen).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await there.inject({
      url: '/api/openapi.json',
      remoteAddress: '10.1.0.1',
      headers: { 'x-forwarded-for': '10.1.0.99' },
    });
    expect(refused.json()).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await statusOf(here, '10.1.0.2')).toBe(200);
    given.clock.pass(1.1);
    expect(await statusOf(here, '10.1.0.1')).toBe(200);
  });

  it('take a network of IPv6 for one address', async () => {
    const seen = [];
    for (let host = 1; host <= 6; host += 1) seen.push(await statusOf(here, `2001:db8:1:2::${host}`));
    expect(seen.at(-1)).toBe(429);
    expect(await statusOf(here, '2001:db8:1:3::1')).toBe(200);
  });

  it('are counted by account after it, whatever the address', async () => {
    const person = await givenPerson(here, given.casework, { name: `Léa ${(people += 1)}`, roles: ['citizen'] });
    const other = await givenPerson(here, given.casework, { name: `Léa ${(people += 1)}`, roles: ['citizen'] });
    const seen = [];
    for (let call = 1; call <= 6; call += 1) seen.push(await statusOf(here, `10.2.0.${call}`, { ...person.headers }));
    expect(seen).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statusOf(there, '10.2.0.1', { ...other.headers })).toBe(200);
  });

  it('are counted by token for connectors of others: a neighbor uses up nothing of theirs', async () => {
    const tokenOf = async (administration: string) => {
      const name = `Ada ${(people += 1)}`;
      const head = await givenPerson(here, given.casework, { name, roles: ['administrator'], administration });
      const body = { name: 'x', types: [`${administration}.permit`] };
      return (await head.ask<{ token: string }>('createConnectorToken', { body })).token;
    };
    const register = async (token: string) => {
      const registration = { method: 'PUT', url: '/api/connector/registration', remoteAddress: '10.5.0.1' } as const;
      return (await here.inject({ ...registration, headers: bearer(token), payload: {} })).statusCode;
    };
    const [ours, theirs] = [await tokenOf('brussels-housing'), await tokenOf('brussels-mobility')];
    const seen = [];
    for (let call = 1; call <= 6; call += 1) seen.push(await register(theirs));
    expect(seen).toEqual([400, 400, 400, 400, 400, 429]);
    expect(await register(ours)).toBe(400);
  });

  it('never hold for health', async () => {
    for (let call = 0; call < 20; call += 1)
      for (const url of ['/api/health/live', '/api/health/ready'])
        expect((await here.inject({ url, remoteAddress: '10.3.0.1' })).statusCode).toBe(200);
  });

  it('stop guesses at the token of connectors, are written down, and never slow who has it', async () => {
    const guess = (app: FastifyInstance) => statusOf(app, '10.4.0.1', bearer('wrong'));
    const seen = [];
    for (const app of [here, there, here, there, here]) seen.push(await guess(app));
    expect(seen).toEqual([200, 200, 200, 429, 429]);
    // The right token comes to the door itself, and is turned away there for want of a case alone.
    const knock = { method: 'POST', url: '/api/connector/case/close', remoteAddress: '10.4.0.1' } as const;
    for (let call = 0; call < 20; call += 1) {
      const answer = await here.inject({ ...knock, headers: bearer(connectorToken), payload: { reason: 'x' } });
      expect(answer.json()).toMatchObject({ status: 403, code: 'CASE_REFUSED' });
    }
    const rows = await given.database.query(
      "select detail ->> 'reason' as reason from casework.audit_entry where action = 'connector.refused' and detail ->> 'reason' like '%wrong token%' order by sequence",
    );
    expect(rows).toEqual([{ reason: 'wrong token' }, { reason: 'more than 3 wrong tokens in 60 s' }]);
  });

  it('hold for the token of the first administrator too', async () => {
    given.clock.pass(5);
    const person = await givenPerson(here, given.casework, { name: `Léa ${(people += 1)}`, roles: ['citizen'] });
    const guesses = [];
    for (let call = 0; call < 6; call += 1)
      guesses.push((await person.call('redeemFirstAdministrator', { body: { token: `guess ${call}` } })).statusCode);
    expect(guesses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});

describe('limits that each web process counts for itself', () => {
  it('are those of one process, which asks no store', async () => {
    const given = await openTestPlatform({ requestsPerMinute: 2 });
    const seen = [];
    for (let call = 0; call < 3; call += 1) seen.push((await visitor(given.app).call('listProcedures')).statusCode);
    expect(seen).toEqual([200, 200, 429]);
    expect(await given.database.query('select * from casework.request_count')).toEqual([]);
    await given.close();
  });
});
