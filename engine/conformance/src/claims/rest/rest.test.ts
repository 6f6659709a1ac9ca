import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import type { Example, Examples, Prepare } from './example.ts';
import { definitionExamples } from './examples/definition-examples.ts';
import { instanceExamples } from './examples/instance-examples.ts';
import { workExamples } from './examples/work-examples.ts';
import { operations } from './operations.ts';
import { setStage, type Stage } from './stage.ts';

const NOT_IMPLEMENTED = 501;
/** A key that nothing has. */
const NOBODY = '2251799813685248';
const examples: Examples = { ...definitionExamples, ...instanceExamples, ...workExamples };

const exampleOf = (operation: string): Prepare => {
  const prepare = examples[operation];
  if (prepare === undefined) throw new Error(`Expected an example of ${operation}, which is served, but there is none`);
  return prepare;
};

/** Names of parameters are each author's own. */
const anonymous = (path: string): string => path.replaceAll(/\{\w+\}/g, '{}');

describe('Every operation of the public REST API does what it is for, or is refused with a reason', () => {
  let stage: Stage;
  let served: ReadonlyMap<string, object>;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.world.rest.ask('GET', '/openapi.json');
    const paths = Object.entries(body['paths'] as Record<string, object>);
    served = new Map(paths.map(([path, calls]) => [anonymous(path.replace(/^\/v2/, '')), calls]));
  });
  afterAll(() => stage.world.stop());

  const summaryOf = (method: string, path: string): string => {
    const calls = served.get(anonymous(path)) as Record<string, { summary: string }> | undefined;
    return calls?.[method.toLowerCase()]?.summary ?? '';
  };

  const expectServed = async (method: string, { path, body }: Example) => {
    const answer = await stage.world.rest.ask(method, path, body);
    expect([answer.status, answer.text]).toEqual([expect.toSatisfy((status: number) => status < 300), answer.text]);
    if (path.endsWith('/search')) expect(answer.body['items']).not.toEqual([]);
  };

  const expectRefused = async (method: string, path: string): Promise<string> => {
    const body = method === 'GET' ? undefined : {};
    const answer = await stage.world.rest.ask(method, path.replace('{key}', NOBODY), body);
    expect([answer.status, answer.type]).toEqual([NOT_IMPLEMENTED, expect.stringContaining('problem+json')]);
    const detail = String(answer.body['detail']).replace(NOBODY, '{key}');
    expect(detail).toMatch(/^Expected .*, but /);
    return detail;
  };

  describe.each(Object.entries(operations))('%s', (group, list) => {
    test.for(list)('%s', async (operation, { task }) => {
      const [method = '', path = ''] = operation.split(' ');
      const summary = summaryOf(method, path);
      const claim = { section: 'rest', group, subject: operation, shownBy: [] } as const;

      if (summary === '') {
        const note = await expectRefused(method, path);
        leave(task, { claim: { ...claim, outcome: 'refused', note } });
      } else {
        await expectServed(method, await exampleOf(operation)(stage));
        leave(task, { claim: { ...claim, outcome: 'works', note: summary } });
      }
    });
  });
});
