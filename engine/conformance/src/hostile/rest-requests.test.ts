import { beforeAll, describe, expect, test } from 'vitest';
import { oneTask } from '../kit/one-task.ts';
import { underAttack } from './kit/under-attack.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const searching = (body: string) => ['POST', '/process-instances/search', body] as const;
const creating = (body: string) => ['POST', '/process-instances', body] as const;

/** Requests of REST that are refused, and what the problem says. */
const problems: readonly (readonly [
  what: string,
  request: readonly [method: string, path: string, body?: string],
  status: number,
  words: string,
])[] = [
  ['a billion items a page', searching('{"page":{"limit":1000000000}}'), 400, "'page.limit' must be <= 10000"],
  ['a statement to sort by', searching('{"sort":[{"field":"state; drop table x"}]}'), 400, 'Expected to sort by'],
  ['a prototype to sort by', searching('{"sort":[{"field":"constructor"}]}'), 400, 'Expected to sort by'],
  ['a prototype to filter by', searching('{"filter":{"constructor":1}}'), 400, 'Expected filter to have fields of'],
  ['a filter that pollutes', searching('{"filter":{"__proto__":{"state":"ACTIVE"}}}'), 400, "found '__proto__'"],
  [
    'a NUL character to filter by',
    searching(String.raw`{"filter":{"processDefinitionId":"a\u0000b"}}`),
    400,
    'to be a text',
  ],
  [
    'twenty thousand values to filter by',
    searching(`{"filter":{"processDefinitionId":{"$in":[${'"a",'.repeat(20_000)}"a"]}}}`),
    400,
    'at most 1000 entries',
  ],
  [
    'a field twice',
    creating('{"processDefinitionId":"wired","processDefinitionId":"other"}'),
    400,
    "'processDefinitionId' is there twice",
  ],
  [
    'a variable twice',
    creating('{"processDefinitionId":"wired","variables":{"a":1,"a":2}}'),
    400,
    "'a' is there twice",
  ],
  [
    'a hundred thousand levels',
    creating(`{"processDefinitionId":"wired","variables":{"a":${nested(100_000)}}}`),
    400,
    'at most 200 levels',
  ],
  ['an unknown field', creating('{"processDefinitionId":"wired","unknown":1}'), 400, "found 'unknown'"],
  [
    'more jobs than 32 bits count',
    ['POST', '/jobs/activation', '{"type":"none","timeout":1,"maxJobsToActivate":2147483648}'],
    400,
    "'maxJobsToActivate' must be <= 2147483647",
  ],
  [
    'a parameter twice',
    ['POST', '/variables/search?truncateValues=false&truncateValues=true', '{}'],
    400,
    "'truncateValues'",
  ],
  [
    'a tenant of somebody else',
    ['POST', '/signals/broadcast', '{"signalName":"s","tenantId":"other"}'],
    400,
    "found 'other'",
  ],
  ['a way up in the address', ['GET', '/process-instances/..%2f..%2ftopology'], 400, 'Expected a key in the address'],
  ['a NUL character in the address', ['GET', '/process-instances/%00'], 400, 'without the character U+0000'],
];

underAttack(
  'Hostile requests over REST',
  (attacked) => {
    beforeAll(async () => {
      await attacked.world.deploy(oneTask('wired', { type: 'wired' }));
    });

    describe('are refused with a problem', () => {
      test.for(problems)('%s', async ([, [method, path, body], expected, words]) => {
        const answer = await attacked.world.rest.ask(method, path, body);
        expect([answer.status, answer.type, answer.body['detail']]).toEqual([
          expected,
          expect.stringContaining('application/problem+json'),
          expect.stringContaining(words),
        ]);
        expect(await attacked.world.instances('wired', 'ACTIVE')).toEqual([]);
      });

      test('a form instead of JSON, which a page of another site could send', async () => {
        const body = new URLSearchParams({ processDefinitionId: 'wired' });
        const answer = await fetch(`${attacked.world.rest.url}/process-instances`, { method: 'POST', body });
        expect(answer.status).toBe(415);
        await answer.text();
      });
    });

    describe('that ask for another method or another place', () => {
      test('are what their method says, whatever a header says', async () => {
        const { world } = attacked;
        const key = await world.create('wired');
        const ask = async (method: string, path: string) => {
          const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
          const answer = await fetch(`${world.rest.url}${path}`, { method, headers });
          await answer.text();
          return answer.status;
        };
        expect(await ask('GET', `/process-instances/${key}?_method=DELETE`)).toBe(200);
        expect(await ask('POST', '/topology')).toBe(404);
        expect(await world.state(key)).toBe('ACTIVE');
        await world.cancel(key);
      });

      test('find nothing by a text that looks like a statement', async () => {
        const filter = { processDefinitionId: { $like: "%' or 1=1 --" } };
        expect(await attacked.world.rest.search('/process-instances/search', { filter })).toEqual([]);
      });

      test('find an empty page a billion items on', async () => {
        const found = await attacked.world.rest.search('/process-instances/search', { page: { from: 1_000_000_000 } });
        expect(found).toEqual([]);
      });
    });
  },
  ['pglite', 'postgres'],
);
