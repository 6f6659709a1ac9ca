import { openDatabase, type Database } from '@irisflow/database';
import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCaseworkOn } from '../open-casework.ts';
import { migrateCasework } from '../storage/migrate-casework.ts';
import { openTestCasework, type TestCasework } from '../testing/open-test-casework.ts';
import { givenAdministrations, givenCitizen, givenPublished, givenStaff } from '../testing/sample-people.ts';
import { roleScript } from './raise-walls.ts';
import { scopeOf } from '@irisflow/access';

/** As a careful installation has it: one login owns and migrates, another serves the web, neither is an administrator of the server. */
describe('logins of a PostgreSQL', () => {
  let store: TestDatabase;
  let owner: Database;
  let web: Database;
  let simple: TestCasework;

  const openAs = (login: string): Promise<Database> => {
    if (store.location.kind !== 'postgres') throw new Error('Expected PostgreSQL');
    const url = new URL(store.location.url);
    url.username = login;
    url.password = 'secret';
    return openDatabase({ kind: 'postgres', url: url.href });
  };

  beforeAll(async () => {
    // Its roles stand on the server from here on, as after the script.
    simple = await openTestCasework({ kind: 'postgres' });
    store = await openTestDatabase('postgres');
    for (const [login, more] of [
      ['wall_owner', 'inherit'],
      ['wall_stranger', 'inherit'],
      ['wall_web', 'noinherit'],
    ])
      await store.database.query(`do $$ begin
        create role ${login} login nosuperuser nobypassrls nocreaterole ${more} password 'secret';
        exception when duplicate_object or unique_violation then null; end $$`);
    for (const login of ['wall_owner', 'wall_stranger'])
      await store.database.query(
        `do $$ begin execute format('grant create on database %I to ${login}', current_database()); end $$`,
      );
  });
  afterAll(async () => {
    await owner?.close();
    await web?.close();
    await simple.close();
    await store.drop();
  });

  test('one that may not take the roles is told what to ask for', async () => {
    const stranger = await openAs('wall_stranger');
    await expect(migrateCasework(stranger)).rejects.toThrow('irisflow database roles');
    await stranger.query('drop schema casework cascade');
    await stranger.close();
  });

  test('the owner migrates once the roles are given to it, again too', async () => {
    const grants = roleScript({ owner: 'wall_owner', others: ['wall_web'] })
      .split('\n')
      .filter((line) => line.startsWith('grant'));
    for (const line of grants) await store.database.query(line);
    owner = await openAs('wall_owner');
    expect(await migrateCasework(owner, { logins: ['wall_web'] })).not.toEqual([]);
    await store.database.query(`comment on schema casework is 'older'`);
    expect(await migrateCasework(owner, { logins: ['wall_web'] })).toEqual([]);
    await expect(owner.query('select * from casework.note')).resolves.toEqual([]);
  });

  test('the web serves everyone with a login that owns nothing and cannot step around the wall', async () => {
    web = await openAs('wall_web');
    const casework = openCaseworkOn(simple.engine, {
      database: web,
      clock: simple.clock,
      random: { id: () => `id${Math.random()}`, token: () => `token${Math.random()}` },
      prefill: async () => ({ ok: false, reason: 'UNAVAILABLE' }),
      publicUrl: 'http://localhost:8080',
      personalDataKey: new Uint8Array(32).fill(7),
    });
    await givenAdministrations(casework);
    await givenPublished(casework);
    const citizen = await givenCitizen(casework);
    const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const { caseId } = await casework.applications.submit(citizen, {
      draftId: draft.id,
      data: { ...draft.data, lastName: 'L', rent: 700, hasLease: false },
      language: 'fr',
    });
    const agent = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    expect((await casework.cases.getCase(agent, { caseId })).id).toBe(caseId);
    const taxi = await givenStaff(casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    expect(await web.as(scopeOf(taxi)).query('select * from casework.case_file')).toEqual([]);
    expect(await web.as(scopeOf(agent)).query('select * from casework.case_file')).toHaveLength(1);
    for (const text of [
      'select * from casework.case_file',
      'set role wall_owner',
      'set role irisflow_keeper',
      'alter table casework.case_file disable row level security',
      'reset role; select * from casework.case_file',
      'create table casework.mine (x text)',
    ])
      await expect(web.query(text), text).rejects.toMatchObject({ sqlState: '42501' });
  });
});
