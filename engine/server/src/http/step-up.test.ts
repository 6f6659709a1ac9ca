import type { AssuranceLevel } from '@irisflow/access';
import type { FastifyInstance } from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { givenPublished, sampleProcedureChanging } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskOf } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { acrValues, client, startIdentityProvider, type IdentityProvider } from '../testing/start-identity-provider.ts';
import { givenPerson, givenSession, visitor, type Visitor } from '../testing/visitor.ts';

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
        description.assurance = { file: 'substantial', read: 'high', sign: 'substantial' };
      }),
    );
  });
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

    // and she stays in the language in which the portal spoke, where she was
    const inDutch = await signsIn(weak, { assurance: 'substantial', returnTo: '/nl/cases?page=2' }, first.session);
    expect(inDutch.landed).toBe('/nl/sign-in?refused=substantial&returnTo=%2Fcases%3Fpage%3D2');

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

    // and her data come without it, in words that say so and what it takes
    const exported = await minaStrong.call('exportMyData', { query: { language: 'fr' } });
    expect(exported.statusCode).toBe(200);
    const archive = unzipSync(new Uint8Array(exported.rawPayload));
    const held = JSON.parse(strFromU8(archive['data.json'] ?? new Uint8Array())) as {
      tooWeak: { reference: string }[];
    };
    expect(held).toMatchObject({ cases: [], tooWeak: [{ level: 'high' }] });
    const page = strFromU8(archive['index.html'] ?? new Uint8Array());
    expect(page).toContain('Ces dossiers et brouillons demandent une connexion plus forte');
    expect(page).toContain(`${held.tooWeak[0]?.reference} · Niveau élevé`);
    expect(JSON.stringify(held)).not.toContain('"rent"');
  });

  it('lets her go on acting for whom she acted', async () => {
    // given somebody who lets her act for them
    const name = 'Awa';
    const awa = await givenPerson(app, given.casework, { name, roles: ['citizen'], nationalNumber: '93051822361' });
    const whom = { mandatee: 'Mina', nationalNumber: '85000099712', procedures: null, mayDelegate: false };
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(given.clock.now());
    const first = await signsIn(weak, {});
    const minaWeak = await with_(first.session);
    const { id: mandateId } = await awa.ask<{ id: string }>('grantMandate', {
      body: { ...whom, validFrom: today, validTo: null },
    });
    await minaWeak.ask('actFor', { body: { mandateId } });

    // when the application asks for her card
    expect((await minaWeak.call('createDraft', applying)).json()).toMatchObject(needs('substantial'));
    const stronger = await signsIn(strong, { assurance: 'substantial' }, first.session);

    // then she begins it for them, as she meant to
    const minaStrong = await with_(stronger.session);
    expect(await minaStrong.ask('getSession')).toMatchObject({ acting: { mandateId, name } });
    await minaStrong.ask('createDraft', applying);
    const draftsOf = async (who: Visitor) => (await who.ask<unknown[]>('listDrafts')).length;
    expect(await draftsOf(minaStrong)).toBe(1);
    expect(await draftsOf(await with_((await signsIn(strong, {})).session))).toBe(0);
  });

  it('lets nobody sign a decision who is known too weakly, and leaves the task as it was', async () => {
    // given a case whose next step signs
    const staff = (who: string, level?: AssuranceLevel) =>
      given.casework.identity
        .upsertPerson(
          { kind: 'job', name: 'operator' },
          { issuer: 'test', subject: who, name: who, language: 'fr', roles: ['agent'], administration: 'housing' },
        )
        .then(({ id: personId }) =>
          givenSession(app, given.casework, { personId, ...(level === undefined ? {} : { level }) }),
        );
    const agent = await staff('Bart');
    const minaStrong = await with_((await signsIn(strong, {})).session);
    const draft = await minaStrong.ask<{ id: string; data: object }>('createDraft', applying);
    const body = {
      data: { ...draft.data, lastName: 'Mina', rent: 700, hasLease: false },
      language: 'fr',
      despite: 'Autre',
    };
    const submitted = { params: { draftId: draft.id }, body };
    const { caseId } = await minaStrong.ask<{ caseId: string }>('submitApplication', submitted);
    const proposed = { params: { taskId: await taskOf(given.casework, agent, caseId) } };
    await agent.ask('claimTask', proposed);
    await agent.ask('completeTask', { ...proposed, body: { data: { outcome: 'grant', amount: 100 } } });

    // when somebody signs who signed in with a password
    const chief = await staff('Sofie');
    const signing = { params: { taskId: await taskOf(given.casework, chief, caseId) } };
    const signed = { ...signing, body: { data: { agreed: true } } };
    await chief.ask('claimTask', signing);
    expect((await chief.call('completeTask', signed)).json()).toMatchObject(needs('substantial'));

    // then it waits for them, and goes on once they come back with their card
    const chiefWithCard = await staff('Sofie', 'substantial');
    expect((await chiefWithCard.ask<{ state: string }>('getTask', signing)).state).toBe('open');
    await chiefWithCard.ask('completeTask', signed);
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
