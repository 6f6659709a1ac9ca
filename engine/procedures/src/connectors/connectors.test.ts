import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenHashOf, type Actor, type ConnectorTokenActor } from '@irisflow/access';
import {
  anonymous,
  givenAdministrations,
  givenStaff,
  openTestCasework,
  sampleProcedure,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { hostileConnectors } from '../testing/hostile-connectors.ts';
import { connectorOf, templateOf, words } from '../testing/permit-connector.ts';

const door: Actor = { kind: 'job', name: 'admission' };

describe.each([usualStore])('connectors of others on %s', (kind) => {
  let given: TestCasework;
  let housing: Actor;
  let taxi: Actor;
  let analyst: Actor;
  let taxiAnalyst: Actor;

  beforeAll(async () => {
    given = await openTestCasework({ kind, connectorTypes: ['case-store', 'letter'] });
    const { casework } = given;
    await givenAdministrations(casework);
    housing = await givenStaff(casework, { name: 'Ada', roles: ['administrator'] });
    taxi = await givenStaff(casework, { name: 'Tim', roles: ['administrator'], administration: 'taxi' });
    analyst = await givenStaff(casework, { name: 'Ann', roles: ['analyst'] });
    taxiAnalyst = await givenStaff(casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  const connectors = () => given.casework.connectors;
  const givenToken = (types: readonly string[], by: Actor = housing, more: object = {}) =>
    connectors().createToken(by, { name: 'permits', types, ...more });
  const holderOf = async (token: string): Promise<ConnectorTokenActor> => {
    const holder = await connectors().admitToken(door, { token });
    if (holder === null) throw new Error('Expected the token to be known');
    return holder;
  };
  const audited = async (action: string) =>
    (
      await given.database.query(
        'select chain, actor, object, detail from casework.audit_entry where action = $1 order by at desc, sequence desc limit 1',
        [action],
      )
    )[0];

  describe('tokens', () => {
    test('are shown once, kept as a hash that no list has, and audited', async () => {
      const { token, connectorToken } = await givenToken(['housing.shown']);
      expect(token).toMatch(/^ifc_.+/);
      expect(connectorToken).toMatchObject({
        name: 'permits',
        types: ['housing.shown'],
        createdBy: 'Ada',
        revokedAt: null,
      });
      const listed = await connectors().listTokens(housing, {});
      expect(listed).toContainEqual(connectorToken);
      expect(JSON.stringify(listed)).not.toContain(token);
      expect(JSON.stringify(listed)).not.toContain(tokenHashOf(token));
      const stored = await given.database.query('select * from casework.connector_token_secret where token_id = $1', [
        connectorToken.id,
      ]);
      expect(stored).toEqual([{ token_id: connectorToken.id, token_hash: tokenHashOf(token) }]);
      expect(await audited('connectorToken.created')).toMatchObject({
        chain: 'housing',
        object: `connectorToken:${connectorToken.id}`,
      });
      expect(JSON.stringify(await given.database.query('select detail from casework.audit_entry'))).not.toContain(
        token,
      );
    });

    test('are for administrators, each for their own administration', async () => {
      for (const actor of [analyst, anonymous]) {
        await expect(givenToken(['housing.x'], actor)).rejects.toMatchObject({
          code: expect.stringMatching(/FORBIDDEN|NOT_SIGNED_IN/),
        });
        await expect(connectors().listTokens(actor, {})).rejects.toMatchObject({
          code: expect.stringMatching(/FORBIDDEN|NOT_SIGNED_IN/),
        });
      }
      const { connectorToken } = await givenToken(['taxi.own'], taxi, { administration: 'housing' });
      expect((await connectors().listTokens(housing, {})).map(({ id }) => id)).not.toContain(connectorToken.id);
      await expect(connectors().revokeToken(housing, { tokenId: connectorToken.id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(connectors().listAllTokens(housing, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });

    test.each([
      ['a type of another administration', ['taxi.permit']],
      ['a type of nobody', ['nobody.permit']],
      ['a type of the platform', ['permit']],
      ['a shipped type', ['letter']],
      ['a shipped type beside an own one', ['housing.permit', 'case-store']],
      ['an own prefix alone', ['housing.']],
      ['capitals', ['housing.Permit']],
      ['two points', ['housing.a.b']],
      ['a prefix that only begins like the own one', ['housing-2.permit']],
      ['an expression', ['="housing.permit"']],
      ['a line end', ['housing.permit\n']],
    ])('are never for %s', async (_, types) => {
      await expect(givenToken(types)).rejects.toMatchObject({ code: 'CONNECTOR_TYPE_REFUSED', status: 422 });
    });

    test.each([
      ['no type', []],
      ['one type twice', ['housing.a', 'housing.a']],
      ['too many types', Array.from({ length: 51 }, (_, index) => `housing.t${index}`)],
    ])('want 1 to 50 types: %s is refused', async (_, types) => {
      await expect(givenToken(types)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });

    test('of the platform are for the operator, and never for types of an administration', async () => {
      const { connectorToken } = await givenToken(['parking'], system);
      expect((await connectors().listAllTokens(system, {})).find(({ id }) => id === connectorToken.id)).toMatchObject({
        administration: null,
      });
      await expect(givenToken(['housing.permit'], system)).rejects.toMatchObject({ code: 'CONNECTOR_TYPE_REFUSED' });
      await expect(givenToken(['housing.permit'], system, { administration: 'nobody' })).rejects.toMatchObject({
        code: 'CONNECTOR_TYPE_REFUSED',
      });
      await expect(givenToken(['nobody.permit'], system, { administration: 'nobody' })).rejects.toMatchObject({
        code: 'ADMINISTRATION_UNKNOWN',
      });
      await expect(connectors().revokeToken(housing, { tokenId: connectorToken.id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await connectors().revokeToken(system, { tokenId: connectorToken.id });
    });

    test('count until they expire', async () => {
      for (const expiresAt of ['2026-11-24', '2026-11-25T08:59:59Z', 'soon', ''])
        await expect(givenToken(['housing.x'], housing, { expiresAt })).rejects.toMatchObject({
          code: 'INPUT_INVALID',
        });
      const { token, connectorToken } = await givenToken(['housing.brief'], housing, { expiresAt: '2026-11-25' });
      expect(connectorToken.expiresAt).toBe('2026-11-26T00:00:00.000Z');
      expect(await holderOf(token)).toMatchObject({ token: { administration: 'housing', types: ['housing.brief'] } });
      given.clock.set('2026-11-26T00:00:00Z');
      expect(await connectors().admitToken(door, { token })).toBeNull();
      given.clock.set('2026-11-25T09:00:00Z');
    });

    test('count until they are revoked, twice being once', async () => {
      const { token, connectorToken } = await givenToken(['housing.revoked']);
      await holderOf(token);
      await connectors().revokeToken(housing, { tokenId: connectorToken.id });
      expect(await connectors().admitToken(door, { token })).toBeNull();
      expect(await audited('connectorToken.revoked')).toMatchObject({
        chain: 'housing',
        object: `connectorToken:${connectorToken.id}`,
      });
      const count = async () =>
        (await given.database.query("select from casework.audit_entry where action = 'connectorToken.revoked'")).length;
      const before = await count();
      await connectors().revokeToken(housing, { tokenId: connectorToken.id });
      expect(await count()).toBe(before);
    });

    test.each([
      ['another text', 'ifc_unknown'],
      ['a hash', tokenHashOf('ifc_unknown')],
      ['nothing', ''],
      ['SQL', "ifc_' or '1'='1"],
    ])('%s is none', async (_, token) => {
      expect(await connectors().admitToken(door, { token })).toBeNull();
    });

    test('their use is noted once a minute at most', async () => {
      const { token, connectorToken } = await givenToken(['housing.used']);
      const usedAt = async () =>
        (await connectors().listTokens(housing, {})).find(({ id }) => id === connectorToken.id)?.lastUsedAt;
      expect(await usedAt()).toBeNull();
      for (const [now, noted] of [
        ['2026-11-25T09:00:00.000Z', '2026-11-25T09:00:00.000Z'],
        ['2026-11-25T09:00:59.000Z', '2026-11-25T09:00:00.000Z'],
        ['2026-11-25T09:01:00.000Z', '2026-11-25T09:01:00.000Z'],
      ] as const) {
        given.clock.set(now);
        await holderOf(token);
        expect(await usedAt()).toBe(noted);
      }
      given.clock.set('2026-11-25T09:00:00Z');
    });

    test('the door alone finds who holds one', async () => {
      const { token } = await givenToken(['housing.mine']);
      for (const actor of [housing, anonymous])
        await expect(connectors().admitToken(actor, { token })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
  });

  describe('registration', () => {
    let holder: ConnectorTokenActor;
    const types = ['housing.parking-permit', 'housing.waste'];
    const register = (connector: unknown, by: Actor = holder) =>
      connectors().registerConnectors(by, { connectors: [connector as ReturnType<typeof connectorOf>] });
    const own = () => connectors().listOwnConnectors(housing, {});

    beforeAll(async () => {
      holder = await holderOf((await givenToken(types)).token);
    });

    test('says what the connectors of a token are, once however often', async () => {
      const connectorsOfToken = types.map((type) =>
        connectorOf(type, { secrets: ['PERMIT_KEY'], settings: ['PERMIT_URL'] }),
      );
      expect(await connectors().registerConnectors(holder, { connectors: connectorsOfToken })).toEqual({
        registered: types,
      });
      const before = await own();
      expect(before).toMatchObject([
        { type: 'housing.parking-permit', version: 1, title: words, tokenName: 'permits', isServed: true },
        { type: 'housing.waste' },
      ]);
      expect(await audited('connector.registered')).toMatchObject({
        chain: 'housing',
        actor: `connectorToken:${holder.token.id}`,
        object: 'connector:housing.waste',
      });
      given.clock.set('2026-11-25T10:00:00Z');
      await connectors().registerConnectors(holder, { connectors: connectorsOfToken });
      expect(await own()).toEqual(before);
      given.clock.set('2026-11-25T09:00:00Z');
    });

    test('is shown to the analysts of its administration, in their language, and to no others', async () => {
      expect(await connectors().listConnectorTemplates(analyst, { locale: 'nl' })).toContainEqual(
        templateOf('housing.parking-permit'),
      );
      expect(await connectors().listConnectorPages(analyst, { locale: 'nl' })).toContainEqual({
        type: 'housing.parking-permit',
        version: 1,
        title: 'Vergunning',
        isShipped: false,
        output: null,
        errors: [],
        documentation: '# Vergunning',
      });
      expect(await connectors().listConnectorTemplates(taxiAnalyst, { locale: 'nl' })).toEqual([]);
      expect(await connectors().listConnectorPages(taxiAnalyst, { locale: 'nl' })).toEqual([]);
      expect(await connectors().listOwnConnectors(taxi, {})).toEqual([]);
    });

    test('is for nobody who works nowhere, and no fault of theirs', async () => {
      const person = {
        id: 'x',
        partyId: 'x',
        name: 'X',
        email: null,
        isEmailVerified: false,
        language: 'fr',
        groups: [],
        administration: null,
      } as const;
      const ofPlatform: Actor = { kind: 'person', person: { ...person, roles: ['administrator'] }, session: null };
      expect(await connectors().listConnectorTemplates(ofPlatform, { locale: 'fr' })).toEqual([]);
      expect(await connectors().listConnectorPages(ofPlatform, { locale: 'fr' })).toEqual([]);
      await expect(givenToken(['parking'], ofPlatform)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
      await expect(connectors().listConnectorPages(agent, { locale: 'fr' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    });

    test('of the platform is shown to all', async () => {
      const { token, connectorToken } = await givenToken(['parking'], system);
      await register(connectorOf('parking'), await holderOf(token));
      for (const actor of [analyst, taxiAnalyst])
        expect((await connectors().listConnectorPages(actor, { locale: 'en' })).map(({ type }) => type)).toContain(
          'parking',
        );
      expect((await own()).map(({ type }) => type)).not.toContain('parking');
      await connectors().revokeToken(system, { tokenId: connectorToken.id });
      expect(
        (await connectors().listConnectorPages(taxiAnalyst, { locale: 'en' })).map(({ type }) => type),
      ).not.toContain('parking');
    });

    test('goes on under the next token of the type, and is hidden while there is none', async () => {
      const type = 'housing.rotated';
      const first = await givenToken([type]);
      await register(connectorOf(type), await holderOf(first.token));
      await connectors().revokeToken(housing, { tokenId: first.connectorToken.id });
      expect((await own()).find((each) => each.type === type)).toMatchObject({ isServed: false });
      expect((await connectors().listConnectorPages(analyst, { locale: 'en' })).map((each) => each.type)).not.toContain(
        type,
      );
      const second = await givenToken([type], housing, { name: 'second' });
      expect((await own()).find((each) => each.type === type)).toMatchObject({ isServed: true, tokenName: 'permits' });
      await register(connectorOf(type), await holderOf(second.token));
      expect((await own()).find((each) => each.type === type)).toMatchObject({ tokenName: 'second' });
    });

    test('never goes back to a lower version', async () => {
      const type = 'housing.waste';
      await register(connectorOf(type, {}, 3));
      await expect(register(connectorOf(type, {}, 2))).rejects.toMatchObject({ code: 'CONNECTOR_NEWER', status: 409 });
      await register(connectorOf(type, { title: { fr: 'a', nl: 'b', en: 'c' } }, 3));
      expect((await own()).find((each) => each.type === type)).toMatchObject({ version: 3, title: { en: 'c' } });
    });

    test('is all or nothing', async () => {
      const before = await own();
      await expect(
        connectors().registerConnectors(holder, {
          connectors: [connectorOf(types[0] ?? '', {}, 9), connectorOf('housing.waste', {}, 1)],
        }),
      ).rejects.toMatchObject({ code: 'CONNECTOR_NEWER' });
      expect(await own()).toEqual(before);
    });

    test.each(['taxi.permit', 'housing.other', 'letter', 'parking', "housing.' or '1'='1"])(
      'of %s, which its token does not have, is refused',
      async (type) => {
        await expect(register(connectorOf(type))).rejects.toMatchObject({ code: 'CONNECTOR_TYPE_REFUSED' });
      },
    );

    test('is for holders of a token alone', async () => {
      for (const actor of [housing, anonymous, system])
        await expect(register(connectorOf('housing.waste'), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });

    test('the second wall refuses a type that the token does not have, whatever our code forgets', async () => {
      const forged: Actor = { ...holder, token: { ...holder.token, types: ['taxi.permit', 'housing.other'] } };
      for (const type of ['taxi.permit', 'housing.other'])
        await expect(register(connectorOf(type), forged)).rejects.toMatchObject({ sqlState: '42501' });
      const foreign: Actor = { ...holder, token: { ...holder.token, administration: 'taxi' } };
      await expect(register(connectorOf('housing.waste', {}, 4), foreign)).rejects.toMatchObject({ sqlState: '42501' });
    });

    test.each(hostileConnectors)('with %s is refused, and says why', async (_, connector, said) => {
      const before = await own();
      await expect(register(connector)).rejects.toMatchObject({
        code: 'CONNECTOR_REFUSED',
        status: 422,
        message: expect.stringContaining(said),
      });
      expect(await own()).toEqual(before);
    });
  });

  describe('publication', () => {
    const task = (type: string) =>
      sampleProcedure().map(({ path, content }) => ({
        path,
        content: path.endsWith('.bpmn') ? content.replace('type="case-store"', `type="${type}"`) : content,
      }));
    let revision = 0;
    const draftWith = async (type: string) => {
      const draft = await given.casework.procedures.importFolder(system, { files: task(type) });
      ({ revision } = draft);
      const { problems } = await given.casework.procedures.lintDraft(analyst, { key: draft.key });
      return problems.filter(({ severity }) => severity === 'error');
    };
    const publish = () => given.casework.procedures.publish(analyst, { key: 'rent-aid', note: 'x', revision });

    test('takes a type that somebody serves, and no longer once its token is revoked', async () => {
      const { connectorToken } = await givenToken(['housing.published']);
      expect(await draftWith('housing.published')).toEqual([]);
      expect(await publish()).toMatchObject({ version: 1 });
      await connectors().revokeToken(housing, { tokenId: connectorToken.id });
      expect(await draftWith('housing.published')).toMatchObject([{ code: 'CONNECTOR_UNKNOWN' }]);
      await expect(publish()).rejects.toMatchObject({ code: 'PROCEDURE_INVALID' });
    });

    test('takes none of another administration, whether or not it is served', async () => {
      await givenToken(['taxi.served'], taxi);
      const [served] = await draftWith('taxi.served');
      const [unserved] = await draftWith('taxi.unserved');
      expect(served).toMatchObject({ code: 'CONNECTOR_FOREIGN' });
      expect(JSON.stringify(served).replaceAll('taxi.served', '').replaceAll('housing.served', '')).toBe(
        JSON.stringify(unserved).replaceAll('taxi.unserved', '').replaceAll('housing.unserved', ''),
      );
      await expect(publish()).rejects.toMatchObject({ code: 'PROCEDURE_INVALID' });
    });

    test('an import into another administration keeps the types, and says which are not theirs', async () => {
      const files = task('housing.kept').map(({ path, content }) => ({
        path,
        content:
          path === 'procedure.json'
            ? JSON.stringify({ ...JSON.parse(content), workers: [{ type: 'housing.kept', name: words }] })
            : content,
      }));
      await given.casework.procedures.importFolder(system, { files });
      const { bytes } = await given.casework.procedures.exportArchive(analyst, { key: 'rent-aid' });
      const draft = await given.casework.procedures.importArchive(taxiAnalyst, {
        archive: Buffer.from(bytes),
        key: 'ride-aid',
      });
      expect(JSON.stringify(draft)).toContain('housing.kept');
      const { problems } = await given.casework.procedures.lintDraft(taxiAnalyst, { key: 'ride-aid' });
      expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['WORKER_FOREIGN', 'CONNECTOR_FOREIGN']));
    });
  });

  test('hosts may be allowed to a connector that serves the administration, and to no other', async () => {
    await givenToken(['housing.hosted']);
    const allow = (by: Actor, connectorType: string) =>
      given.casework.allowedHosts.allowHost(by, { connectorType, host: 'api.example.org', purpose: 'permits' });
    expect(await allow(housing, 'housing.hosted')).toMatchObject({ connectorType: 'housing.hosted' });
    await expect(allow(taxi, 'housing.hosted')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(allow(housing, 'housing.unknown')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
