import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyAbsent } from '../../clients/absent-fields.ts';
import { absentInAnswer, servedFor } from '../../clients/compare.ts';
import { readPublished } from '../../clients/published.ts';
import { anonymous, readServed, type ServedCall } from '../../clients/served.ts';
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

/** The later line says which fields of an answer are always there. */
const published = readPublished('orchestration-cluster-api-8.9');

describe('Every operation of the public REST API does what it is for, or is refused with a reason', () => {
  let stage: Stage;
  let served: ReadonlyMap<string, object>;
  let calls: ReadonlyMap<string, readonly ServedCall[]>;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.world.rest.ask('GET', '/openapi.json');
    const paths = Object.entries(body['paths'] as Record<string, object>);
    calls = readServed(body);
    served = new Map(paths.map(([path, calls]) => [anonymous(path.replace(/^\/v2/, '')), calls]));
  });
  afterAll(() => stage.world.stop());

  const summaryOf = (method: string, path: string): string => {
    const found = served.get(anonymous(path)) as Record<string, { summary: string }> | undefined;
    return found?.[method.toLowerCase()]?.summary ?? '';
  };

  /** Fields that clients rely on and that this answer does not have. */
  const absentIn = (method: string, path: string, body: unknown): readonly string[] =>
    published
      .filter((call) => anonymous(call.address) === anonymous(path) && servedFor(call, calls)?.method === method)
      .flatMap((call) => absentInAnswer(call, body).filter((field) => whyAbsent(call.name, field) === undefined));

  const expectServed = async (method: string, address: string, { path, body }: Example) => {
    const answer = await stage.world.rest.ask(method, path, body);
    expect([answer.status, answer.text]).toEqual([expect.toSatisfy((status: number) => status < 300), answer.text]);
    if (path.endsWith('/search')) expect(answer.body['items']).not.toEqual([]);
    if (answer.type.includes('json')) expect(absentIn(method, address, answer.body)).toEqual([]);
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
        await expectServed(method, path, await exampleOf(operation)(stage));
        leave(task, { claim: { ...claim, outcome: 'works', note: summary } });
      }
    });
  });
});
