import { DatabaseFault, type Database, type DatabaseKind } from '@irisflow/database';
import { openTestDatabase, type TestDatabase, usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type ApiScope, apiScopes, scopeOf } from '@irisflow/access';
import { preparedCasework } from '../testing/prepared-casework.ts';
import {
  apartPersonIn,
  boundPersonIn,
  givenTwoWorlds,
  insertOf,
  personIn,
  type ColumnFact,
} from '../testing/two-worlds.ts';

const connectorOf = (caseId: string): Actor => ({
  kind: 'connector',
  connector: 'case-store',
  case: { caseId, administration: 'a', procedureKey: 'a-procedure', procedureVersion: 1 },
  work: { job: '1', process: 'a', element: null },
});

const systemOf = (procedures: readonly string[] | null, scopes: readonly ApiScope[] = apiScopes): Actor => ({
  kind: 'apiToken',
  token: { id: 'a-api_token', name: 'a', administration: 'a', scopes, procedures },
});

/** Everyone but the platform's own jobs, all of the first world. */
const actors: Readonly<Record<string, Actor>> = {
  anonymous: { kind: 'anonymous' },
  citizen: personIn(['citizen'], null),
  'person without a role': personIn([], null),
  agent: personIn(['agent'], 'a'),
  'agent who applies as well': personIn(['agent', 'citizen'], 'a'),
  supervisor: personIn(['supervisor'], 'a'),
  'supervisor who applies as well': personIn(['agent', 'supervisor', 'citizen'], 'a'),
  analyst: personIn(['analyst'], 'a'),
  administrator: personIn(['administrator'], 'a'),
  auditor: personIn(['auditor'], 'a'),
  'staff of every role': personIn(['agent', 'supervisor', 'analyst', 'administrator', 'auditor', 'citizen'], 'a'),
  'agent whom a rule bounds': boundPersonIn(['agent', 'supervisor', 'citizen'], 'a', ['a-procedure']),
  'agent whom a rule bounds to another procedure': boundPersonIn(['agent', 'supervisor'], 'a', ['b-procedure']),
  'agent who has a conflict of interest': apartPersonIn(['agent', 'supervisor', 'analyst', 'administrator'], 'a'),
  connector: connectorOf('a-case_file'),
  'connector of no case': connectorOf(''),
  'holder of a connector token': {
    kind: 'connectorToken',
    token: { id: 'a-connector_token', name: 'a', administration: 'a', types: ['a.permit'] },
  },
  'other system': systemOf(null),
  'other system for another procedure': systemOf(['elsewhere']),
  'other system that reads no file': systemOf(null, ['cases.read']),
};

/** The policies are the same text on both stores: on the other one it is enough that one actor of each kind is bound by them. */
const bound = (kind: DatabaseKind): readonly string[] =>
  kind === usualStore
    ? Object.keys(actors)
    : ['anonymous', 'citizen', 'staff of every role', 'connector', 'other system'];

/** What is published is read by everyone. */
const open = new Set([
  'accessibility_statement',
  'administration',
  'branding',
  'counter',
  // To which account one pays an office.
  'payee',
  'procedure',
  'procedure_definition',
  'procedure_version',
  'procedure_version_file',
  'reference_prefix',
  // Which rights others may ask for.
  'right_source',
]);
/** A numbering that all submissions share, and until when the engine was read, hold nothing of anybody. */
const shared = new Set(['case_counter', 'step_clock']);

/** The rows, or none where the store refused; rows that are final refuse even whom the wall would let through. */
const unlessRefused = async (work: Promise<Record<string, unknown>[]>): Promise<Record<string, unknown>[]> =>
  work.catch((thrown: unknown) => {
    if (thrown instanceof DatabaseFault && ['42501', 'P0001'].includes(thrown.sqlState ?? '')) return [];
    throw thrown;
  });

const isForeign = (row: Record<string, unknown>): boolean =>
  Object.values(row).some((value) => value === 'b' || (typeof value === 'string' && value.startsWith('b-')));

/** The first wall is not there: each actor says to the store whatever they like, within their own bounds. */
describe.each(['pglite', 'postgres'] as const)('behind the second wall alone, on %s', (kind) => {
  let store: TestDatabase;
  let facts: readonly ColumnFact[];
  let tables: string[] = [];
  beforeAll(async () => {
    store = await openTestDatabase(kind, preparedCasework);
    facts = await givenTwoWorlds(store.database);
    tables = [...new Set(facts.map(({ table }) => table))];
  });
  afterAll(() => store.drop());

  const as = (name: string): Database => {
    const actor = actors[name];
    if (actor === undefined) throw new Error(`Expected an actor ${name}`);
    return store.database.as(scopeOf(actor));
  };

  test.each(bound(kind))('%s reads nothing of another administration', async (name) => {
    for (const table of tables.filter((one) => !open.has(one) && !shared.has(one))) {
      const rows = await unlessRefused(as(name).query(`select * from casework.${table}`));
      expect(rows.filter(isForeign), table).toEqual([]);
    }
  });

  test('of a case that no rule names, whoever a rule bounds reads nothing, and of one that a rule names what others do', async () => {
    const hanging = [...new Set(facts.filter(({ column }) => column === 'case_id').map(({ table }) => table))];
    const reads = (name: string, table: string) => unlessRefused(as(name).query(`select * from casework.${table}`));
    for (const table of ['case_file', 'task_count', 'task_kind_count', 'bulk_decision', ...hanging])
      expect(await reads('agent whom a rule bounds to another procedure', table), table).toEqual([]);
    for (const table of [
      'case_file',
      'document_content',
      ...hanging.filter((one) => one !== 'application_draft' && one !== 'task'),
    ])
      expect(await reads('agent whom a rule bounds', table), table).toEqual(
        await reads('supervisor who applies as well', table),
      );
  });

  test('of a case with which they have a conflict of interest nobody reads anything, and of the rest what others do', async () => {
    const { person, ...actor } = apartPersonIn(['agent', 'supervisor', 'analyst', 'administrator'], 'a');
    const office = store.database.as(scopeOf({ ...actor, person: { ...person, partyId: 'a-nobody' } }));
    const told = (rows: Record<string, unknown>[]) => JSON.stringify(rows);
    const cases = 'select id from casework.case_file';
    // Of a person with their own case the other world knows as little as ever.
    await store.database.query(`update casework.person set party_id = 'b-party' where id = 'a-person'`);
    expect(await office.query(cases)).toEqual([{ id: 'a-case_file' }]);
    await store.database.query(
      `update casework.conflict_of_interest set lifted_at = null, lifted_by = null, lift_reason = null where id = 'a-conflict_of_interest'`,
    );
    expect(await office.query(cases)).toEqual([]);
    for (const table of tables.filter((one) => one !== 'conflict_of_interest' && one !== 'contact')) {
      const rows = await unlessRefused(office.query(`select * from casework.${table}`));
      expect(told(rows), table).not.toContain('a-case_file');
    }
    const own = await office.query<{ id: string }>('select id from casework.conflict_of_interest');
    expect(own).toEqual([{ id: 'a-conflict_of_interest' }]);
    await expect(
      office.query(`update casework.conflict_of_interest set lifted_at = now(), lift_reason = 'x' returning id`),
    ).resolves.toEqual([]);
    await store.database.query(`update casework.person set party_id = 'a-party' where id = 'a-person'`);
  });

  test('a system that reads where cases stand reads no answer, whatever its statement asks', async () => {
    const listing = as('other system that reads no file');
    const standing = 'select id, status, submitted_at from casework.case_file';
    expect((await listing.query(standing)).length).toBeGreaterThan(0);
    expect((await listing.query('select count(*) from casework.case_file')).length).toBe(1);
    for (const column of ['data', 'prefill', 'applicant_email', '*'])
      await expect(listing.query(`select ${column} from casework.case_file`), column).rejects.toMatchObject({
        sqlState: '42501',
      });
    await expect(listing.query(`${standing} where data::text like '%a%'`)).rejects.toMatchObject({ sqlState: '42501' });
    expect((await as('other system').query('select data from casework.case_file')).length).toBeGreaterThan(0);
  });

  const textColumns = (table: string): string[] =>
    facts.filter((fact) => fact.table === table && fact.type === 'text').map(({ column }) => `"${column}"`);
  const isTheirs = (table: string): string =>
    textColumns(table)
      .map((column) => `${column} = 'b' or ${column} like 'b-%'`)
      .join(' or ');
  /** With the number of the transaction that wrote each row: writing the same again shows too. */
  const theirs = (table: string) =>
    store.database.query(`select xmin::text, * from casework.${table} where ${isTheirs(table)} order by 1, 2`);

  test.each(bound(kind))('%s changes, removes and adds nothing of another administration', async (name) => {
    for (const table of tables.filter((one) => !shared.has(one))) {
      const [column] = textColumns(table);
      const before = await theirs(table);
      expect(before, table).not.toEqual([]);
      const write = (text: string) => unlessRefused(as(name).query(text));
      await write(`update casework.${table} set ${column} = ${column}`);
      await write(`update casework.${table} set ${column} = ${column} where ${isTheirs(table)}`);
      await write(`delete from casework.${table} where ${isTheirs(table)}`);
      const { text, values } = insertOf(facts, { table, world: 'b', again: '-again' });
      await expect(as(name).query(text, values), `${name} inserts into ${table}`).rejects.toMatchObject({
        sqlState: '42501',
      });
      expect(await theirs(table), table).toEqual(before);
    }
  });

  const count = async (name: string, table: string): Promise<number> =>
    (await as(name).query(`select * from casework.${table}`)).length;

  test('everyone reads their own', async () => {
    for (const table of [
      'case_file',
      'document',
      'document_content',
      'document_chunk',
      'timeline_entry',
      'term',
      'decision',
    ])
      for (const name of ['citizen', 'agent', 'connector', 'other system'])
        expect(await count(name, table), `${name} ${table}`).toBe(1);
    expect(await count('agent', 'note')).toBe(1);
    expect(await count('analyst', 'procedure_draft')).toBe(1);
    expect(await count('auditor', 'audit_entry')).toBe(1);
    expect(await count('administrator', 'audit_entry')).toBe(1);
  });

  test('whose work it is not reads nothing of it, in their own administration either', async () => {
    for (const table of ['note', 'document', 'document_content', 'timeline_entry', 'decision'])
      expect(await count('analyst', table), table).toBe(0);
    expect(await count('agent', 'procedure_draft')).toBe(0);
    expect(await count('agent', 'audit_entry')).toBe(0);
    expect(await count('person without a role', 'case_file')).toBe(0);
    expect(await count('connector of no case', 'case_file')).toBe(0);
    for (const table of ['case_file', 'document', 'document_content', 'timeline_entry', 'decision', 'term'])
      expect(await count('other system for another procedure', table), table).toBe(0);
    for (const table of ['note', 'person', 'audit_entry', 'task', 'api_token_secret', 'webhook', 'webhook_secret'])
      await expect(as('other system').query(`select * from casework.${table}`)).rejects.toMatchObject({
        sqlState: '42501',
      });
    for (const table of ['session', 'outbox', 'idempotent_reply', 'case_file'])
      await expect(as('auditor').query(`select * from casework.${table}`)).rejects.toMatchObject({ sqlState: '42501' });
  });

  test('the platform administers people everywhere, and reaches nothing else of an administration', async () => {
    const platform = store.database.as(scopeOf(personIn(['administrator'], null)));
    const seen: string[] = [];
    for (const table of tables.filter((one) => !open.has(one) && !shared.has(one))) {
      const rows = await unlessRefused(platform.query(`select * from casework.${table}`));
      if (rows.some(isForeign)) seen.push(table);
    }
    expect(seen).toEqual(['access_rule', 'invitation', 'person', 'service', 'staff_group']);
    const addition = insertOf(facts, { table: 'service', world: 'b', again: '-of-the-platform' });
    await platform.query(addition.text, addition.values);
  });

  test('what is told, unmasked and sealed is for those whom it concerns', async () => {
    expect(await count('agent', 'file_access')).toBe(1);
    expect(await count('agent', 'sealed_detail')).toBe(0);
    expect(await count('administrator', 'sealed_detail')).toBe(0);
    expect(await count('auditor', 'sealed_detail')).toBe(1);
    expect(await count('analyst', 'unmasking')).toBe(0);
    expect(await count('administrator', 'invitation')).toBe(1);
    expect(await count('agent', 'invitation')).toBe(0);
    expect(await count('analyst', 'connector_token')).toBe(1);
    expect(await count('agent', 'connector_token')).toBe(0);
    expect(await count('holder of a connector token', 'connector_token')).toBe(1);
    for (const table of ['session', 'request_count', 'first_administrator_token', 'connector_token_secret'])
      await expect(as('administrator').query(`select * from casework.${table}`)).rejects.toMatchObject({
        sqlState: '42501',
      });
  });

  const append = (name: string, chain: string, actor: string): Promise<unknown> =>
    as(name).transaction(async (tx) => {
      const [head] = await tx.query<{ sequence: string; hash: string }>(
        `select sequence, hash from casework.lock_audit_head($1, 'genesis')`,
        [chain],
      );
      return tx.query(`select casework.append_audit_entry($1, $2, now(), $3, 'x', 'y', 'done', '{}', $4, 'new')`, [
        chain,
        Number(head?.sequence) + 1,
        actor,
        head?.hash,
      ]);
    });

  test('nobody writes audit in another name, for another administration or out of order', async () => {
    await expect(append('agent', 'a', 'person:b-person')).rejects.toMatchObject({ sqlState: '42501' });
    await expect(append('agent', 'b', 'person:a-person')).rejects.toMatchObject({ sqlState: '42501' });
    await expect(append('citizen', 'nobody', 'person:a-person')).rejects.toMatchObject({ sqlState: '42501' });
    await expect(
      as('agent').query(
        `select casework.append_audit_entry('a', 7, now(), 'person:a-person', 'x', 'y', 'done', '{}', 'no', 'new')`,
      ),
    ).rejects.toMatchObject({ sqlState: '42501' });
    await expect(append('anonymous', 'platform', 'anonymous')).rejects.toMatchObject({ sqlState: '42501' });
    await append('agent', 'a', 'person:a-person');
  });

  test('the login that owns the tables sees nothing either, unless it migrates', async () => {
    const owner = store.database.as({ role: 'wall_test_owner', settings: {} });
    await store.database.query(
      `do $$ begin create role wall_test_owner; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await store.database.query(`grant usage, create on schema casework to wall_test_owner`);
    await store.database.query(`alter table casework.note owner to wall_test_owner`);
    expect(await owner.query('select * from casework.note')).toEqual([]);
    await store.database.query(`alter table casework.note owner to postgres`);
  });
});
