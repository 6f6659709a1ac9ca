import type { Json } from '@irisflow/feel';
import { evaluateDecision } from '../evaluate/evaluate-decision.ts';
import type { DecisionRequirements } from '../requirements.ts';

/** One line of the test table of a decision. */
export interface DecisionTest {
  /** Id of the decision. */
  readonly decision: string;
  /** Day on which it is decided, `YYYY-MM-DD`: the clock, `submittedOn`, and which amounts hold. */
  readonly on: string;
  /** Variables by name. */
  readonly given: Readonly<Record<string, Json>>;
  /** What the decision must answer; a line without it shows the answer and promises nothing. */
  readonly expected?: Json;
}

/** The test table of a file of decisions, as `tests/<file>.tests.json` holds it. */
export interface DecisionTests {
  readonly kind: 'decision-tests';
  readonly formatVersion: 1;
  readonly tests: readonly DecisionTest[];
}

export interface TestOutcome {
  /** `open`: the line says no expectation. */
  readonly state: 'green' | 'red' | 'open';
  readonly output: Json;
  /** Why there is no answer; null where there is one. */
  readonly failure: string | null;
  /** Rules of the decision itself that applied, counted from 1. */
  readonly rules: readonly number[];
}

/** A file that people share holds no more. */
export const maxDecisionTests = 500;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the calendar has it: what would be decided on February 30 is decided on no day. */
const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

const isTest = (value: unknown): value is DecisionTest =>
  isObject(value) &&
  typeof value['decision'] === 'string' &&
  typeof value['on'] === 'string' &&
  isDay(value['on']) &&
  isObject(value['given']);

/** The test table that a text holds; null for anything else. */
export const readDecisionTests = (text: string): DecisionTests | null => {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || value['kind'] !== 'decision-tests' || value['formatVersion'] !== 1) return null;
    const { tests } = value;
    return Array.isArray(tests) && tests.length <= maxDecisionTests && tests.every(isTest)
      ? { kind: 'decision-tests', formatVersion: 1, tests }
      : null;
  } catch {
    return null;
  }
};

const sameEntries = (left: Readonly<Record<string, unknown>>, right: Readonly<Record<string, unknown>>): boolean => {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name]))
  );
};

const isSame = (left: unknown, right: unknown): boolean => {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, at) => isSame(item, right[at]));
  return isObject(left) && isObject(right) ? sameEntries(left, right) : left === right;
};

/** Far more than a decision of people takes, far less than what anybody waits for. */
const FUEL = 1_000_000;

/** Plays one line on the compiled file, with the amounts of its day. */
export const playDecisionTest = (
  requirements: DecisionRequirements,
  { decision, on, given, expected }: DecisionTest,
  parameters: unknown,
): TestOutcome => {
  const variables: Readonly<Record<string, unknown>> = { submittedOn: on, parameters, ...given };
  const result = evaluateDecision(requirements, decision, {
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    now: Date.parse(`${on}T11:00:00Z`),
    timeZone: 'Europe/Brussels',
    fuel: FUEL,
  });
  const own = result.trace.find(({ decisionId }) => decisionId === decision);
  const rules = own?.matchedRules.map(({ index }) => index) ?? [];
  if (!result.ok)
    return { state: expected === undefined ? 'open' : 'red', output: null, failure: result.message, rules };
  const state = expected === undefined ? 'open' : isSame(result.output, expected) ? 'green' : 'red';
  return { state, output: result.output, failure: null, rules };
};
