import type { Condition } from './binder.ts';
import type { Fields } from './compile-filter.ts';
import type { IdentityColumn } from './compile-sort.ts';

/** Something that can be searched: where its rows are, what can be asked about them, what an answer looks like. */
export interface Noun<Row, View> {
  /** Tables and joins. Joins for columns are left joins on a primary key: counting leaves them out. */
  readonly from: string;
  /** Which rows of the tables belong to the noun; `true` for all. */
  readonly where: string;
  /** Which of them belong to one of these tenants. */
  readonly belongsTo: (tenantIds: ReadonlySet<string>) => Condition;
  readonly identity: IdentityColumn;
  /** SQL expression by column of the answer. */
  readonly columns: { readonly [Column in keyof Row]: string };
  readonly fields: Fields;
  /** Rows that a search leaves out, unless its filter says something of this field. */
  readonly setAside?: { readonly where: string; readonly unlessAsked: string };
  readonly toView: (row: Row) => View;
}

/** Epoch milliseconds as both stores return `bigint`, or null, as ISO 8601 in UTC. */
export const isoOf = (milliseconds: string): string => new Date(Number(milliseconds)).toISOString();
export const isoOrNull = (milliseconds: string | null): string | null =>
  milliseconds === null ? null : isoOf(milliseconds);
