import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { describe, expect, test } from 'vitest';
import { deployFiles, expectRefused } from '../kit/deployments.ts';
import type { World } from '../kit/world.ts';
import { underAttack } from './kit/under-attack.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

const decided = (id: string, logic: Parameters<typeof writeDmn>[0]['decisions'][number]['logic']): string =>
  writeDmn({ id: `${id}_file`, name: 'Hostile', decisions: [{ id, name: 'Decision', logic }] });

type HitPolicy = 'UNIQUE' | 'COLLECT';

const table = (hitPolicy: HitPolicy, rules: readonly (readonly string[])[]) => ({
  hitPolicy,
  inputs: [{ expression: 'x', typeRef: 'number' }],
  outputs: [{ name: 'y', typeRef: 'number' }],
  rules: rules.map((rule) => [...rule]),
});

/** An instance that asks the decision. */
const ask = async (world: World, decisionId: string, variables: object): Promise<string> => {
  const id = world.name('asking');
  await world.deploy(
    bpmnProcess(id).start().businessRuleTask('ask', { decisionId, resultVariable: 'y' }).end().toXml(),
  );
  return world.create(id, variables);
};

underAttack('Hostile decisions', (attacked) => {
  describe('are refused within two seconds in a sentence that names the matter', { retry: 1 }, () => {
    const requiring = (...pairs: readonly (readonly [id: string, needed: string])[]) =>
      writeDmn({
        id: 'file',
        name: 'Circle',
        decisions: pairs.map(([id, needed]) => ({ id, name: id, requires: [needed], logic: '1' })),
      });
    const head = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="n">';
    const literal = '<literalExpression id="l"><text>1</text></literalExpression>';

    test.for([
      ['a decision that needs itself', requiring(['one', 'one']), 'in a circle: one -> one'],
      ['decisions that need each other', requiring(['one', 'two'], ['two', 'three'], ['three', 'one']), 'in a circle'],
      [
        'more than ten thousand rules',
        decided(
          'd',
          table(
            'COLLECT',
            numbers(10_001).map((at) => [`${at}`, '1']),
          ),
        ),
        'at most 10000 rules',
      ],
      [
        'a document type',
        `<!DOCTYPE x [<!ENTITY y "z">]>${head}<decision id="d" name="&y;">${literal}</decision></definitions>`,
        'Expected no document type',
      ],
      ['a hundred thousand levels', `${head}${'<context>'.repeat(100_000)}`, 'nested at most 200 deep'],
      [
        'a thousand columns',
        decided('d', {
          ...table('COLLECT', []),
          inputs: numbers(1_000).map((at) => ({ expression: `x${at}`, typeRef: 'number' })),
        }),
        'at most 100 input',
      ],
      [
        'an expression of another language',
        `${head}<decision id="d" name="d"><literalExpression id="l" expressionLanguage="javascript"><text>process.exit()</text></literalExpression></decision></definitions>`,
        'Expected FEEL',
      ],
      [
        'a file that it imports',
        `${head}<import namespace="x" locationURI="file:///etc/passwd" importType="x" name="x" id="i"/><decision id="d" name="d">${literal}</decision></definitions>`,
        'Expected everything a decision needs in one file',
      ],
      [
        'a function of Java',
        decided('d', 'function(x) external {java: {class: "java.lang.Runtime"}}'),
        'external functions are not supported',
      ],
      [
        'one id twice',
        `${head}<decision id="d" name="d">${literal}</decision><decision id="d" name="e">${literal}</decision></definitions>`,
        'Expected every id once',
      ],
      [
        'a thousand cells that nobody can read',
        decided(
          'd',
          table(
            'COLLECT',
            numbers(1_000).map(() => ['((', '1']),
          ),
        ),
        'Expected "((" to be FEEL',
      ],
      [
        'four megabytes of FEEL',
        decided(
          'd',
          table(
            'COLLECT',
            numbers(3_000).map((at) => ['-', `[${at}${', 1'.repeat(350)}]`]),
          ),
        ),
        'characters of FEEL in one file',
      ],
    ] as const)('%s', async ([, model, words]) => {
      const { world } = attacked;
      const began = performance.now();
      await expectRefused(world, { 'hostile.dmn': model }, words);
      expect(performance.now() - began).toBeLessThan(5_000);
      const { details } = await world.refusal(world.raw.call('EvaluateDecision', { decisionId: 'd' }));
      expect(details).toContain("'d'");
    });
  });

  describe('are an incident of the instance that asks', () => {
    test.for([
      [
        'two rules that match where one may',
        table('UNIQUE', [
          ['< 10', '1'],
          ['> 0', '2'],
        ]),
        'UNIQUE',
      ],
      ['a cell without end', table('COLLECT', [['-', 'count(for i in 1..2000, j in 1..2000 return i)']]), 'Expected'],
      [
        'a result that no message could hold',
        'for i in 1..64 return if i = 1 then [1] else [partial[-1], partial[-1]]',
        'Expected',
      ],
      ['a call without end', '(function(f) f(f))(function(f) f(f))', 'Expected'],
    ] as const)('%s', async ([, logic, words]) => {
      // given
      const { world } = attacked;
      const decisionId = world.name('decision');
      await deployFiles(world, {
        'hostile.dmn': decided(decisionId, typeof logic === 'string' ? logic : { ...logic, inputs: [...logic.inputs] }),
      });

      // when
      const key = await ask(world, decisionId, { x: 5 });

      // then
      const { errorType, errorMessage } = await world.incident(key);
      expect([errorType, errorMessage]).toEqual(['DECISION_EVALUATION_ERROR', expect.stringContaining(words)]);
      await world.cancel(key);
    });

    test('a chain of decisions that asks each one many times asks each one once', async () => {
      const { world } = attacked;
      const [first, last] = [world.name('decision'), 30];
      const id = (at: number) => `${first}_${at}`;
      const decisions = numbers(last + 1).map((at) => ({
        id: id(at),
        name: `v${at}`,
        requires: at === 0 ? [] : [id(at - 1)],
        logic: at === 0 ? '1' : `v${at - 1} + v${at - 1}`,
      }));
      await deployFiles(world, { 'chain.dmn': writeDmn({ id: first, name: 'Chain', decisions }) });
      const key = await ask(world, id(last), {});
      expect(await world.variables(key)).toEqual({ y: 2 ** last });
    });
  });

  test('ten thousand rules are asked within two seconds', async () => {
    // given
    const { world } = attacked;
    const decisionId = world.name('decision');
    await deployFiles(world, {
      'large.dmn': decided(
        decisionId,
        table(
          'COLLECT',
          numbers(10_000).map((at) => [`${at}`, `${at}`]),
        ),
      ),
    });

    // when
    const began = performance.now();
    const { decisionOutput } = await world.raw.call('EvaluateDecision', { decisionId, variables: '{"x":9999}' });

    // then
    expect(decisionOutput).toBe('[9999]');
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
