import { evaluate, feelLimits, jsonText, parseFeel, testInput, toExactJson } from '@irisflow/feel';

import type { Aggregation, DecisionTable, HitPolicy, OutputClause } from '../requirements.ts';
import { fail } from './evaluation.ts';

/** A rule that matched, with its values in the order of the output columns. */
export interface Hit {
  /** Number of the rule, from 1. */
  readonly index: number;
  readonly values: readonly unknown[];
}

type Combine = (table: DecisionTable, hits: readonly Hit[]) => unknown;

const numbers = (hits: readonly Hit[]): string => {
  const all = hits.map(({ index }) => String(index));
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

const resultOf = ({ outputs }: DecisionTable, values: readonly unknown[]): unknown =>
  outputs.length === 1
    ? (values[0] ?? null)
    : Object.fromEntries(outputs.map(({ name }, column) => [name, values[column] ?? null]));

const first: Combine = (table, hits) => resultOf(table, hits[0]?.values ?? []);

const all: Combine = (table, hits) => hits.map(({ values }) => resultOf(table, values));

const unique: Combine = (table, hits) =>
  hits.length <= 1
    ? first(table, hits)
    : fail(`Expected at most one rule to match, because the hit policy is UNIQUE, but rules ${numbers(hits)} match.`);

const any: Combine = (table, hits) => {
  const texts = new Set(hits.map(({ values }) => jsonText(toExactJson(values))));
  return texts.size <= 1
    ? first(table, hits)
    : fail(`Expected all matching rules to agree, because the hit policy is ANY, but rules ${numbers(hits)} differ.`);
};

const constantContext = { variable: () => undefined, now: 0, fuel: feelLimits.fuel };

/** Place of a value among the allowed values of its column; the last place when it is not among them. */
const rankOf = ({ priorities }: OutputClause, value: unknown): number => {
  const rank = priorities.findIndex((test) => {
    const result = testInput(test, value, constantContext);
    return result.ok && result.value === true;
  });
  return rank < 0 ? priorities.length : rank;
};

const byPriority = ({ outputs }: DecisionTable, hits: readonly Hit[]): readonly Hit[] => {
  const ranked = hits.map((hit) => ({
    hit,
    ranks: outputs.map((clause, column) => rankOf(clause, hit.values[column])),
  }));
  const difference = (a: readonly number[], b: readonly number[]) =>
    a.map((rank, column) => rank - (b[column] ?? 0)).find((distance) => distance !== 0) ?? 0;
  return ranked.toSorted((a, b) => difference(a.ranks, b.ranks)).map(({ hit }) => hit);
};

/** The list functions of FEEL count in decimals and know dates and durations; no second implementation here. */
const aggregate = (name: Aggregation, values: readonly unknown[]): unknown => {
  if (name === 'COUNT') return values.length;
  const formula = parseFeel(`${name.toLowerCase()}(values)`, 'expression');
  const result = evaluate(formula, { ...constantContext, variable: (key) => (key === 'values' ? values : undefined) });
  if (result.ok && result.value !== null) return result.value;
  const found = jsonText(toExactJson(values));
  return fail(`Expected values that ${name} can aggregate, but the matching rules give ${found}.`);
};

const collect: Combine = (table, hits) =>
  table.aggregation === null
    ? all(table, hits)
    : aggregate(
        table.aggregation,
        hits.map(({ values }) => values[0] ?? null),
      );

/** How each hit policy makes one result of the rules that matched, of which there is at least one. */
export const hitPolicies: { readonly [Policy in HitPolicy]: Combine } = {
  UNIQUE: unique,
  ANY: any,
  FIRST: first,
  PRIORITY: (table, hits) => first(table, byPriority(table, hits)),
  'RULE ORDER': all,
  'OUTPUT ORDER': (table, hits) => all(table, byPriority(table, hits)),
  COLLECT: collect,
};
