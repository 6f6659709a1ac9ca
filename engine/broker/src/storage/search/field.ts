import { isKeyText } from '@irisflow/protocol';
import type { ColumnType } from '../row-statement.ts';
import { type BoundValue, SearchRefusal } from './binder.ts';

export type Operator = '$eq' | '$neq' | '$in' | '$notIn' | '$exists' | '$like' | '$gt' | '$gte' | '$lt' | '$lte';

/** `date` columns hold epoch milliseconds, requests hold ISO 8601. */
export type FieldKind = 'key' | 'text' | 'integer' | 'date' | 'flag';

/** Rows that belong to the row of the noun. */
export interface Through {
  readonly from: string;
  readonly where: string;
  /** Fields through the same rows ask for one row that meets them all. */
  readonly isOneRow?: boolean;
}

/** A field that requests may filter by, and sort by when it says so. */
export interface ValueField {
  readonly kind: FieldKind;
  /** SQL expression over the tables of the noun. */
  readonly sql: string;
  readonly isSortable: boolean;
  readonly isNullable: boolean;
  /** For a field with many values: the rows that hold them. The condition holds when one of the rows meets it. */
  readonly through?: Through;
  /** SQL of an index over the first characters of a text that can be megabytes: equality asks the index too. */
  readonly head?: { readonly sql: string; readonly length: number };
  /** All values that there are: others are refused instead of finding nothing. */
  readonly values?: readonly string[];
  /** What else is true when only these values are asked for: it lets the store use a partial index. */
  readonly implies?: { readonly values: ReadonlySet<string>; readonly sql: string };
}

/** Names and values of variables that must all be there. */
export interface VariablesField {
  readonly kind: 'variables';
  /** Says which rows `v` of the variable table count. */
  readonly where: string;
}

/** A JSON array that must contain all texts of a list. */
export interface TagsField {
  readonly kind: 'tags';
  readonly sql: string;
}

export type Field = ValueField | VariablesField | TagsField;

interface KindTraits {
  readonly sqlType: ColumnType;
  /** Takes the place of null where rows are compared. */
  readonly zero: string;
  readonly operators: readonly Operator[];
  /** The value as the column holds it; null when it is none. */
  readonly read: (value: unknown) => BoundValue | null;
  readonly expected: string;
}

const EQUALITY = ['$eq', '$neq', '$in', '$notIn', '$exists'] as const;
const ORDER = ['$gt', '$gte', '$lt', '$lte'] as const;

const LARGEST_KEY = 2n ** 63n - 1n;
const LARGEST_INTEGER = 2 ** 31 - 1;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

const readKey = (value: unknown): string | null => {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && isKeyText(text) && BigInt(text) <= LARGEST_KEY ? text : null;
};

const readDate = (value: unknown): number | null => {
  const milliseconds = typeof value === 'string' && DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : milliseconds;
};

const readInteger = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST_INTEGER ? value : null;

export const fieldKinds: { readonly [Kind in FieldKind]: KindTraits } = {
  key: { sqlType: 'bigint', zero: '0', operators: EQUALITY, read: readKey, expected: 'a key (decimal text)' },
  text: {
    sqlType: 'text',
    zero: "''",
    operators: [...EQUALITY, '$like'],
    // PostgreSQL has no text with U+0000.
    read: (value) => (typeof value === 'string' && !value.includes('\0') ? value : null),
    expected: 'a text',
  },
  integer: {
    sqlType: 'integer',
    zero: '0',
    operators: [...EQUALITY, ...ORDER],
    read: readInteger,
    expected: 'an integer',
  },
  date: {
    sqlType: 'bigint',
    zero: '0',
    operators: [...EQUALITY, ...ORDER],
    read: readDate,
    expected: 'a date and time in ISO 8601 with an offset',
  },
  flag: {
    sqlType: 'boolean',
    zero: 'false',
    operators: ['$eq', '$neq'],
    read: (value) => (typeof value === 'boolean' ? value : null),
    expected: 'true or false',
  },
};

/** A value of a request as the column holds it; refused when it does not fit. */
export const readValue = (kind: FieldKind, value: unknown, path: string): BoundValue => {
  const { read, expected } = fieldKinds[kind];
  const found = read(value);
  if (found !== null) return found;
  throw new SearchRefusal(`Expected ${path} to be ${expected}, but found ${JSON.stringify(value)?.slice(0, 200)}`);
};

/** Whether a column can be empty, and whether requests may sort by it; by default it is full and sortable. */
type FieldTraits = Partial<Omit<ValueField, 'kind' | 'sql'>>;

const fieldOf =
  (kind: FieldKind) =>
  (sql: string, traits: FieldTraits = {}): ValueField => ({
    kind,
    sql,
    isSortable: traits.through === undefined,
    isNullable: false,
    ...traits,
  });

export const key = fieldOf('key');
export const text = fieldOf('text');
export const integer = fieldOf('integer');
export const date = fieldOf('date');
export const flag = fieldOf('flag');

/** For a text without bound that has an index: migration 0003 made them over this many characters. */
export const headOf = (column: string): Pick<ValueField, 'head'> => ({
  head: { sql: `left(${column}, 64)`, length: 64 },
});

/** Name and value of a variable `v`. */
export const variableName = text('v.name', headOf('v.name'));
export const variableValue = text('v.value', headOf('v.value'));
