// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readDecisions, trialInputs } from './read-decisions.ts';
import { trialVariables } from './trial-values.ts';

const dmn = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
  <decision id="ceiling" name="Ceiling"><decisionTable>
    <input label="People"><inputExpression typeRef="number"><text>household.size</text></inputExpression></input>
    <output name="ceiling"/></decisionTable></decision>
  <decision id="grant" name="Grant"><informationRequirement><requiredDecision href="#ceiling"/></informationRequirement><decisionTable>
    <input><inputExpression typeRef="number"><text>ceiling</text></inputExpression></input>
    <input><inputExpression typeRef="boolean"><text>owner</text></inputExpression></input>
    <output name="grant"/></decisionTable></decision>
</definitions>`;

test('a trial asks for the inputs of required decisions, not for their results', () => {
  const inputs = trialInputs(readDecisions(dmn), 'grant');
  expect(inputs.map((input) => [input.label, input.typeRef])).toEqual([
    ['People', 'number'],
    ['owner', 'boolean'],
  ]);
});

test('typed texts become values of their types, nested by their paths', () => {
  const [size, owner] = trialInputs(readDecisions(dmn), 'grant');
  const entries = [
    { input: size!, text: '2,5' },
    { input: owner!, text: 'true' },
  ];
  expect(trialVariables(entries, { household: { region: 'BE-BRU' } })).toEqual({
    household: { region: 'BE-BRU', size: 2.5 },
    owner: true,
  });
});

test('a text that is no DMN has no decisions', () => {
  expect(readDecisions('not xml')).toEqual([]);
});
