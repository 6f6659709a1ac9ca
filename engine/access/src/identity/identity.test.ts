import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { openTestCasework, type TestCasework } from '@irisflow/platform/testing';

const system: Actor = { kind: 'job', name: 'operator' };

describe('identity', () => {
  let given: TestCasework;

  beforeAll(async () => {
    given = await openTestCasework();
    await given.casework.identity.seedAdministrations(system, {
      administrations: [{ key: 'housing', name: { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' } }],
    });
  });
  afterAll(() => given.close());

  const citizen = () =>
    given.casework.identity.upsertPerson(system, {
      issuer: 'https://idp.example',
      subject: 'sub-1',
      name: 'Léa Şimşek',
      language: 'fr',
      roles: ['citizen'],
      nationalNumber: '85.00.00-997.12',
    });

  test('a person keeps their id whatever the provider says later', async () => {
    const first = await citizen();
    const second = await citizen();
    expect(second).toEqual(first);
    expect(second.roles).toEqual(['citizen']);
  });

  test('the national number is stored sealed, with a blind index', async () => {
    const { id } = await citizen();
    const [row] = await given.database.query(
      'select i.number_sealed as sealed, i.number_index as index from casework.party_identifier i join casework.person p on p.party_id = i.party_id where p.id = $1',
      [id],
    );
    expect(JSON.stringify(row)).not.toContain('85000099712');
    expect(row?.['index']).toMatch(/^[\w-]{43}$/);
  });

  test('a session answers to its token only, until it is idle or too old', async () => {
    const { id } = await citizen();
    const { token, actor } = await given.casework.identity.signIn(system, { personId: id });
    expect(await given.casework.identity.resumeSession(system, { token })).toEqual(actor);
    expect(await given.casework.identity.resumeSession(system, { token: 'guess' })).toBeNull();

    given.clock.set('2026-11-25T09:15:00Z');
    expect(await given.casework.identity.resumeSession(system, { token })).not.toBeNull();
    given.clock.set('2026-11-25T09:36:00Z');
    expect(await given.casework.identity.resumeSession(system, { token })).toBeNull();
    given.clock.set('2026-11-25T09:00:00Z');
  });

  test('signing in ends the session the browser had', async () => {
    const { id } = await citizen();
    const before = await given.casework.identity.signIn(system, { personId: id });
    const after = await given.casework.identity.signIn(system, { personId: id, previousToken: before.token });
    expect(after.token).not.toBe(before.token);
    expect(await given.casework.identity.resumeSession(system, { token: before.token })).toBeNull();
  });

  test('a signed-out session is gone', async () => {
    const { id } = await citizen();
    const { token, actor } = await given.casework.identity.signIn(system, { personId: id });
    await given.casework.identity.signOut(actor, { token });
    expect(await given.casework.identity.resumeSession(system, { token })).toBeNull();
  });

  test('only demonstration people can be signed in as one', async () => {
    const { id } = await citizen();
    await expect(given.casework.identity.signInAsDemoPerson(system, { personId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      status: 404,
    });
    const agent = await given.casework.identity.upsertPerson(system, {
      issuer: 'demo',
      subject: 'agent',
      name: 'Ans',
      language: 'nl',
      roles: ['agent'],
      administration: 'housing',
      demoStory: { fr: 'Agente', nl: 'Medewerker', en: 'Clerk' },
    });
    const { actor } = await given.casework.identity.signInAsDemoPerson(system, { personId: agent.id });
    expect(await given.casework.identity.viewMyself(actor, {})).toMatchObject({
      name: 'Ans',
      administration: { key: 'housing' },
    });
    expect(await given.casework.identity.listColleagues(actor, {})).toHaveLength(1);
    expect(await given.casework.identity.listDemoPeople({ kind: 'anonymous' }, {})).toEqual([
      {
        id: agent.id,
        name: 'Ans',
        roles: ['agent'],
        language: 'nl',
        story: { fr: 'Agente', nl: 'Medewerker', en: 'Clerk' },
      },
    ]);
  });

  test('nobody but the platform opens sessions', async () => {
    await expect(given.casework.identity.signIn({ kind: 'anonymous' }, { personId: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('every act is in an intact audit chain, and a changed row shows', async () => {
    expect(await given.casework.audit.verifyAudit(system, {})).toMatchObject({ intact: true });
    await expect(given.database.query("update casework.audit_entry set actor = 'x'")).rejects.toThrow(/audit_entry/);

    await given.database.query('alter table casework.audit_entry disable trigger all');
    await given.database.query(
      "update casework.audit_entry set object = 'person:other' where chain = 'platform' and sequence = 2",
    );
    const { intact, chains } = await given.casework.audit.verifyAudit(system, {});
    expect(intact).toBe(false);
    expect(chains[1]).toMatchObject({
      chain: 'platform',
      findings: [{ problem: 'entryChanged', chain: 'platform', from: 2, since: null }],
    });
  });
});
