import { evaluateDecision } from '@irisflow/dmn';
import type { DecisionRequirements, DecisionResult } from '@irisflow/dmn';
import { isKind, kindOf, toJson } from '@irisflow/feel';

import type { Model } from './compile-model.ts';
import type { Expectation, TestCase } from './read-test-cases.ts';
import { sameValue } from './same-value.ts';

/** What became of a case; a refused one is wrong before anything is evaluated, as at a deployment. */
export interface Verdict {
  readonly kind: 'passed' | 'failed' | 'refused';
  /** Empty when there is nothing to say. */
  readonly reason: string;
}

const passed: Verdict = { kind: 'passed', reason: '' };

/** The kit expects an error as null; refusing the decision is the earliest way to report it. */
const judgeRefusal = (model: Model, expected: Expectation, refusal: string): Verdict => ({
  kind: expected.value === null && !model.refusals.has('') ? 'passed' : 'refused',
  reason: refusal,
});

const evaluateFor = (requirements: DecisionRequirements, testCase: TestCase, name: string): DecisionResult => {
  const target = [...requirements.decisions, ...requirements.services].find((each) => each.name === name);
  const variable = (key: string) => testCase.inputs.get(key);
  return evaluateDecision(requirements, target?.id ?? name, { variable, now: Date.UTC(2024, 1, 29) });
};

/** A service with several outputs answers them in a context, the kit asks for one. */
const outputOf = (
  { services }: DecisionRequirements,
  service: string | null,
  name: string,
  value: unknown,
): unknown => {
  const outputs = services.find((each) => each.name === service)?.outputDecisions ?? [];
  return outputs.length > 1 && isKind(value, 'context') ? value[name] : value;
};

const whyOf = (result: DecisionResult): string =>
  result.ok ? result.trace.flatMap(({ warnings }) => warnings.map(({ message }) => message)).join(' ') : result.message;

const show = (value: unknown): string => `${kindOf(value)} ${JSON.stringify(toJson(value))}`;

const judge = (model: Model, testCase: TestCase, expected: Expectation): Verdict => {
  const refusal = model.refusals.get('') ?? model.refusals.get(expected.name);
  if (refusal !== undefined || model.requirements === null) {
    return judgeRefusal(model, expected, refusal ?? 'Expected a model, but nothing of it is left.');
  }
  const result = evaluateFor(model.requirements, testCase, testCase.service ?? expected.name);
  const actual = result.ok ? outputOf(model.requirements, testCase.service, expected.name, result.value) : null;
  if (sameValue(expected.value, actual)) return passed;
  const message = `Expected ${expected.name} to be ${show(expected.value)}, but found ${show(actual)}.`;
  return { kind: 'failed', reason: `${message} ${whyOf(result)}`.trim() };
};

/** Runs one case: it passes when each of its results does. */
export const runCase = (model: Model, testCase: TestCase): Verdict => {
  const verdicts = testCase.results.map((expected) => judge(model, testCase, expected));
  return verdicts.find(({ kind }) => kind !== 'passed') ?? verdicts.find(({ reason }) => reason !== '') ?? passed;
};
