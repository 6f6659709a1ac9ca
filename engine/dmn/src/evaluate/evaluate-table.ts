import type { DecisionTable, Rule } from '../requirements.ts';
import { type EvaluatedValue, type MatchedRule, traced } from './decision-result.ts';
import { type Evaluation, type Lookup, satisfies, valueOf } from './evaluation.ts';
import { type Hit, hitPolicies } from './hit-policies.ts';

/** What a table notes while it is evaluated; it keeps what is known even when the evaluation fails. */
export interface TableTrace {
  readonly inputs: EvaluatedValue[];
  readonly matchedRules: MatchedRule[];
}

const evaluateInputs = (
  evaluation: Evaluation,
  table: DecisionTable,
  state: { lookup: Lookup; trace: TableTrace },
): unknown[] =>
  table.inputs.map(({ id, name, feel }) => {
    const value = valueOf(evaluation, feel, state.lookup);
    state.trace.inputs.push({ id, name, ...traced(value) });
    return value;
  });

const matches = (evaluation: Evaluation, rule: Rule, state: { inputs: readonly unknown[]; lookup: Lookup }): boolean =>
  rule.tests.every((test, column) =>
    satisfies(evaluation, test, { value: state.inputs[column] ?? null, lookup: state.lookup }),
  );

const traceRule = (table: DecisionTable, { index, values }: Hit): MatchedRule => ({
  index,
  ruleId: table.rules[index - 1]?.id ?? '',
  outputs: table.outputs.map(({ id, name, label }, column) => ({
    id,
    name: label ?? name,
    ...traced(values[column]),
  })),
});

const findHits = (
  evaluation: Evaluation,
  table: DecisionTable,
  state: { inputs: readonly unknown[]; lookup: Lookup; trace: TableTrace },
): Hit[] => {
  const hits: Hit[] = [];
  for (const [position, rule] of table.rules.entries()) {
    if (!matches(evaluation, rule, state)) continue;
    const hit = { index: position + 1, values: rule.outputs.map((feel) => valueOf(evaluation, feel, state.lookup)) };
    hits.push(hit);
    state.trace.matchedRules.push(traceRule(table, hit));
    if (table.hitPolicy === 'FIRST') break;
  }
  return hits;
};

/** Nothing matched: the default values when the table has some, otherwise null. */
const evaluateDefaults = (evaluation: Evaluation, { outputs }: DecisionTable, lookup: Lookup): unknown => {
  if (outputs.every(({ defaultValue }) => defaultValue === null)) return null;
  const values = outputs.map(({ defaultValue }) => valueOf(evaluation, defaultValue, lookup));
  return outputs.length === 1
    ? values[0]
    : Object.fromEntries(outputs.map(({ name }, column) => [name, values[column]]));
};

/** Evaluates a table: one output column gives its value, several give a context. */
export const evaluateTable = (
  evaluation: Evaluation,
  table: DecisionTable,
  state: { lookup: Lookup; trace: TableTrace },
): unknown => {
  const inputs = evaluateInputs(evaluation, table, state);
  const hits = findHits(evaluation, table, { ...state, inputs });
  return hits.length === 0
    ? evaluateDefaults(evaluation, table, state.lookup)
    : hitPolicies[table.hitPolicy](table, hits);
};
