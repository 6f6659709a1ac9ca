import { openDatabase, type Database } from '@irisflow/database';
import { startPostgres, type TestPostgres } from '@irisflow/database/testing';
import { runConnector } from '@irisflow/connector-sdk';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sqlRead } from '../index.ts';
import { bindParameters } from './bind-parameters.ts';

type Input = Parameters<typeof sqlRead.run>[0];

describe('a statement', () => {
  it.each([
    ['select :a, :b, :a', { a: 1, b: 2 }, 'select $1, $2, $1'],
    [`select ':a', e'\\':a', ":a", $$:a$$, $x$:a $$ $x$, :a::text -- :b`, { a: 1 }, undefined],
    ['(select 1 /* :a */ where :a is null)', { a: null }, '(select 1 /* :a */ where $1 is null)'],
    ['-- about :a\n with x as (select 1) table x', {}, '-- about :a\n with x as (select 1) table x'],
  ])('has its places filled by the protocol: %s', (statement, parameters, text) => {
    const bound = bindParameters(statement, parameters);

    expect(bound.text).toBe(text ?? `select ':a', e'\\':a', ":a", $$:a$$, $x$:a $$ $x$, $1::text -- :b`);
  });

  it.each([
    ['insert into permit values (1)', {}],
    ["/* select */ copy permit to program 'id'", {}],
    ['commit', {}],
    ['set transaction read write', {}],
    ['select :a', {}],
    ['select 1', { a: 1 }],
  ])('that does not read, or lacks a value, waits for a person: %s', (statement, parameters) => {
    expect(() => bindParameters(statement, parameters)).toThrow('Expected');
  });
});

describe('a statement of somebody who wants to hold up the worker', () => {
  it.each(['/**/'.repeat(4_000), '/* x */ -- y\n('.repeat(1_000), '/*'.repeat(9_000)])(
    'is refused at once: %#',
    (text) => {
      expect(() => bindParameters(`${text}1`, {})).toThrow('Expected a statement that begins with');
    },
  );
});

describe('reading a database, by a role that could write', () => {
  let postgres: TestPostgres;
  let owner: Database;
  let host = '';
  beforeAll(async () => {
    postgres = await startPostgres();
    owner = await openDatabase({ kind: 'postgres', url: postgres.url, poolSize: 1 });
    await owner.query('drop table if exists permit');
    await owner.query(
      'create table permit (number text primary key, days int, fee numeric, since timestamptz, data jsonb)',
    );
    await owner.query(
      `insert into permit values ('P-1', 21, 125.50, '2026-07-01 10:00:00+02', '{"a":[1]}'), ('P-2', null, 12345678901234567890.5, null, null)`,
    );
    await owner.query(
      "do $$ begin create role permit_writer login password 'for a test'; exception when duplicate_object then null; end $$",
    );
    await owner.query('grant all on permit to permit_writer');
    host = new URL(postgres.url).host;
  });
  afterAll(async () => {
    await owner.close();
    await postgres.stop();
  });

  const credentialsOf = (more: object = {}) => {
    const { pathname } = new URL(postgres.url);
    const permits = {
      host,
      database: pathname.slice(1),
      user: 'permit_writer',
      password: 'for a test',
      administrations: ['housing'],
      ...more,
    };
    return { SQL_CREDENTIALS: JSON.stringify({ permits }) };
  };
  const read = (
    input: Partial<Input>,
    { secrets = credentialsOf(), privateHosts = [host], hosts = [host], ownServers = [] as string[] } = {},
  ) =>
    runConnector(
      sqlRead,
      { credential: 'permits', statement: 'select * from permit order by number', ...input },
      {
        caseHandle: handleOf('case-1'),
        secrets,
        egress: { privateHosts, ownServers },
        allowList: { read: async () => ({ administration: 'housing', hosts }), refused: async () => undefined },
      },
    );
  const count = async () => (await owner.query<{ n: number }>('select count(*)::int as n from permit'))[0]?.n;

  it('answers rows as a process can use them, and numbers that would be rounded as texts', async () => {
    expect(await read({})).toMatchObject({
      kind: 'output',
      variables: {
        found: {
          rows: [
            { number: 'P-1', days: 21, fee: 125.5, since: '2026-07-01T10:00:00+02:00', data: { a: [1] } },
            { number: 'P-2', days: null, fee: '12345678901234567890.5', since: null, data: null },
          ],
          first: { number: 'P-1' },
          isComplete: true,
        },
      },
    });
  });

  it('binds values, which never become part of the statement', async () => {
    const byText = await read({
      statement: 'select number from permit where number = :number',
      parameters: { number: "' or '1'='1" },
    });
    const byList = await read({
      statement: 'select number from permit where number = any(:numbers) and days > :days',
      parameters: { numbers: ['P-1', 'P-2'], days: 20 },
    });

    expect(byText).toMatchObject({ kind: 'output', output: { rows: [], first: null } });
    expect(byList).toMatchObject({ output: { rows: [{ number: 'P-1' }] } });
  });

  it('takes its statement from the model alone: a variable of the same name counts for nothing', async () => {
    const outcome = await runConnector(
      { ...sqlRead, fields: { ...sqlRead.fields, statement: { label: sqlRead.fields.statement.label } } },
      { credential: 'permits', statement: 'select 1' },
      { headers: {} },
    );
    expect(outcome.kind).toBe('incident');
    expect(sqlRead.fields.statement.isFixed).toBe(true);
  });

  it.each([
    ['with gone as (delete from permit returning 1) select * from gone'],
    ["select set_config('transaction_read_only', 'off', true), nextval('pg_catalog.no_such')"],
    [
      "with off as (select set_config('transaction_read_only', 'off', false)), gone as (delete from permit returning 1) select * from off, gone",
    ],
    ['select 1; delete from permit'],
    ['select 1; commit; delete from permit'],
    ['select * from permit for update'],
  ])('writes nothing, whoever its user is: %s', async (statement) => {
    expect(await read({ statement })).toMatchObject({ kind: 'incident' });
    expect(await count()).toBe(2);
  });

  it('keeps nothing of what a function writes behind a statement that reads', async () => {
    await read({ statement: 'select lo_create(4711)' });

    expect(await owner.query('select oid from pg_largeobject_metadata where oid = 4711')).toEqual([]);
  });

  it('stops at the rows that were asked for, and says that there are more', async () => {
    const outcome = await read({ statement: 'select n from generate_series(1, 1000000) as n', maxRows: 3 });

    expect(outcome).toMatchObject({ output: { rows: [{ n: 1 }, { n: 2 }, { n: 3 }], isComplete: false } });
  });

  it('ends what takes too long, and what brings too much', async () => {
    const slow = await read({ statement: 'select pg_sleep(20)', timeoutMs: 200 });
    const large = await read({ statement: "select repeat('x', 30000000) as x" });

    expect(slow).toMatchObject({ kind: 'retry', message: expect.stringContaining('TIMEOUT') });
    expect(large).toMatchObject({ kind: 'incident', message: expect.stringContaining('bytes') });
  });

  it('says of a refusal what an operator needs, and no value', async () => {
    const outcome = await read({
      statement: 'select * from permit where days = :days::int',
      parameters: { days: '84000090286' },
    });

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('SQLSTATE 22003') });
    expect(JSON.stringify(outcome)).not.toContain('84000090286');
  });

  it('waits for a person when its user is not let in', async () => {
    const secrets = credentialsOf({ user: 'nobody_at_all', database: 'nowhere' });
    expect(await read({}, { secrets })).toMatchObject({ kind: expect.stringMatching(/incident/) });
  });

  it('reads what its own administrations were given, on hosts that they allow, and neither us nor our neighbors', async () => {
    const theirs = await read({}, { secrets: credentialsOf({ administrations: ['taxi'] }) });
    const unlisted = await read({}, { hosts: [] });
    const inside = await read({}, { privateHosts: [] });
    const ours = await read({}, { ownServers: [postgres.url] });

    expect(theirs).toMatchObject({ kind: 'incident', message: expect.stringContaining('for others') });
    expect(unlisted).toMatchObject({ kind: 'incident', message: expect.stringContaining('among the hosts') });
    expect(inside).toMatchObject({ kind: 'incident', message: expect.stringContaining('private') });
    expect(ours).toMatchObject({ kind: 'incident', message: expect.stringContaining("platform's own") });
  });

  it('connects to nothing once its time is over, however long the name server took', async () => {
    let connections = 0;
    const listening: Server = createServer(() => (connections += 1));
    await new Promise<void>((resolve) => {
      listening.listen(0, '127.0.0.1', resolve);
    });
    const { port } = listening.address() as AddressInfo;
    const slowly = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { address: '127.0.0.1', port, isTrusted: true };
    };
    const outcome = await runConnector(
      { ...sqlRead, timeoutMs: 100 },
      { credential: 'permits', statement: 'select 1' },
      {
        caseHandle: handleOf('case-1'),
        secrets: credentialsOf(),
        locate: slowly,
        allowList: { read: async () => ({ administration: 'housing', hosts: [host] }), refused: async () => undefined },
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    listening.close();

    expect(outcome).toMatchObject({ kind: 'retry', message: expect.stringContaining('TIMEOUT') });
    expect(connections).toBe(0);
  });

  it('asks a database that says nothing only so long, and one that is away again', async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
    const place = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const there = { hosts: [place], privateHosts: [place], secrets: credentialsOf({ host: place }) };
    const quiet = await runConnector(
      { ...sqlRead, timeoutMs: 300 },
      { credential: 'permits', statement: 'select 1' },
      {
        caseHandle: handleOf('case-1'),
        secrets: there.secrets,
        egress: { privateHosts: [place] },
        allowList: {
          read: async () => ({ administration: 'housing', hosts: [place] }),
          refused: async () => undefined,
        },
      },
    );
    silent.close();
    const away = await read({}, there);

    expect(quiet).toMatchObject({ kind: 'retry', message: expect.stringContaining('TIMEOUT') });
    expect(away).toMatchObject({ kind: 'retry', message: expect.stringContaining('UNAVAILABLE') });
  });
});
