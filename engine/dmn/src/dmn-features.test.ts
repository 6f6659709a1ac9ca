import { expect, test } from 'vitest';

import { dmnFeatures, evaluateDecision, parseDmn } from '@irisflow/dmn';
import type { DmnFeature } from '@irisflow/dmn';
import { decisionService, featureModels, featureVariables } from './testing/index.ts';

const outcomeOf = (xml: string) => {
  const parsed = parseDmn(xml);
  if (!parsed.ok) return { codes: parsed.problems.map(({ code }) => code) };
  const result = evaluateDecision(parsed.requirements, 'd', { variable: (name) => featureVariables[name], now: 0 });
  return result.ok ? { output: result.output } : result;
};

const featuresWith = (status: DmnFeature['status']) => dmnFeatures.filter((each) => each.status === status);

test.each(featuresWith('works').filter(({ feature }) => feature !== 'decision service'))(
  'given a model with $feature, then it works',
  ({ feature }) => {
    const [xml = '', expected] = featureModels[feature] ?? [];

    expect(outcomeOf(xml)).toEqual({ output: expected });
  },
);

test('given a decision service, then it is evaluated by its id with a value for its input decision', () => {
  const parsed = parseDmn(decisionService);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const variable = (name: string) => (name === 'i' ? 'it' : undefined);

  expect(evaluateDecision(parsed.requirements, 's', { variable, now: 0 })).toMatchObject({ output: 'got it' });
});

test.each(featuresWith('refused'))('given a model with $feature, then it is refused with its code', (refusal) => {
  const [xml = ''] = featureModels[refusal.feature] ?? [];

  expect(outcomeOf(xml)).toMatchObject({ codes: ['code' in refusal ? refusal.code : ''] });
});

test('given the list of features, then each is named once and has its proof', () => {
  expect(Object.keys(featureModels).toSorted()).toEqual(dmnFeatures.map(({ feature }) => feature).toSorted());
});
