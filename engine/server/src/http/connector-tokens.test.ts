import { usualStore } from '@irisflow/database/testing';
import { connectors } from '@irisflow/connector-catalog';
import { documentation, elementTemplate, type Connector } from '@irisflow/connector-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, processOf } from '../testing/given-case.ts';
import { callingHeaders, instanceOfCase, jobOf, variableOf } from '../testing/given-connector.ts';
import { connectorToken as sharedToken, openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

interface Created {
  readonly token: string;
  readonly connectorToken: { readonly id: string; readonly lastUsedAt: string | null };
}
interface Registered {
  readonly type: string;
  readonly isServed?: boolean;
  readonly isShipped?: boolean;
  readonly documentation?: string;
}

const ownType = 'brussels-housing.permit';
const refused = { status: 403, code: 'CASE_REFUSED' };
const unknown = { status: 401, code: 'CONNECTOR_TOKEN_NEEDED' };

/** A shipped connector under another name: what the SDK makes of a definition is what a worker registers. */
const registrationOf = (type: string, version = 1) => {
  const shipped = connectors.find((connector) => connector.type === 'http-json');
  if (shipped === undefined) throw new Error('Expected the connector http-json');
  const connector: Connector = { ...shipped, type, version };
  const of = <T>(make: (connector: Connector, locale: 'fr' | 'nl' | 'en') => T) => ({
    fr: make(connector, 'fr'),
    nl: make(connector, 'nl'),
    en: make(connector, 'en'),
  });
  const { title, secrets = [], settings = [] } = connector;
  return { type, version, title, templates: of(elementTemplate), documentation: of(documentation), secrets, settings };
};

describe.each([usualStore])('connector tokens, on %s', (kind) => {
  let given: TestPlatform;
  let housing: Visitor;
  let mobility: Visitor;
  let citizen: Visitor;

  const bearer = (token: string) => visitor(given.app, { authorization: `Bearer ${token}` });
  const givenToken = (by: Visitor, types: readonly string[], more: object = {}) =>
    by.ask<Created>('createConnectorToken', { body: { name: 'Permits', types, ...more } });
  const register = (token: string, ...registrations: unknown[]) =>
    bearer(token).call('registerConnectors', { body: { connectors: registrations } });
  /** What a worker of others sends for a job of a case. */
  const headersFor = async (caseId: string, type: string) => {
    const instance = await instanceOfCase(given, caseId);
    return callingHeaders(await variableOf(given, instance, 'caseHandle'), await jobOf(given, instance, type));
  };
  let keys = 0;
  const setStatus = (headers: Readonly<Record<string, string>>, token: string) => {
    keys += 1;
    return visitor(given.app, { ...headers, authorization: `Bearer ${token}` }).call('setCaseStatus', {
      headers: { 'idempotency-key': `k${keys}` },
      body: { status: 'inInstruction' },
    });
  };

  beforeAll(async () => {
    given = await openTestPlatform({}, kind);
    const { app, casework } = given;
    const staff = (name: string, administration: string) =>
      givenPerson(app, casework, { name, roles: ['administrator', 'analyst', 'auditor'], administration });
    housing = await staff('Hugo', 'brussels-housing');
    mobility = await staff('Mia', 'brussels-mobility');
    citizen = await givenPerson(app, casework, { name: 'Léa', roles: ['citizen'] });
  });
  afterAll(() => given.close());

  describe('at the door', () => {
    let headers: Readonly<Record<string, string>>;
    let own: Created;

    beforeAll(async () => {
      own = await givenToken(housing, [ownType]);
      await givenProcedure(housing, 'permit', processOf('permit', ownType));
      await givenProcedure(housing, 'plain');
      headers = await headersFor(await givenCase(citizen, 'permit'), ownType);
    });

    it('one opens for a job of its own type, and its use is noted', async () => {
      expect((await setStatus(headers, own.token)).statusCode).toBe(204);
      const listed = await housing.ask<Created['connectorToken'][]>('listConnectorTokens');
      expect(listed.find(({ id }) => id === own.connectorToken.id)?.lastUsedAt).not.toBeNull();
      expect(JSON.stringify(listed)).not.toContain(own.token);
    });

    it('the shared token of the platform’s connectors does not open for it', async () => {
      expect((await setStatus(headers, sharedToken)).json()).toMatchObject(refused);
    });

    it('one of another administration opens neither for the job nor for the case', async () => {
      const foreign = await givenToken(mobility, ['brussels-mobility.permit']);
      expect((await setStatus(headers, foreign.token)).json()).toMatchObject(refused);
      const claimed = { ...headers, 'irisflow-connector': 'brussels-mobility.permit' };
      expect((await setStatus(claimed, foreign.token)).json()).toMatchObject(refused);
      const audit = JSON.stringify(await housing.ask('listAudit', { query: { search: 'connector.refused' } }));
      expect(audit).toContain(foreign.connectorToken.id);
    });

    it('one of another administration does not fill its audit, however often it knocks and whichever it is', async () => {
      const refusals = async () =>
        given.database.query(
          "select detail ->> 'reason' as reason from casework.audit_entry where action = 'connector.refused' and chain = 'brussels-housing' order by sequence",
        );
      given.clock.pass(2);
      const before = (await refusals()).length;
      for (let round = 0; round < 2; round += 1) {
        const { token } = await givenToken(mobility, ['brussels-mobility.permit']);
        for (let knock = 0; knock < 25; knock += 1)
          expect((await setStatus(headers, token)).json()).toMatchObject(refused);
      }
      const written = (await refusals()).slice(before);
      expect(written).toHaveLength(31);
      expect(written.at(-1)).toEqual({ reason: 'more than 30 in 60 s' });
    });

    it('one opens for no connector that comes with the platform', async () => {
      const ofCaseStore = await headersFor(await givenCase(citizen, 'plain'), 'case-store');
      expect((await setStatus(ofCaseStore, own.token)).json()).toMatchObject(refused);
      expect((await setStatus(ofCaseStore, sharedToken)).statusCode).toBe(204);
    });

    it('one that is revoked while it works is unknown from the next call on', async () => {
      const { token, connectorToken } = await givenToken(housing, [ownType]);
      expect((await setStatus(headers, token)).statusCode).toBe(204);
      const params = { tokenId: connectorToken.id };
      await housing.ask('revokeConnectorToken', { params });
      expect((await setStatus(headers, token)).json()).toMatchObject(unknown);
      expect((await register(token, registrationOf(ownType))).json()).toMatchObject(unknown);
      await housing.ask('revokeConnectorToken', { params });
    });

    it('one that has expired is unknown', async () => {
      const tomorrow = new Date(given.clock.now() + 24 * 3600 * 1000).toISOString();
      const { token } = await givenToken(mobility, ['brussels-mobility.brief'], { expiresAt: tomorrow });
      expect((await setStatus(headers, token)).json()).toMatchObject(refused);
      given.clock.pass(25 * 60);
      expect((await setStatus(headers, token)).json()).toMatchObject(unknown);
      given.clock.pass(-25 * 60);
    });

    it('one opens nothing but the door of connectors', async () => {
      const holder = bearer(own.token);
      for (const id of ['listConnectorTokens', 'listElementTemplates', 'listConnectors', 'listCases'] as const)
        expect((await holder.call(id)).statusCode, id).toBe(401);
      expect(await holder.ask('getSession')).toMatchObject({ person: null });
    });

    it('wrong ones count as guesses, right ones never', async () => {
      const app = await given.alsoAs({ wrongTokensPerMinute: 2 });
      const call = async (token: string) =>
        (
          await visitor(app, { ...headers, authorization: `Bearer ${token}` }).call('setCaseStatus', {
            headers: { 'idempotency-key': 'guess' },
            body: { status: 'inInstruction' },
          })
        ).statusCode;
      // Those of the tests before count as well.
      for (const wrong of ['ifc_a', 'ifc_b']) await call(wrong);
      expect(await call('ifc_c')).toBe(429);
      for (let again = 0; again < 5; again += 1) expect(await call(own.token)).toBe(204);
    });
  });

  describe('registering', () => {
    let token = '';
    beforeAll(async () => {
      ({ token } = await givenToken(housing, ['brussels-housing.shown', 'brussels-housing.other']));
    });

    it('shows what the SDK makes of a definition to the analysts of its administration alone', async () => {
      const registration = registrationOf('brussels-housing.shown');
      for (const _ of ['once', 'again'])
        expect((await register(token, registration)).json()).toEqual({ registered: ['brussels-housing.shown'] });
      const query = { locale: 'nl' };
      expect(await housing.ask('listElementTemplates', { query })).toContainEqual(registration.templates.nl);
      const pages = await housing.ask<Registered[]>('listConnectors', { query });
      expect(pages.find(({ type }) => type === 'brussels-housing.shown')).toMatchObject({
        title: registration.title.nl,
        isShipped: false,
        documentation: registration.documentation.nl,
      });
      expect(await housing.ask<Registered[]>('listAdministrationConnectors')).toMatchObject([
        { type: 'brussels-housing.shown', title: registration.title, tokenName: 'Permits', isServed: true },
      ]);
      for (const id of ['listElementTemplates', 'listConnectors', 'listAdministrationConnectors'] as const)
        expect(JSON.stringify(await mobility.ask(id)), id).not.toContain('brussels-housing');
      const audit = JSON.stringify(await housing.ask('listAudit', { query: { search: 'connector.registered' } }));
      expect(audit).toContain('brussels-housing.shown');
    });

    it('hides a connector whose tokens are all revoked', async () => {
      const brief = await givenToken(housing, ['brussels-housing.brief']);
      await register(brief.token, registrationOf('brussels-housing.brief'));
      await housing.ask('revokeConnectorToken', { params: { tokenId: brief.connectorToken.id } });
      expect(JSON.stringify(await housing.ask('listElementTemplates'))).not.toContain('brussels-housing.brief');
      const listed = await housing.ask<Registered[]>('listAdministrationConnectors');
      expect(listed.find(({ type }) => type === 'brussels-housing.brief')).toMatchObject({ isServed: false });
    });

    it('shows one of the platform to everybody', async () => {
      const operator = { kind: 'job', name: 'operator' } as const;
      const shared = await given.casework.connectors.createToken(operator, { name: 'City', types: ['parking'] });
      await register(shared.token, registrationOf('parking'));
      for (const analyst of [housing, mobility])
        expect(JSON.stringify(await analyst.ask('listElementTemplates'))).toContain('irisflow.parking');
    });

    it.each(['brussels-mobility.permit', 'brussels-housing.unclaimed', 'letter', 'free'])(
      'refuses the foreign type %s',
      async (type) => {
        expect((await register(token, registrationOf(type))).json()).toMatchObject({
          status: 422,
          code: 'CONNECTOR_TYPE_REFUSED',
        });
      },
    );

    it('refuses a lower version, and says which there is', async () => {
      await register(token, registrationOf('brussels-housing.other', 5));
      expect((await register(token, registrationOf('brussels-housing.other', 4))).json()).toMatchObject({
        status: 409,
        code: 'CONNECTOR_NEWER',
        detail: expect.stringContaining('version 5'),
      });
    });

    it('refuses a template that sets what is the platform’s', async () => {
      const registration = registrationOf('brussels-housing.other', 6);
      const property = { type: 'Hidden', value: '= 1', binding: { type: 'zeebe:input', name: 'caseHandle' } };
      const hostile = { ...registration.templates.en, properties: [...registration.templates.en.properties, property] };
      const answer = await register(token, { ...registration, templates: { ...registration.templates, en: hostile } });
      expect(answer.json()).toMatchObject({ status: 422, code: 'CONNECTOR_REFUSED' });
    });

    it('refuses what is too much, before it is read or stored', async () => {
      const one = registrationOf('brussels-housing.other', 6);
      const many = Array.from({ length: 51 }, () => one);
      expect((await register(token, ...many)).json()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
      const giant = { ...one, documentation: { ...one.documentation, en: 'x'.repeat(21 * 1024 * 1024) } };
      expect((await register(token, giant)).statusCode).toBe(413);
      expect(
        (await bearer('ifc_nobody').call('registerConnectors', { body: { connectors: [giant] } })).json(),
      ).toMatchObject(unknown);
    });

    it('is for connector tokens alone', async () => {
      const one = registrationOf('brussels-housing.other', 6);
      expect((await register(sharedToken, one)).json()).toMatchObject(unknown);
      const answer = await housing.call('registerConnectors', { body: { connectors: [one] } });
      expect(answer.json()).toMatchObject(unknown);
    });
  });

  it.each([['letter'], ['parking'], ['brussels-mobility.permit'], ['brussels-housing.Permit']])(
    'an administrator gets none for %s',
    async (type) => {
      const answer = await housing.call('createConnectorToken', { body: { name: 'x', types: [type] } });
      expect(answer.json()).toMatchObject({ status: 422, code: 'CONNECTOR_TYPE_REFUSED' });
    },
  );
});
