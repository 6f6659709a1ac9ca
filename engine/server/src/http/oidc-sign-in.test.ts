import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { acrValues, client, startIdentityProvider, type IdentityProvider } from '../testing/start-identity-provider.ts';
import { givenPerson, visitor } from '../testing/visitor.ts';

const publicUrl = 'http://localhost';

const people = {
  lea: { name: 'Léa Şimşek', email: 'lea@example.org', locale: 'nl-BE', egovNRN: '85000099712' },
  hugo: {
    name: 'Hugo',
    locale: 'fr',
    roles: ['agent', 'superuser'],
    groups: ['rent'],
    administration: 'brussels-housing',
  },
  ada: { name: 'Ada', email: 'Ada@Example.org', email_verified: true, locale: 'fr', acr: 'urn:test:card' },
  bob: { name: 'Bob', email: 'bob@example.org', locale: 'fr', acr: 'urn:test:password' },
  eve: { name: 'Eve', locale: 'fr', roles: ['agent'], administration: 'nowhere' },
};

describe('sign-in with an identity provider', () => {
  let given: TestPlatform;
  let provider: IdentityProvider;
  let app: FastifyInstance;
  let address = 0;

  beforeAll(async () => {
    provider = await startIdentityProvider(`${publicUrl}/api/session/oidc/callback`, people);
    given = await openTestPlatform({ publicUrl, oidc: { issuer: provider.issuer, ...client } });
    ({ app } = given);
  });
  afterAll(async () => {
    await given.close();
    await provider.stop();
  });

  /** Every browser has an address of its own: sign-in is limited by address. */
  const browser = () => {
    const remoteAddress = `10.0.0.${(address += 1)}`;
    return (url: string, cookie = '') => app.inject({ url, remoteAddress, headers: { cookie } });
  };

  const start = async (go: ReturnType<typeof browser>, returnTo = '/my/cases') => {
    const answer = await go(`/api/session/oidc?returnTo=${encodeURIComponent(returnTo)}`);
    expect(answer.statusCode).toBe(302);
    const cookie = String(answer.headers['set-cookie']);
    return { location: String(answer.headers.location), cookie, trip: cookie.split(';')[0] ?? '' };
  };

  const signIn = async (subject: string, returnTo?: string) => {
    const go = browser();
    const { location, trip } = await start(go, returnTo);
    const back = await provider.signIn(location, subject);
    const answer = await go(back.pathname + back.search, trip);
    return { go, trip, back, answer, cookies: [answer.headers['set-cookie'] ?? []].flat() };
  };

  const sessionOf = async (cookies: readonly string[]) => {
    const cookie = cookies.find((one) => one.startsWith('__Host-irisflow='))?.split(';')[0] ?? '';
    return visitor(app, { cookie }).ask<{ person: Record<string, unknown> }>('getSession');
  };

  it('sends the browser off with a state, a nonce and a PKCE challenge, and keeps the secrets in a cookie', async () => {
    const { location, cookie } = await start(browser());
    const asked = new URL(location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'irisflow',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${publicUrl}/api/session/oidc/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(cookie).toMatch(/^__Host-irisflow-sign-in=\S+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('begins on our own pages, and not because another site sends somebody', async () => {
    const from = (site: string) =>
      app.inject({
        url: '/api/session/oidc',
        remoteAddress: `10.0.1.${(address += 1)}`,
        headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' },
      });
    for (const site of ['same-origin', 'none']) expect((await from(site)).statusCode).toBe(302);
    for (const site of ['cross-site', 'same-site']) {
      const refused = await from(site);
      expect(refused.json()).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });
      expect(refused.headers['set-cookie']).toBeUndefined();
    }
  });

  it('makes a citizen of whom the provider gives no role, and seals the national number', async () => {
    const { answer, cookies } = await signIn('lea');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('/my/cases');
    expect(await sessionOf(cookies)).toMatchObject({
      person: { name: 'Léa Şimşek', roles: ['citizen'], language: 'nl', administration: null },
      signIn: { oidc: true },
    });
    expect(cookies.join()).not.toContain('85000099712');
    const rows = await given.database.query('select * from casework.person');
    expect(JSON.stringify(rows)).not.toContain('85000099712');
  });

  it('takes roles, groups and administration from the claims, and no role that it does not know', async () => {
    const { cookies } = await signIn('hugo', '/desk/');
    expect(await sessionOf(cookies)).toMatchObject({
      person: { roles: ['agent'], groups: ['rent'], administration: { key: 'brussels-housing' } },
    });
  });

  it('refuses an administration that it does not know', async () => {
    const { answer, cookies } = await signIn('eve');
    expect(answer.json()).toMatchObject({ status: 403, code: 'ADMINISTRATION_UNKNOWN' });
    expect(cookies).toEqual([]);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '',
  ])('comes back to our own pages, never to %o', async (returnTo) => {
    const { answer } = await signIn('lea', returnTo);
    expect(new URL(String(answer.headers.location), publicUrl).origin).toBe(publicUrl);
  });

  it('refuses a code that was used before', async () => {
    const { go, back, trip } = await signIn('lea');
    const again = await go(back.pathname + back.search, trip);
    expect(again.json()).toMatchObject({ status: 401, code: 'SIGN_IN_REFUSED' });
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('refuses an answer to a question that this browser did not ask', async () => {
    const attacker = browser();
    const planted = await provider.signIn((await start(attacker)).location, 'eve');
    const victim = browser();
    const { trip } = await start(victim);
    const stateOfOther = await victim(planted.pathname + planted.search, trip);
    expect(stateOfOther.json()).toMatchObject({ status: 401, code: 'SIGN_IN_REFUSED' });
    const noTrip = await victim(planted.pathname + planted.search);
    expect(noTrip.json()).toMatchObject({ status: 400, code: 'SIGN_IN_EXPIRED' });
    const nonsense = await victim(planted.pathname + planted.search, '__Host-irisflow-sign-in=bm9uc2Vuc2U');
    expect(nonsense.json()).toMatchObject({ status: 400, code: 'SIGN_IN_EXPIRED' });
  });

  it('refuses an identity token that was made for another question', async () => {
    const go = browser();
    const { location, trip } = await start(go);
    const asked = new URL(location);
    asked.searchParams.set('nonce', 'another');
    const back = await provider.signIn(asked.href, 'lea');
    const answer = await go(back.pathname + back.search, trip);
    expect(answer.json()).toMatchObject({ status: 401, code: 'SIGN_IN_REFUSED' });
  });

  it('refuses an identity token that no key of the provider signed', async () => {
    const forger = await startIdentityProvider(`${publicUrl}/api/session/oidc/callback`, people, 'foreign');
    const deceived = await given.alsoAs({ oidc: { issuer: forger.issuer, ...client } });
    const started = await deceived.inject('/api/session/oidc');
    const back = await forger.signIn(String(started.headers.location), 'lea');
    const cookie = String(started.headers['set-cookie']).split(';')[0] ?? '';
    const answer = await deceived.inject({ url: back.pathname + back.search, headers: { cookie } });
    expect(answer.json()).toMatchObject({ status: 401, code: 'SIGN_IN_REFUSED' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    await forger.stop();
  });

  it('hears when the person declined', async () => {
    const go = browser();
    const { location, trip } = await start(go);
    const state = new URL(location).searchParams.get('state');
    const answer = await go(`/api/session/oidc/callback?error=access_denied&state=${state}`, trip);
    expect(answer.json()).toMatchObject({ status: 401, code: 'SIGN_IN_REFUSED' });
  });

  it('says when the provider does not answer, and works again once it does', async () => {
    const away = await given.alsoAs({ oidc: { issuer: 'http://127.0.0.1:1', ...client } });
    const answer = await visitor(away).call('startOidcSignIn');
    expect(answer.json()).toMatchObject({ status: 503, code: 'IDENTITY_PROVIDER_UNAVAILABLE' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('believes no description that another issuer gave of itself', async () => {
    const alias = provider.issuer.replace('127.0.0.1', 'localhost');
    const deceived = await given.alsoAs({ oidc: { issuer: alias, ...client } });
    const answer = await visitor(deceived).call('startOidcSignIn');
    expect(answer.json()).toMatchObject({ status: 503, code: 'IDENTITY_PROVIDER_UNAVAILABLE' });
  });

  it('does not exist where no provider is configured', async () => {
    const without = await given.alsoAs({ oidc: null });
    expect((await visitor(without).call('startOidcSignIn')).json()).toMatchObject({
      status: 404,
      code: 'NO_IDENTITY_PROVIDER',
    });
  });

  describe('roles', () => {
    const invited = { administration: 'brussels-housing', roles: ['agent'] as const, groups: [] };

    it('are those that were promised here, where the provider names none and vouches for the address', async () => {
      const { people: rooms } = given.casework;
      await rooms.invite({ kind: 'job', name: 'operator' }, { ...invited, email: 'ada@example.org' });
      await rooms.invite({ kind: 'job', name: 'operator' }, { ...invited, email: 'bob@example.org' });
      const promised = { person: { roles: ['citizen', 'agent'], administration: { key: 'brussels-housing' } } };
      expect(await sessionOf((await signIn('ada')).cookies)).toMatchObject(promised);
      expect(await sessionOf((await signIn('ada')).cookies)).toMatchObject(promised);
      expect(await sessionOf((await signIn('bob')).cookies)).toMatchObject({ person: { roles: ['citizen'] } });
    });

    it('of claims count for nothing where roles are managed here', async () => {
      app = await given.alsoAs({ publicUrl, oidc: { issuer: provider.issuer, ...client, rolesFrom: 'here' } });
      const eve = await sessionOf((await signIn('eve')).cookies);
      expect(eve).toMatchObject({ person: { roles: ['citizen'], administration: null } });
      ({ app } = given);
    });
  });

  describe('assurance', () => {
    const [weak, strong] = acrValues;
    const opened = (citizen: string, staff: string) =>
      given.alsoAs({
        publicUrl,
        oidc: {
          issuer: provider.issuer,
          ...client,
          assurance: { values: acrValues, minimum: { citizen, staff, substantial: '', high: '' } },
        },
      });

    it('is asked for, and more of it where staff works', async () => {
      app = await opened(weak, strong);
      const asked = async (query: Record<string, string>) =>
        new URL(String((await visitor(app).call('startOidcSignIn', { query })).headers.location)).searchParams.get(
          'acr_values',
        );
      expect(await asked({ returnTo: '/my/cases' })).toBe(`${weak} ${strong}`);
      expect(await asked({ returnTo: '/desk/cases' })).toBe(strong);
      expect(await asked({ returnTo: '/', assurance: 'staff' })).toBe(strong);
    });

    it('is enough for a citizen, and too little for staff, who is told so at the sign-in page', async () => {
      app = await opened(weak, strong);
      expect((await signIn('bob', '/my/cases')).answer.headers.location).toBe('/my/cases');
      expect((await signIn('ada', '/desk/cases')).answer.headers.location).toBe('/desk/cases');
      await given.casework.people.invite(
        { kind: 'job', name: 'operator' },
        {
          administration: 'brussels-housing',
          roles: ['agent'],
          groups: [],
          issuer: provider.issuer,
          subject: 'bob',
        },
      );
      const { answer, cookies } = await signIn('bob', '/desk/cases');
      expect(answer.headers.location).toBe('/desk/sign-in?refused=staff&returnTo=%2Fcases');
      expect(cookies.join()).not.toContain('__Host-irisflow=');
      const [row] = await given.database.query(
        "select detail ->> 'reason' as reason from casework.audit_entry where action = 'signIn.refused'",
      );
      expect(row).toEqual({ reason: 'assurance of staff' });
      const signedIn = await given.database.query(
        "select detail ->> 'assurance' as assurance from casework.audit_entry where detail ? 'assurance' order by 1 desc",
      );
      expect(signedIn).toEqual([{ assurance: weak }, { assurance: strong }]);
    });

    it('that the provider does not mention is too little', async () => {
      app = await opened(weak, strong);
      expect((await signIn('lea', '/my/cases')).answer.headers.location).toBe(
        '/sign-in?refused=citizen&returnTo=%2Fmy%2Fcases',
      );
      ({ app } = given);
    });
  });

  describe('sign-out', () => {
    const leave = async (cookies: readonly string[], returnTo: string) => {
      const cookie = cookies.find((one) => one.startsWith('__Host-irisflow='))?.split(';')[0] ?? '';
      const { csrfToken } = await visitor(app, { cookie }).ask<{ csrfToken: string }>('getSession');
      const headers = { cookie, 'x-csrf-token': csrfToken, 'sec-fetch-site': 'same-origin' };
      return visitor(app, headers).call('signOut', { query: { returnTo } });
    };

    it('goes on at the provider, comes back to our own page, and empties the browser', async () => {
      const { cookies } = await signIn('lea');
      const answer = await leave(cookies, '/desk/');
      expect(answer.headers['clear-site-data']).toBe('"storage"');
      const { location } = answer.json<{ location: string }>();
      const back = await provider.signOut(location);
      expect(back.origin + back.pathname).toBe(`${publicUrl}/api/session/oidc/signed-out`);
      const home = await app.inject({ url: back.pathname + back.search });
      expect(home.headers.location).toBe('/desk/');
    });

    it('never leads to another site', async () => {
      const { cookies } = await signIn('lea');
      const { location } = (await leave(cookies, 'https://evil.example')).json<{ location: string }>();
      expect(new URL(location).searchParams.get('state')).toBe('/');
      const planted = await app.inject('/api/session/oidc/signed-out?state=//evil.example');
      expect(planted.headers.location).toBe('/');
    });

    it('ends here alone for who did not come from the provider', async () => {
      const person = await givenPerson(app, given.casework, { name: 'Demo', roles: ['citizen'] });
      expect(await person.ask('signOut')).toEqual({ location: null });
    });
  });
});
