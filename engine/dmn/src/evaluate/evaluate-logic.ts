import { feelFunction, invoke, isKind, kindOf, stopEvaluation } from '@irisflow/feel';
import type { FeelFunction } from '@irisflow/feel';

import type { DecisionLogic, FunctionLogic } from '../requirements.ts';
import { evaluateTable } from './evaluate-table.ts';
import type { TableTrace } from './evaluate-table.ts';
import { contextOf, DecisionFailure, fail, settle, valueOf, withEntries } from './evaluation.ts';
import type { Evaluation, Lookup } from './evaluation.ts';

type Kind = DecisionLogic['kind'];

interface State {
  readonly lookup: Lookup;
  /** Notes of the outermost table. */
  readonly trace: TableTrace;
}

type Evaluator<K extends Kind> = (
  evaluation: Evaluation,
  logic: Extract<DecisionLogic, { kind: K }>,
  state: State,
) => unknown;

const quiet = (): TableTrace => ({ inputs: [], matchedRules: [] });

const inner = (evaluation: Evaluation, logic: DecisionLogic, lookup: Lookup): unknown =>
  evaluateLogic(evaluation, logic, { lookup, trace: quiet() });

const toContext = (entries: Iterable<readonly [string, unknown]>): Record<string, unknown> =>
  Object.fromEntries(entries);

const evaluateContext: Evaluator<'context'> = (evaluation, { entries, result }, { lookup }) => {
  const known = new Map<string, unknown>();
  const inside: Lookup = (name) => (known.has(name) ? known.get(name) : lookup(name));
  for (const { name, value } of entries) known.set(name, inner(evaluation, value, inside));
  return result === null ? toContext(known) : inner(evaluation, result, inside);
};

const evaluateInvocation: Evaluator<'invocation'> = (evaluation, { target, bindings }, { lookup }) => {
  const called = inner(evaluation, target, lookup);
  if (!isKind(called, 'function')) {
    return fail(`Expected the invocation to call a function, but found ${kindOf(called)}.`);
  }
  const given = new Map(bindings.map(({ parameter, value }) => [parameter, inner(evaluation, value, lookup)]));
  const args = called.parameters.map((parameter) => given.get(parameter) ?? null);
  return settle(evaluation, invoke(called, args, contextOf(evaluation, lookup)), 'the invocation');
};

const evaluators: { readonly [K in Kind]: Evaluator<K> } = {
  'literal-expression': (evaluation, { feel }, { lookup }) => valueOf(evaluation, feel, lookup),
  'decision-table': evaluateTable,
  context: evaluateContext,
  invocation: evaluateInvocation,
  list: (evaluation, { items }, { lookup }) => items.map((item) => inner(evaluation, item, lookup)),
  relation: (evaluation, { columns, rows }, { lookup }) =>
    rows.map((row) => toContext(row.map((cell, column) => [columns[column] ?? '', inner(evaluation, cell, lookup)]))),
  function: (evaluation, logic, { lookup }) => toFunction(evaluation, logic, lookup),
};

/** Evaluates any boxed expression. */
export const evaluateLogic = (evaluation: Evaluation, logic: DecisionLogic, state: State): unknown => {
  const run = evaluators[logic.kind] as Evaluator<Kind>;
  return run(evaluation, logic, state);
};

/** Makes a FEEL function of a boxed one; its body pays from the budget of the expression that calls it. */
export const toFunction = (evaluation: Evaluation, { parameters, body }: FunctionLogic, lookup: Lookup): FeelFunction =>
  feelFunction(parameters, (args, runtime) => {
    const own: Evaluation = { ...evaluation, fuel: runtime.fuel };
    const bound = new Map(parameters.map((name, index) => [name, args[index] ?? null]));
    try {
      return inner(own, body, withEntries(bound, lookup));
    } catch (error) {
      if (error instanceof DecisionFailure) return stopEvaluation('TYPE', error.message);
      throw error;
    } finally {
      runtime.fuel = own.fuel;
    }
  });
