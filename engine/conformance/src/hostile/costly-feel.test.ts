import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../kit/deployments.ts';
import { beside } from './kit/bystander.ts';
import { underAttack } from './kit/under-attack.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Twenty tasks, as many as the characters of one file allow, each with a text that is long to read. */
const tasks = (text: (at: number) => string) => (): Readonly<Record<string, string>> => {
  const path = bpmnProcess('costly').start();
  for (const at of numbers(20)) path.scriptTask(`t${at}`, { expression: `= ${text(at)}`, resultVariable: 'found' });
  return { 'costly.bpmn': path.end().toXml() };
};

const cells = (text: (at: number) => string) => (): Readonly<Record<string, string>> => ({
  'costly.dmn': writeDmn({
    id: 'file',
    name: 'Costly',
    decisions: [
      {
        id: 'd',
        name: 'Decision',
        logic: {
          inputs: [{ expression: 'x' }],
          outputs: [{ name: 'y' }],
          rules: numbers(30).map((at) => [text(at), '1']),
        },
      },
    ],
  }),
});

const doubling = numbers(60)
  .map((at) => `a${at + 1}: {p: a${at}, q: a${at}}`)
  .join(', ');

const attacks = [
  ['filters of filters', tasks((at) => `a${'[b]'.repeat(3_000)}${at}`), 'steps'],
  ['lists that may just be read, too many', tasks((at) => `[${'1,'.repeat(2_500)}${at}]`), 'steps in one deployment'],
  ['a name of five thousand words', tasks((at) => `${'a '.repeat(4_980)}+ ${at}`), 'steps'],
  ['question marks', tasks((at) => `${'? ? '.repeat(2_400)}${at}`), 'steps'],
  ['points behind numbers', tasks((at) => `${'1.'.repeat(4_900)}${at}`), 'steps'],
  ['strings that never end', tasks((at) => `${at} + "${String.raw`\"`.repeat(4_900)}`), 'found'],
  [
    'a thousand entries',
    tasks(
      (at) =>
        `{${numbers(1_000)
          .map((key) => `a${key}: ${at}`)
          .join(',')}}`,
    ),
    'steps',
  ],
  ['contexts that hold the one before twice', tasks((at) => `{a0: {x: ${at}}, ${doubling}, z: [a60, a60]}`), 'steps'],
  ['cells of thousands of numbers', cells((at) => `${'1,'.repeat(4_900)}${at}`), 'steps'],
  ['cells of question marks', cells((at) => `${'? ? '.repeat(2_400)}${at}`), 'steps'],
] as const;

underAttack('FEEL that is long to read', (attacked) => {
  test.for(attacks)('%s: refused, while others work on', { retry: 1, timeout: 60_000 }, async ([, files, words]) => {
    const { world, bystander } = attacked;
    await beside(bystander, async () => {
      const began = performance.now();
      await expectRefused(world, files(), words);
      expect(performance.now() - began).toBeLessThan(5_000);
    });
  });

  describe('many such files together', () => {
    test('share the steps of their deployment', { retry: 1, timeout: 60_000 }, async () => {
      const { world, bystander } = attacked;
      const file = (name: number): string => {
        const path = bpmnProcess(`costly${name}`).start();
        for (const at of numbers(4)) {
          path.scriptTask(`t${at}`, { expression: `= [${'1,'.repeat(2_500)}${name}.${at}]`, resultVariable: 'found' });
        }
        return path.end().toXml();
      };
      const files = Object.fromEntries(numbers(20).map((name) => [`${name}.bpmn`, file(name)]));
      await beside(bystander, () => expectRefused(world, files, 'steps in one deployment'));
    });
  });

  test('one such text, asked through REST, is an answer with its reason', async () => {
    const { status, body } = await attacked.world.rest.ask('POST', '/expression/evaluation', {
      expression: `={a0: {x: 1}, ${doubling}, z: [a60, a60]}`,
    });
    expect([status, body['detail']]).toEqual([400, expect.stringContaining('steps')]);
  });
});
