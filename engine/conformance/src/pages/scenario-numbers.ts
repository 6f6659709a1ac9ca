import type { DatabaseKind } from '@irisflow/database';
import type { ScenarioMeta } from '../kit/claim.ts';
import type { Found } from './findings.ts';

/** Every number that a release must show. */
export const SCENARIOS = 230;

/** One numbered promise, played by one scenario or several. */
export interface ScenarioNumber {
  readonly area: string;
  readonly number: number;
  readonly titles: Set<string>;
  /** Stores on which it was played, and those of them on which a scenario failed. */
  readonly played: Set<DatabaseKind>;
  readonly failed: Set<DatabaseKind>;
}

/** Scenarios by number. */
export type ScenarioNumbers = ReadonlyMap<number, ScenarioNumber>;

/** Gathers the scenarios of each number. */
export const byNumber = (scenarios: readonly Found<ScenarioMeta>[]): ScenarioNumbers => {
  const numbers = new Map<number, ScenarioNumber>();
  for (const { area, number, title, store, isPassed } of scenarios) {
    const entry = numbers.get(number) ?? { area, number, titles: new Set(), played: new Set(), failed: new Set() };
    entry.titles.add(title);
    entry.played.add(store);
    if (!isPassed) entry.failed.add(store);
    numbers.set(number, entry);
  }
  return numbers;
};

/** Whether every scenario of a number passed on a store. */
export const passedOn = (entry: ScenarioNumber | undefined, store: DatabaseKind): boolean =>
  entry !== undefined && entry.played.has(store) && !entry.failed.has(store);

/** Numbers that a store did not show, one sentence each. */
export const missingOn = (numbers: ScenarioNumbers, store: DatabaseKind): string[] =>
  Array.from({ length: SCENARIOS }, (_, at) => at + 1)
    .filter((number) => !passedOn(numbers.get(number), store))
    .map((number) => `Expected scenario ${number} to pass on ${store}, but it did not.`);

/** Scenarios as a page names them, such as `GW-43, GW-44`. */
export const scenarioNames = (shownBy: readonly number[], numbers: ScenarioNumbers): string =>
  shownBy.map((number) => `${numbers.get(number)?.area ?? '?'}-${number}`).join(', ');

/** Numbers in their order. */
export const inOrder = (numbers: ScenarioNumbers): ScenarioNumber[] =>
  [...numbers.values()].toSorted((one, other) => one.number - other.number);
