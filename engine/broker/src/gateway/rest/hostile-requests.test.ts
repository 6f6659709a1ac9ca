import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../testing/rest-under-test.ts';

const SEARCHES = [
  '/process-definitions/search',
  '/process-instances/search',
  '/element-instances/search',
  '/variables/search',
  '/jobs/search',
  '/user-tasks/search',
  '/incidents/search',
  '/message-subscriptions/search',
  '/decision-definitions/search',
  '/decision-requirements/search',
  '/decision-instances/search',
];

const COMMANDS = [
  ['POST', '/process-instances'],
  ['POST', '/process-instances/1/cancellation'],
  ['POST', '/process-instances/1/modification'],
  ['POST', '/process-instances/1/migration'],
  ['PUT', '/element-instances/1/variables'],
  ['POST', '/jobs/activation'],
  ['POST', '/jobs/1/completion'],
  ['POST', '/jobs/1/failure'],
  ['POST', '/jobs/1/error'],
  ['PATCH', '/jobs/1'],
  ['POST', '/user-tasks/1/assignment'],
  ['PATCH', '/user-tasks/1'],
  ['POST', '/user-tasks/1/completion'],
  ['DELETE', '/user-tasks/1/assignee'],
  ['POST', '/incidents/1/resolution'],
  ['POST', '/messages/publication'],
  ['POST', '/messages/correlation'],
  ['POST', '/signals/broadcast'],
  ['POST', '/decision-definitions/evaluation'],
  ['POST', '/resources/1/deletion'],
  ['POST', '/deployments'],
] as const;

const NONSENSE: readonly unknown[] = [
  [],
  'text',
  7,
  null,
  { variables: [] },
  { variables: 'x' },
  { processDefinitionKey: 'abc', processDefinitionVersion: 1.5 },
  { processDefinitionId: {}, tags: [1] },
  { type: '', timeout: -1, maxJobsToActivate: 0 },
  { changeset: { retries: 'many', priority: 1_000 } },
  { activateInstructions: [{}], terminateInstructions: 'all' },
  { name: '', signalName: '', decisionDefinitionId: 3 },
  { tenantId: 'another' },
];

const FILTERS: readonly unknown[] = [
  { filter: 'all' },
  { filter: { nobody: 1 } },
  { filter: { tenantId: { $eq: {} } } },
  { filter: { tenantId: ['a'] } },
  { filter: { $or: {} } },
  { sort: 'name' },
  { sort: [{ field: '; drop table' }] },
  { sort: [{ field: 'tenantId', order: 'SIDEWAYS' }] },
  { page: { limit: 0 } },
  { page: { limit: 1_000_000 } },
  { page: { from: -1 } },
  { page: { after: 'x', before: 'y' } },
  { page: { after: 'x' } },
];

describe.each(['postgres', 'pglite'] as const)('hostile requests on %s', (kind) => {
  let rest: RestUnderTest;
  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
  }, 60_000);
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test.each(SEARCHES)('%s answers every bad search with a problem that names the fault', async (path) => {
    for (const body of FILTERS) {
      const answer = await rest.ask('POST', path, body);
      expect(answer, JSON.stringify(body)).toMatchObject({
        status: 400,
        body: { title: 'INVALID_ARGUMENT', status: 400 },
      });
      expect(answer.body['detail']).toMatch(/^Expected /);
    }
  });

  test.each(SEARCHES)('%s filters and sorts by each of its fields', async (path) => {
    // given
    const { body } = await rest.ask('POST', path, { filter: { nobody: 1 } });
    const [, names = ''] = /fields of (.*), but/.exec(String(body['detail'])) ?? [];
    const fields = names.split(', ');

    // when, then
    expect(fields.length).toBeGreaterThan(3);
    for (const field of fields) {
      const values = ['1', 1, true, '2026-01-01T00:00:00Z', { $exists: true }, { $neq: '1' }, []];
      const found = await Promise.all(values.map((value) => rest.ask('POST', path, { filter: { [field]: value } })));
      const statuses = found.map(({ status }) => status);
      expect(statuses, field).toContain(200);
      expect(
        statuses.filter((status) => status !== 200 && status !== 400),
        field,
      ).toEqual([]);
      const sorted = await rest.ask('POST', path, { sort: [{ field, order: 'DESC' }] });
      expect([200, 400], field).toContain(sorted.status);
    }
  });

  test.each(COMMANDS)('%s %s never fails by our fault', async (method, path) => {
    for (const body of NONSENSE) {
      const answer = await rest.ask(method, path, body);
      const isProblem =
        answer.type === 'application/problem+json; charset=utf-8' && answer.body['instance'] === `/v2${path}`;
      expect(
        { status: answer.status, isFine: answer.status < 300 || (answer.status < 500 && isProblem) },
        JSON.stringify(body),
      ).toEqual({
        status: answer.body['status'] ?? answer.status,
        isFine: true,
      });
    }
  });

  test.each([
    ['a broken body', ['POST', '/jobs/search', '{'], 400],
    ['an empty body', ['POST', '/jobs/search', ''], 200],
    ['a body that poisons prototypes', ['POST', '/signals/broadcast', '{"__proto__":{"signalName":"a"}}'], 400],
    ['a body without end', ['POST', '/jobs/search', `{"filter":${'['.repeat(50_000)}${']'.repeat(50_000)}}`], 400],
    ['a key that is none', ['GET', '/jobs/abc', undefined], 404],
    ['a key that is none, of a known noun', ['GET', '/user-tasks/abc', undefined], 400],
    ['a key beyond all keys', ['GET', '/user-tasks/9223372036854775808', undefined], 400],
    ['a key of nobody', ['GET', '/user-tasks/12', undefined], 404],
    ['an unknown address', ['GET', '/nothing/here', undefined], 404],
    ['an evaluation of nobody', ['GET', "/decision-instances/1'--", undefined], 404],
  ] as const)('answers %s', async (_what, [method, path, body], expected) => {
    const { status } = await rest.ask(method, path, body);
    expect(status).toBe(expected);
  });

  test('answers a body that is too large', async () => {
    const { status } = await rest.ask('POST', '/signals/broadcast', { signalName: 'a'.repeat(5_000_000) });
    expect(status).toBe(413);
  });
});
