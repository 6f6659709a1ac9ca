import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import type { PageRequest } from '@irisflow/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processInstances } from './nouns/process-instance.ts';
import { userTasks } from './nouns/user-task.ts';
import { find, search } from './search.ts';
import { preparedEngine } from '../../testing/prepared-engine.ts';

const HOUR = 3_600_000;

interface TaskRow {
  readonly key: string;
  readonly assignee?: string;
  readonly groups?: readonly string[];
  readonly dueDate?: string;
  readonly priority?: number;
  readonly endedAt?: number;
}

/** Six tasks: two of them without assignee, one done. */
const TASKS: readonly TaskRow[] = [
  {
    key: '11',
    assignee: 'ada',
    groups: ['housing'],
    dueDate: '2026-03-01T10:00:00+01:00[Europe/Brussels]',
    priority: 10,
  },
  { key: '12', groups: ['housing', 'tax'], dueDate: '2026-03-01T08:00:00Z', priority: 90 },
  { key: '13', assignee: 'bob_1', groups: [], priority: 10 },
  { key: '14', assignee: 'bob*1', groups: ['tax'], priority: 50, dueDate: '2027-01-01T00:00:00Z' },
  { key: '15', groups: [], priority: 50 },
  { key: '16', assignee: 'ada', groups: ['tax'], priority: 50, endedAt: 20 * HOUR },
];

describe.each(['postgres', 'pglite'] as const)('a search on %s', (kind) => {
  let store: TestDatabase;

  const insertTask = ({ key, assignee, groups = [], dueDate, priority = 50, endedAt }: TaskRow) =>
    store.database.query(
      `insert into engine.user_task values ($1, 1, 1, $2, 'decide', '<default>', $3, $4, $5, '[]', $6, null, $7, null, null, '{}', $8, $9)`,
      [
        key,
        `1${key}`,
        endedAt === undefined ? 'CREATED' : 'COMPLETED',
        assignee ?? null,
        JSON.stringify(groups),
        dueDate ?? null,
        priority,
        Number(key) * HOUR,
        endedAt ?? null,
      ],
    );
  const insertVariable = (key: string, [scope, name, value]: readonly [string, string, string]) =>
    store.database.query(`insert into engine.variable values ($1, 1, 1, $2, $3, $4, '<default>')`, [
      key,
      scope,
      name,
      value,
    ]);

  beforeAll(async () => {
    store = await openTestDatabase(kind, preparedEngine);
    await store.database.query(
      `insert into engine.process_instance values (1, 1, 5, 'rent', 3, '<default>', null, null, 'ACTIVE', 0, null, '["urgent","nl"]', 'B-1')`,
    );
    for (const task of TASKS) await insertTask(task);
    await insertVariable('201', ['1', 'case', '"c-1"']);
    await insertVariable('202', ['112', 'note', '"mine"']);
  });
  afterAll(() => store.drop());

  const page = { from: 0, limit: 100 };
  const tasks = (
    filter: object,
    sort: readonly { field: string; order: 'ASC' | 'DESC' }[] = [],
    asked: PageRequest = page,
  ) => search(store.database, userTasks, { filter: { ...filter }, sort, page: asked, tenantIds: null });
  const keys = async (filter: object) => (await tasks(filter)).items.map(({ userTaskKey }) => userTaskKey).join(' ');

  test.each([
    ['nothing', {}, '11 12 13 14 15 16'],
    ['a plain value', { assignee: 'ada' }, '11 16'],
    ['a key', { userTaskKey: '13' }, '13'],
    ['$eq', { assignee: { $eq: 'ada' } }, '11 16'],
    ['$neq, which rows without a value meet', { assignee: { $neq: 'ada' } }, '12 13 14 15'],
    ['$in', { assignee: { $in: ['ada', 'bob_1'] } }, '11 13 16'],
    ['an empty $in, which chooses nothing', { assignee: { $in: [] } }, '11 12 13 14 15 16'],
    ['$notIn', { assignee: { $notIn: ['ada', 'bob_1'] } }, '12 14 15'],
    ['$exists', { assignee: { $exists: true } }, '11 13 14 16'],
    ['$exists: false', { assignee: { $exists: false } }, '12 15'],
    ['$like with any characters', { assignee: { $like: 'b*1' } }, '13 14'],
    ['$like with one character', { assignee: { $like: 'bob?1' } }, '13 14'],
    ['$like with an escaped star', { assignee: { $like: String.raw`bob\*1` } }, '14'],
    ['$like where _ is only itself', { assignee: { $like: 'bob_1' } }, '13'],
    ['$gt and $lte together', { priority: { $gt: 10, $lte: 50 } }, '14 15 16'],
    ['a date in another zone', { dueDate: { $lt: '2026-03-01T09:30:00Z' } }, '11 12'],
    ['a date that equals', { creationDate: new Date(12 * HOUR).toISOString() }, '12'],
    ['a state that implies more', { state: { $in: ['CREATED', 'ASSIGNING'] } }, '11 12 13 14 15'],
    ['one of many values', { candidateGroup: 'tax' }, '12 14 16'],
    ['none of many values', { candidateGroup: { $neq: 'tax' } }, '11 13 15'],
    ['any value at all', { candidateGroup: { $exists: true } }, '11 12 14 16'],
    ['two fields', { candidateGroup: 'tax', priority: 50 }, '14 16'],
    ['$or beside a field', { priority: 50, $or: [{ assignee: 'ada' }, { assignee: 'bob*1' }] }, '14 16'],
    [
      'a variable of the instance',
      { processInstanceVariables: [{ name: 'case', value: '"c-1"' }] },
      '11 12 13 14 15 16',
    ],
    ['a variable of the task', { localVariables: [{ name: 'note', value: { $like: '*mine*' } }] }, '12'],
    ['a variable that is elsewhere', { localVariables: [{ name: 'case', value: '"c-1"' }] }, ''],
    ['null, which clients send for nothing', { assignee: null }, '11 12 13 14 15 16'],
  ])('filters by %s', async (_what, filter, expected) => {
    expect(await keys(filter)).toBe(expected);
  });

  test('puts rows without a value last in both directions, and equal rows by key', async () => {
    const order = async (direction: 'ASC' | 'DESC') =>
      (await tasks({}, [{ field: 'assignee', order: direction }])).items
        .map(({ userTaskKey }) => userTaskKey)
        .join(' ');
    expect((await order('ASC')).slice(0, 5)).toBe('11 16');
    expect((await order('ASC')).slice(-5)).toBe('12 15');
    expect((await order('DESC')).slice(-5)).toBe('15 12');
  });

  test('walks forth and back with cursors and meets every row once', async () => {
    // given
    const sort = [
      { field: 'dueDate', order: 'DESC' },
      { field: 'priority', order: 'ASC' },
    ] as const;
    const all = (await tasks({}, sort)).items.map(({ userTaskKey }) => userTaskKey);

    // when
    const forth: string[] = [];
    let at = await tasks({}, sort, { from: 0, limit: 2 });
    const starts: (string | null)[] = [];
    while (at.items.length > 0) {
      forth.push(...at.items.map(({ userTaskKey }) => userTaskKey));
      starts.push(at.page.startCursor);
      at = await tasks({}, sort, { after: at.page.endCursor ?? '', limit: 2 });
    }
    const back = await tasks({}, sort, { before: starts[2] ?? '', limit: 3 });

    // then
    expect(forth).toEqual(all);
    expect(back.items.map(({ userTaskKey }) => userTaskKey)).toEqual(all.slice(1, 4));
    expect(at.page).toEqual({ totalItems: 6, hasMoreTotalItems: false, startCursor: null, endCursor: null });
  });

  test('says how many there are, whatever the page', async () => {
    const { items, page: answered } = await tasks({ priority: 50 }, [], { from: 1, limit: 1 });
    expect(items.map(({ userTaskKey }) => userTaskKey)).toEqual(['15']);
    expect(answered.totalItems).toBe(3);
  });

  test.each([
    ['an unknown field', { nobody: 1 }, /fields of .*assignee.*, but found 'nobody'/],
    ['an unknown operator', { assignee: { $regex: 'a' } }, /filter\.assignee.*found '\$regex'/],
    ['an operator that does not fit', { assignee: { $gt: 'a' } }, /found '\$gt'/],
    ['a value of another type', { priority: 'high' }, /filter\.priority to be an integer, but found "high"/],
    ['an integer beyond the column', { priority: 2 ** 40 }, /integer/],
    ['a key beyond bigint', { userTaskKey: '9999999999999999999' }, /a key/],
    ['a date without an offset', { creationDate: '2026-01-01' }, /ISO 8601/],
    ['a date that does not exist', { creationDate: '2026-13-01T00:00:00Z' }, /ISO 8601/],
    ['a text that the store cannot hold', { assignee: 'a\0' }, /a text/],
    ['a list that is none', { assignee: { $in: 'ada' } }, /list/],
    ['a name inherited by every object', { constructor: 'x' }, /found 'constructor'/],
    ['$or inside $or', { $or: [{ $or: [] }] }, /filter\.\$or\[0\].*found '\$or'/],
    ['a variable without a value', { localVariables: [{ name: 'a' }] }, /localVariables\[0\]/],
    ['more values than any person needs', { assignee: { $in: Array.from({ length: 1_001 }, String) } }, /1000/],
  ])('refuses %s and names it', async (_what, filter, message) => {
    await expect(tasks(filter)).rejects.toThrow(message);
  });

  test.each([
    [
      'a field that cannot be sorted by',
      [{ field: 'candidateGroup', order: 'ASC' }],
      page,
      /sort by .*found 'candidateGroup'/,
    ],
    ['a cursor that is none', [], { after: 'nonsense', limit: 1 }, /cursor/],
    ['a cursor of another sort', [], { after: Buffer.from('["1","2"]').toString('base64url'), limit: 1 }, /cursor/],
    [
      'a cursor with a forged value',
      [],
      { after: Buffer.from('["1 or true"]').toString('base64url'), limit: 1 },
      /cursor/,
    ],
  ] as const)('refuses %s', async (_what, sort, asked, message) => {
    await expect(tasks({}, sort, asked)).rejects.toThrow(message);
  });

  test('finds process instances by tags, variables and business id', async () => {
    const instances = async (filter: object) =>
      (await search(store.database, processInstances, { filter: { ...filter }, sort: [], page, tenantIds: null })).items
        .length;
    expect(await instances({ tags: ['urgent'] })).toBe(1);
    expect(await instances({ tags: ['urgent', 'fr'] })).toBe(0);
    expect(await instances({ variables: [{ name: 'nobody', value: { $exists: false } }] })).toBe(1);
    expect(await instances({ variables: [{ name: 'case', value: { $exists: false } }] })).toBe(0);
    expect(await instances({ variables: [{ name: 'case', value: { $exists: true, $neq: '"c-2"' } }] })).toBe(1);
    expect(await instances({ variables: [{ name: 'c*', value: '"c-1"' }] })).toBe(0);
    expect(await instances({ businessId: 'B-1', variables: [{ name: 'case', value: '"c-1"' }] })).toBe(1);
  });

  test('finds process instances by elements of which one meets all that is asked', async () => {
    // given
    await store.database.query(
      `insert into engine.element_instance values (31, 1, 1, 1, 'ended', 'USER_TASK', 'COMPLETED', 0, 1),
        (32, 1, 1, 1, 'stuck', 'SERVICE_TASK', 'ACTIVE', 0, null), (33, 1, 1, 1, 'runs', 'SERVICE_TASK', 'ACTIVE', 0, null)`,
    );
    await store.database.query(
      `insert into engine.incident values (41, 1, 1, 32, 'stuck', '<default>', null, 'UNKNOWN', 'why', 'ACTIVE', 0, null)`,
    );
    const isFound = async (filter: object) =>
      (await search(store.database, processInstances, { filter: { ...filter }, sort: [], page, tenantIds: null })).items
        .length === 1;

    // when, then
    expect(await isFound({ elementId: 'ended', elementInstanceState: 'COMPLETED' })).toBe(true);
    expect(await isFound({ elementId: 'ended', elementInstanceState: 'ACTIVE' })).toBe(false);
    expect(await isFound({ elementId: 'stuck', hasElementInstanceIncident: true })).toBe(true);
    expect(await isFound({ elementId: 'runs', hasElementInstanceIncident: true })).toBe(false);
    expect(await isFound({ elementId: { $neq: 'ended' }, elementInstanceState: 'COMPLETED' })).toBe(false);
    expect(
      await isFound({ $or: [{ elementId: 'ended', elementInstanceState: 'ACTIVE' }, { elementId: 'runs' }] }),
    ).toBe(true);
  });

  test('finds one by its key', async () => {
    expect(await find(store.database, userTasks, { identity: '12', tenantIds: null })).toMatchObject({
      userTaskKey: '12',
      candidateGroups: ['housing', 'tax'],
    });
    expect(await find(store.database, userTasks, { identity: '99', tenantIds: null })).toBeNull();
  });
});
