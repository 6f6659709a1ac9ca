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

describe('hostile requests', () => {
  let rest: RestUnderTest;
  beforeAll(async () => {
    rest = await startRestUnderTest('postgres');
  }, 60_000);
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test.each(SEARCHES)('%s answers every bad search with a problem that names the fault', async (path) => {
    const answers = await Promise.all(FILTERS.map((body) => rest.ask('POST', path, body)));
    const problem = {
      type: 'application/problem+json; charset=utf-8',
      body: { title: 'INVALID_ARGUMENT', status: 400, detail: expect.stringMatching(/^Expected /) },
    };
    expect(answers).toMatchObject(FILTERS.map(() => problem));
  });

  test.each(COMMANDS)('%s %s never fails by our fault', async (method, path) => {
    const answers = await Promise.all(NONSENSE.map((body) => rest.ask(method, path, body)));
    const faults = answers.filter(({ status, type, body }) => {
      const isProblem = type === 'application/problem+json; charset=utf-8' && body['instance'] === `/v2${path}`;
      return status >= 500 || (status >= 400 && !isProblem);
    });
    expect(faults).toEqual([]);
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
