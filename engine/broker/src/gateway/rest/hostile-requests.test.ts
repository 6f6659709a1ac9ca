import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../testing/rest-under-test.ts';
import { createTestClock } from '../../testing/test-clock.ts';
import type { Route } from './route.ts';
import { catalog } from './routes/catalog.ts';
import { refusedPaths } from './routes/refused-paths.ts';

/** The address of a route with a key, or an id, of nobody in it. */
const addressOf = ({ path }: Route) => path.replaceAll(/:\w+/g, '1');

const SEARCHES = catalog.filter(({ path }) => path.endsWith('/search')).map(addressOf);
/** These have to find what they belong to before they look at the filter. */
const TOP_SEARCHES = SEARCHES.filter((path) => !path.includes('/1/'));
const WITH_BODY = catalog.flatMap((route) =>
  route.body === null ? [] : [[route.method, addressOf(route), route.path] as const],
);
const ALL = catalog.map((route) => [route.method, addressOf(route)] as const);
const WITH_KEY = catalog.flatMap(({ method, path }) =>
  path.includes(':key') ? [[method, path.replace(':key', 'nobody')] as const] : [],
);
const WITH_PART = catalog.flatMap(({ method, path, query }) =>
  path.includes(':') ? [[method, path.replace(/:\w+/, '1%00'), query === null ? '' : '?contentHash=x'] as const] : [],
);

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
    rest = await startRestUnderTest('postgres', createTestClock());
  });
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test.each(TOP_SEARCHES)('%s answers every bad search with a problem that names the fault', async (path) => {
    const answers = await Promise.all(FILTERS.map((body) => rest.ask('POST', path, body)));
    const problem = {
      type: 'application/problem+json; charset=utf-8',
      body: { title: 'INVALID_ARGUMENT', status: 400, detail: expect.stringMatching(/^Expected /) },
    };
    expect(answers).toMatchObject(FILTERS.map(() => problem));
  });

  test.each(SEARCHES)('%s finds nothing by a bad search, wherever it begins', async (path) => {
    const answers = await Promise.all(FILTERS.map((body) => rest.ask('POST', path, body)));
    expect(answers.map(({ status }) => status).filter((status) => status !== 400 && status !== 404)).toEqual([]);
  });

  test.each(ALL)('%s %s never fails by our fault', async (method, path) => {
    const bodies = method === 'GET' ? [undefined] : NONSENSE;
    const answers = await Promise.all(bodies.map((body) => rest.ask(method, path, body)));
    const faults = answers.filter(({ status, type, body }) => {
      const isProblem = type === 'application/problem+json; charset=utf-8' && body['instance'] === `/v2${path}`;
      return status >= 500 || (status >= 400 && !isProblem);
    });
    expect(faults).toEqual([]);
  });

  test.each(WITH_BODY)(
    '%s %s names an unknown field and what it knows, and refuses a double one',
    async (method, path) => {
      const unknown = await rest.ask(method, path, { nobody: 1 });
      const double = await rest.ask(method, path, '{"variables":{},"variables":{"a":1}}');
      expect([unknown, double]).toMatchObject([
        { status: 400, body: { detail: expect.stringMatching(/^Expected the body to have .*, but found 'nobody'$/) } },
        { status: 400, body: { detail: "Expected every field once, but 'variables' is there twice" } },
      ]);
    },
  );

  test.each(WITH_KEY)('%s %s wants a key', async (method, path) => {
    const { status } = await rest.ask(method, path, method === 'GET' ? undefined : {});
    expect([400, 404]).toContain(status);
  });

  test.each(WITH_PART)('%s %s says that no address has such a character', async (method, path, query) => {
    const { status, body } = await rest.ask(method, path + query, method === 'GET' ? undefined : {});
    expect([status, body['instance']]).toEqual([400, `/v2${path}`]);
  });

  test.each(refusedPaths.flatMap(({ paths, why }) => paths.map((path) => [path, why] as const)))(
    '%s is refused because %s',
    async (path, why) => {
      const address = path.replaceAll(/:\w+/g, '1');
      const answers = await Promise.all([
        rest.ask('GET', address),
        rest.ask('POST', `${address}/below`, {}),
        rest.ask('POST', `${address}/search`, '{'),
      ]);
      const detail = expect.stringMatching(new RegExp(`${address}.*, but ${why}\\. .*\\.$`));
      expect(answers).toMatchObject(answers.map(() => ({ status: 501, body: { title: 'UNIMPLEMENTED', detail } })));
    },
  );

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
