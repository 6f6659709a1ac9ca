import { feelFunction, feelWarning, invoke, isKind, kindOf, parseFeel, stopEvaluation } from '@irisflow/feel';
import type { FeelFunction } from '@irisflow/feel';

import type { DecisionLogic, FunctionLogic, TypedName } from '../requirements.ts';
import { evaluateTable } from './evaluate-table.ts';
import type { TableTrace } from './evaluate-table.ts';
import { addWarnings, conform, contextOf, DecisionFailure, fail, settle, valueOf, withEntries } from './evaluation.ts';
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
  for (const { name, type, value } of entries) {
    known.set(name, conform(evaluation, inner(evaluation, value, inside), { type, where: `the entry "${name}"` }));
  }
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

/** The loops of FEEL do the work; no second implementation of what they do with lists, ranges and null. */
const loops = {
  for: parseFeel('for item in source return body(item)', 'expression'),
  some: parseFeel('some item in source satisfies body(item)', 'expression'),
  every: parseFeel('every item in source satisfies body(item)', 'expression'),
  filter: parseFeel('source[body(item)]', 'expression'),
} as const;

/** A filter sees the entries of the item as well, as it does in FEEL. */
const withItemEntries =
  (item: unknown, lookup: Lookup): Lookup =>
  (name) =>
    isKind(item, 'context') && Object.hasOwn(item, name) ? item[name] : lookup(name);

const noCondition = (evaluation: Evaluation, found: unknown): null => {
  addWarnings(evaluation, [feelWarning('TYPE_WRONG', { type: 'boolean', found: kindOf(found) }, null)]);
  return null;
};

const isAnswer = (value: unknown): boolean => typeof value === 'boolean' || value === null;

const evaluateIteration: Evaluator<'iteration'> = (evaluation, { loop, variable, source, body }, { lookup }) => {
  const others: unknown[] = [];
  const run = feelFunction([variable], ([item], runtime) => {
    const outer = loop === 'filter' ? withItemEntries(item, lookup) : lookup;
    const inside = withEntries(new Map([[variable, item]]), outer);
    const value = borrowing(evaluation, runtime, (own) => inner(own, body, inside));
    if (loop !== 'for' && others.length === 0 && !isAnswer(value)) others.push(value);
    return value;
  });
  const values = new Map<string, unknown>([
    ['source', inner(evaluation, source, lookup)],
    ['body', run],
  ]);
  const result = valueOf(evaluation, loops[loop], (name) => values.get(name));
  return others.length === 0 ? result : noCondition(evaluation, others[0]);
};

const evaluateConditional: Evaluator<'conditional'> = (evaluation, { condition, whenTrue, whenFalse }, { lookup }) => {
  const answer = inner(evaluation, condition, lookup);
  if (answer === true) return inner(evaluation, whenTrue, lookup);
  if (answer === false || answer === null) return inner(evaluation, whenFalse, lookup);
  return noCondition(evaluation, answer);
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
  conditional: evaluateConditional,
  iteration: evaluateIteration,
};

/** The type of a boxed function is that of its results, which `toFunction` sees to. */
const typeOfResult = (logic: DecisionLogic) => (logic.kind === 'function' ? ({ kind: 'any' } as const) : logic.type);

/** Evaluates any boxed expression. */
export const evaluateLogic = (evaluation: Evaluation, logic: DecisionLogic, state: State): unknown => {
  const run = evaluators[logic.kind] as Evaluator<Kind>;
  return conform(evaluation, run(evaluation, logic, state), { type: typeOfResult(logic), where: 'the expression' });
};

/** Runs something inside a FEEL function; it pays from the budget of the expression that calls it. */
export const borrowing = <Result>(
  evaluation: Evaluation,
  runtime: { fuel: number },
  run: (own: Evaluation) => Result,
): Result => {
  const own: Evaluation = { ...evaluation, fuel: runtime.fuel };
  try {
    return run(own);
  } catch (error) {
    if (error instanceof DecisionFailure) return stopEvaluation('TYPE', error.message);
    throw error;
  } finally {
    runtime.fuel = own.fuel;
  }
};

const namedValues = (parameters: readonly TypedName[], args: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(parameters.map(({ name }, index) => [name, args[index] ?? null]));

/** Makes a FEEL function of a boxed one. */
export const toFunction = (evaluation: Evaluation, logic: FunctionLogic, lookup: Lookup): FeelFunction =>
  feelFunction(
    logic.parameters,
    (args, runtime) =>
      borrowing(evaluation, runtime, (own) =>
        conform(own, inner(own, logic.body, withEntries(namedValues(logic.parameters, args), lookup)), {
          type: logic.type,
          where: 'the result of the function',
        }),
      ),
    logic.type,
  );
