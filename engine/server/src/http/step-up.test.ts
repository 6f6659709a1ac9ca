import type { FastifyInstance } from 'fastify';
import { givenPublished, sampleProcedureChanging } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { acrValues, client, startIdentityProvider, type IdentityProvider } from '../testing/start-identity-provider.ts';
import { visitor, type Visitor } from '../testing/visitor.ts';

const publicUrl = 'http://localhost';
const [weak, strong] = acrValues;

describe('a procedure that asks for a stronger sign-in', () => {
  let given: TestPlatform;
  let provider: IdentityProvider;
  let app: FastifyInstance;
  let address = 0;
  /** How strongly she signs in, as the provider says it. */
  const mina: Record<string, unknown> = { name: 'Mina', locale: 'fr', egovNRN: '85000099712', acr: weak };

  beforeAll(async () => {
    provider = await startIdentityProvider(`${publicUrl}/api/session/oidc/callback`, { mina });
    given = await openTestPlatform({
      publicUrl,
      oidc: {
        issuer: provider.issuer,
        ...client,
        // here nothing is high
        assurance: { values: acrValues, minimum: { citizen: weak, staff: strong, substantial: strong, high: '' } },
      },
    });
    ({ app } = given);
    const name = { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' };
    const system = { kind: 'job', name: 'operator' } as const;
    await given.casework.identity.seedAdministrations(system, { administrations: [{ key: 'housing', name }] });
    await givenPublished(
      given.casework,
      sampleProcedureChanging('procedure.json', (description: { assurance?: object }) => {
        description.assurance = { file: 'substantial', read: 'high' };
      }),
    );
  }, 60_000);
  afterAll(async () => {
    await given.close();
    await provider.stop();
  });

  const cookieOf = (cookies: unknown, name: string): string =>
    [cookies ?? []]
      .flat()
      .map(String)
      .find((one) => one.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';

  /** Goes to the provider for something, and comes back as strongly as she signs in there. */
  const signsIn = async (acr: string, query: Record<string, string>, session = '') => {
    mina['acr'] = acr;
    const remoteAddress = `10.1.0.${(address += 1)}`;
    const search = new URLSearchParams({ returnTo: '/procedures/rent-aid/application', ...query });
    const go = (url: string, cookie: string) => app.inject({ url, remoteAddress, headers: { cookie } });
    const started = await go(`/api/session/oidc?${search.toString()}`, session);
    const trip = cookieOf(started.headers['set-cookie'], '__Host-irisflow-sign-in');
    const location = String(started.headers.location);
    const back = await provider.signIn(location, 'mina');
    const answer = await go(back.pathname + back.search, [trip, session].filter((one) => one !== '').join('; '));
    return {
      asked: new URL(location).searchParams.get('acr_values'),
      landed: String(answer.headers.location),
      session: cookieOf(answer.headers['set-cookie'], '__Host-irisflow'),
    };
  };

  const with_ = async (cookie: string): Promise<Visitor> => {
    const { csrfToken } = await visitor(app, { cookie }).ask<{ csrfToken: string }>('getSession');
    return visitor(app, { cookie, 'x-csrf-token': csrfToken, 'sec-fetch-site': 'same-origin' });
  };
  const applying = { body: { procedureKey: 'rent-aid', language: 'fr' } };
  const needs = (level: string) => ({
    status: 401,
    code: 'ASSURANCE_NEEDED',
    errors: [{ keyword: 'assurance', params: { level } }],
  });

  it('refuses a weaker one, keeps it, and lets her go on where she was once she comes back stronger', async () => {
    // given somebody who signed in with a password
    const first = await signsIn(weak, {});
    const minaWeak = await with_(first.session);
    expect((await minaWeak.call('createDraft', applying)).json()).toMatchObject(needs('substantial'));

    // when she is sent off for more and brings no more, whatever the request asked for
    const again = await signsIn(weak, { assurance: 'substantial' }, first.session);
    // then she is told so and stays signed in as before
    expect(again).toMatchObject({
      asked: strong,
      landed: '/sign-in?refused=substantial&returnTo=%2Fprocedures%2Frent-aid%2Fapplication',
      session: '',
    });
    expect((await minaWeak.call('createDraft', applying)).json()).toMatchObject(needs('substantial'));

    // when she brings her card
    const stronger = await signsIn(strong, { assurance: 'substantial' }, first.session);
    expect(stronger.landed).toBe('/procedures/rent-aid/application');
    const minaStrong = await with_(stronger.session);
    const draft = await minaStrong.ask<{ id: string; data: object }>('createDraft', applying);

    // then what she began is closed to every weaker session of hers, by whichever way
    const other = await with_((await signsIn(weak, {})).session);
    const params = { draftId: draft.id };
    for (const operation of ['getDraft', 'discardDraft'] as const)
      expect((await other.call(operation, { params })).json()).toMatchObject(needs('substantial'));
    const body = { data: { ...draft.data, lastName: 'Mina', rent: 700, hasLease: false }, language: 'fr' };
    expect((await other.call('submitApplication', { params, body })).json()).toMatchObject(needs('substantial'));

    // and what is filed is read by nobody where no sign-in reaches the level
    const { caseId } = await minaStrong.ask<{ caseId: string }>('submitApplication', { params, body });
    for (const operation of ['getMyCase', 'listMyMessages', 'listMyCaseParticipants'] as const)
      expect((await minaStrong.call(operation, { params: { caseId } })).json()).toMatchObject(needs('high'));
    expect((await minaStrong.call('exportMyData', { query: { language: 'fr' } })).json()).toMatchObject(needs('high'));
  });

  it('refuses a weaker one that ends an application, where only filing asks for more', async () => {
    // given a procedure whose cases are read with a password
    const asking = (description: { key?: string; reference?: string; assurance?: object }) => {
      Object.assign(description, { key: 'other-aid', reference: 'OTHER', assurance: { file: 'substantial' } });
    };
    await givenPublished(given.casework, sampleProcedureChanging('procedure.json', asking));
    const minaStrong = await with_((await signsIn(strong, {})).session);
    const draft = await minaStrong.ask<{ id: string; data: object }>('createDraft', {
      body: { procedureKey: 'other-aid', language: 'fr' },
    });
    const body = { data: { ...draft.data, lastName: 'Mina', rent: 700, hasLease: false }, language: 'fr' };
    const { caseId } = await minaStrong.ask<{ caseId: string }>('submitApplication', {
      params: { draftId: draft.id },
      body,
    });

    // when she comes back with one
    const minaWeak = await with_((await signsIn(weak, {})).session);
    const withdrawing = { params: { caseId }, body: { reason: 'x' } };

    // then she reads it, and withdraws it with her card alone
    expect((await minaWeak.call('getMyCase', { params: { caseId } })).statusCode).toBe(200);
    expect((await minaWeak.call('withdrawCase', withdrawing)).json()).toMatchObject(needs('substantial'));
    expect((await minaStrong.call('withdrawCase', withdrawing)).statusCode).toBe(200);
  });
});
