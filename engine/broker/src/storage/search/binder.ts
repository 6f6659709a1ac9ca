import type { ColumnType } from '../row-statement.ts';

/** A search that cannot be run as asked; the message names the part of the request. */
export class SearchRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SearchRefusal';
  }
}

/** The condition that every row meets. */
export const ALWAYS = 'true';

/** Conditions joined by "and", without those that every row meets. */
export const allOf = (conditions: readonly string[]): string =>
  conditions.filter((condition) => condition !== ALWAYS).join(' and ') || ALWAYS;

export type BoundValue = string | number | boolean;

/** Collects the values of one statement: no value of a request ever becomes part of the text. */
export interface Binder {
  readonly values: readonly BoundValue[];
  /** Returns what stands for the value in the text, with its type. */
  bind(value: BoundValue, type: ColumnType | 'jsonb'): string;
}

/** Part of a `where` clause; it binds its values when the statement is composed. */
export type Condition = (binder: Binder) => string;

/** Far below the 65,535 that the protocol of PostgreSQL allows. */
const MAX_VALUES = 5_000;

export const createBinder = (): Binder => {
  const values: BoundValue[] = [];
  return {
    values,
    bind: (value, type) => {
      if (values.length >= MAX_VALUES) {
        throw new SearchRefusal(`Expected a filter with at most ${MAX_VALUES} values, but it has more`);
      }
      values.push(value);
      return `$${values.length}::${type}`;
    },
  };
};
