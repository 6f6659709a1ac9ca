import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { client, startIdentityProvider, type IdentityProvider } from '../testing/start-identity-provider.ts';
import { visitor, type Visitor } from '../testing/visitor.ts';

const publicUrl = 'http://localhost';
const name = { fr: 'Eau', nl: 'Water', en: 'Water' };

const people = {
  operator: { name: 'Oona', locale: 'fr' },
  head: { name: 'Hanne', locale: 'nl', email: 'hanne@water.example', email_verified: true },
  clerk: { name: 'Cleo', locale: 'fr' },
};

describe('a platform that nobody administers yet, on PostgreSQL and without a demonstration', () => {
  let given: TestPlatform;
  let provider: IdentityProvider;
  let app: FastifyInstance;

  beforeAll(async () => {
    provider = await startIdentityProvider(`${publicUrl}/api/session/oidc/callback`, people);
    given = await openTestPlatform(
      { publicUrl, isDemo: false, oidc: { issuer: provider.issuer, ...client } },
      'postgres',
    );
    ({ app } = given);
  }, 120_000);
  afterAll(async () => {
    await given.close();
    await provider.stop();
  });

  const cookieOf = (answer: { headers: Record<string, unknown> }, cookie: string) =>
    [answer.headers['set-cookie'] ?? []]
      .flat()
      .map(String)
      .find((one) => one.startsWith(`${cookie}=`))
      ?.split(';')[0] ?? '';

  let browsers = 0;
  const signIn = async (subject: string): Promise<Visitor> => {
    const remoteAddress = `10.9.0.${(browsers += 1)}`;
    const start = await app.inject({ url: '/api/session/oidc?returnTo=/desk/', remoteAddress });
    const back = await provider.signIn(String(start.headers.location), subject);
    const trip = cookieOf(start, '__Host-irisflow-sign-in');
    const answer = await app.inject({ url: back.pathname + back.search, remoteAddress, headers: { cookie: trip } });
    const cookie = cookieOf(answer, '__Host-irisflow');
    const { csrfToken } = await visitor(app, { cookie }).ask<{ csrfToken: string }>('getSession');
    return visitor(app, { cookie, 'x-csrf-token': csrfToken, 'sec-fetch-site': 'same-origin' });
  };

  it('is taken over with the token, and peopled from there: an administration, its head, its clerk', async () => {
    // given the token that the start prints, and somebody whom the provider vouches for
    const token = await given.casework.people.announceFirstAdministrator({ kind: 'job', name: 'operator' }, {});
    const operator = await signIn('operator');
    expect((await operator.call('listStaff')).json()).toMatchObject({ code: 'ROLE_NEEDED' });

    // when they bring it
    await operator.ask('redeemFirstAdministrator', { body: { token } });

    // then they open an administration and invite its head
    await operator.ask('createAdministration', { body: { key: 'water', name } });
    const grant = { administration: 'water', roles: ['administrator'], groups: [] };
    await operator.ask('invite', { body: { ...grant, email: 'hanne@water.example' } });
    const head = await signIn('head');
    expect(await head.ask('getSession')).toMatchObject({ person: { administration: { key: 'water' } } });

    // who invites a clerk, and reaches nothing else
    const byId = { issuer: provider.issuer, subject: 'clerk' };
    await head.ask('invite', { body: { ...grant, roles: ['agent'], ...byId } });
    const clerk = await signIn('clerk');
    expect(await clerk.ask('listTasks')).toMatchObject({ items: [] });
    expect((await head.call('createAdministration', { body: { key: 'fire', name } })).json()).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
    expect((await head.call('getAdministration', { params: { administration: 'fire' } })).statusCode).toBe(404);
  });
});
