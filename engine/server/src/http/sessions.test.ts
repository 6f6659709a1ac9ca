import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

const day = 24 * 60;

describe('sessions', () => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let people = 0;

  beforeAll(async () => {
    given = await openTestPlatform();
    ({ app } = given);
    await given.casework.identity.upsertPerson(
      { kind: 'job', name: 'operator' },
      {
        issuer: 'demo',
        subject: 'nadia',
        name: 'Nadia',
        language: 'fr',
        roles: ['agent'],
        demoStory: { fr: 'Agente', nl: 'Medewerker', en: 'Agent' },
      },
    );
  });
  afterAll(() => given.close());

  const signIn = async (name = `Léa ${(people += 1)}`) =>
    givenPerson(app, given.casework, { name, roles: ['citizen'] });
  const isSignedIn = async (caller: Visitor) => (await caller.ask<{ person: unknown }>('getSession')).person !== null;
  const demoPerson = async () => (await visitor(app).ask<{ id: string }[]>('listDemoPeople'))[0]?.id ?? '';
  const signInAsDemo = async (headers: Readonly<Record<string, string>> = {}) =>
    visitor(app).call('signInAsDemoPerson', { body: { personId: await demoPerson() }, headers });

  describe('cookie', () => {
    it('is out of reach of scripts, other sites, other hosts and plain connections', async () => {
      const answer = await signInAsDemo();
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(/^__Host-irisflow=[\w-]{43};/);
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(attribute);
      expect(cookie).not.toMatch(/Domain|Expires|Max-Age/);
      expect(answer.body).not.toContain(/__Host-irisflow=([\w-]+)/.exec(cookie)?.[1]);
      expect(answer.json()).toMatchObject({ person: { name: 'Nadia' } });
    });

    it('is new at every sign-in, and the one before is worth nothing', async () => {
      const before = await signIn();
      const answer = await signInAsDemo(before.headers);
      const after = String(answer.headers['set-cookie']).split(';')[0];
      expect(after).not.toBe(before.headers['cookie']);
      expect(await isSignedIn(before)).toBe(false);
      expect(await isSignedIn(visitor(app, { cookie: after ?? '' }))).toBe(true);
    });

    it('ends with the sign-out, here and in the store', async () => {
      const person = await signIn();
      const answer = await person.call('signOut');
      expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-irisflow=;.*Expires=Thu, 01 Jan 1970/);
      expect(await isSignedIn(person)).toBe(false);
      expect((await person.call('listDrafts')).statusCode).toBe(401);
    });

    it('of nobody is nobody', async () => {
      expect(await isSignedIn(visitor(app, { cookie: `__Host-irisflow=${'A'.repeat(43)}` }))).toBe(false);
      expect(await isSignedIn(visitor(app, { cookie: '__Host-irisflow=%00' }))).toBe(false);
    });
  });

  it('take nothing from a request but what their operation names', async () => {
    const body = { personId: await demoPerson(), assurance: 'forged', idToken: 'forged' };
    expect((await visitor(app).call('signInAsDemoPerson', { body })).statusCode).toBe(400);
    const forged = await given.database.query("select from casework.audit_entry where detail::text like '%forged%'");
    expect(forged).toEqual([]);
  });

  it('of citizens end after 20 idle minutes and after 2 hours', async () => {
    const idle = await signIn();
    given.clock.pass(19);
    expect(await isSignedIn(idle)).toBe(true);
    given.clock.pass(21);
    expect(await isSignedIn(idle)).toBe(false);

    const busy = await signIn();
    for (let minute = 0; minute < 119; minute += 17) {
      expect(await isSignedIn(busy)).toBe(true);
      given.clock.pass(17);
    }
    given.clock.pass(2);
    expect(await isSignedIn(busy)).toBe(false);
    given.clock.pass(-day);
  });

  describe('changes', () => {
    const change = (caller: Visitor, headers: Record<string, string>) =>
      caller.call('createDraft', { body: { procedureKey: 'nothing', language: 'fr' }, headers });

    it.each([
      ['no token', { 'x-csrf-token': '' }, 'CSRF_TOKEN_NEEDED'],
      ['the token of somebody else', { 'x-csrf-token': 'A'.repeat(43) }, 'CSRF_TOKEN_NEEDED'],
      ['another site', { 'sec-fetch-site': 'cross-site' }, 'FOREIGN_ORIGIN'],
      ['a neighbor under the same domain', { 'sec-fetch-site': 'same-site' }, 'FOREIGN_ORIGIN'],
    ])('are refused with %s', async (_, headers, code) => {
      const answer = await change(await signIn(), headers);
      expect(answer.json()).toMatchObject({ status: 403, code });
    });

    it('are judged by their origin where a browser says nothing else', async () => {
      const person = await signIn();
      const { 'sec-fetch-site': _, ...old } = person.headers;
      const from = async (origin: string) =>
        (await change(visitor(app, { ...old, origin }), {})).json<{ code: string }>().code;
      expect(await from('https://evil.example')).toBe('FOREIGN_ORIGIN');
      expect(await from('null')).toBe('FOREIGN_ORIGIN');
      expect(await from('http://localhost')).toBe('NOT_FOUND');
    });

    it('without a session need our own origin as well: nobody is signed in from another site', async () => {
      const answer = await signInAsDemo({ 'sec-fetch-site': 'cross-site' });
      expect(answer.json()).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });
    });
  });

  it('of the demonstration do not exist where there is none', async () => {
    const production = visitor(await given.alsoAs({ isDemo: false }));
    const personId = await demoPerson();
    expect((await production.call('listDemoPeople')).json()).toMatchObject({ status: 403, code: 'NO_DEMONSTRATION' });
    const answer = await production.call('signInAsDemoPerson', { body: { personId } });
    expect(answer.json()).toMatchObject({ status: 403, code: 'NO_DEMONSTRATION' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});
