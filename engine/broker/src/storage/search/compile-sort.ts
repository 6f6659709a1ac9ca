import type { SortClause } from '@irisflow/protocol';
import type { ColumnType } from '../row-statement.ts';
import { type Binder, SearchRefusal } from './binder.ts';
import type { Fields } from './compile-filter.ts';
import { fieldKinds } from './field.ts';

type Direction = 'asc' | 'desc';

/** One expression by which rows are ordered; never null. */
export interface SortKey {
  readonly sql: string;
  readonly type: ColumnType;
  readonly direction: Direction;
}

/** What tells the rows of a noun apart, and orders those that are otherwise equal. */
export interface IdentityColumn {
  readonly sql: string;
  readonly type: 'bigint' | 'text';
}

const reversed = { asc: 'desc', desc: 'asc' } as const;
const directions = { ASC: 'asc', DESC: 'desc' } as const;

const keysOf = (fields: Fields, { field: name, order }: SortClause<string>): SortKey[] => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined || field.kind === 'variables' || field.kind === 'tags' || !field.isSortable) {
    const known = Object.entries(fields).flatMap(([sortable, traits]) =>
      'isSortable' in traits && traits.isSortable ? [sortable] : [],
    );
    throw new SearchRefusal(`Expected to sort by ${known.join(', ')}, but found '${name.slice(0, 200)}'`);
  }
  const { sqlType: type, zero } = fieldKinds[field.kind];
  const direction = directions[order];
  if (!field.isNullable) return [{ sql: field.sql, type, direction }];
  // Rows without a value come last in both directions.
  return [
    { sql: `(${field.sql} is null)`, type: 'boolean', direction: 'asc' },
    { sql: `coalesce(${field.sql}, ${zero})`, type, direction },
  ];
};

/** The expressions that put rows in one and only one order. */
export const sortKeys = (
  fields: Fields,
  sort: readonly SortClause<string>[],
  identity: IdentityColumn,
): readonly SortKey[] => [
  ...sort.flatMap((clause) => keysOf(fields, clause)),
  { ...identity, direction: directions[sort.at(-1)?.order ?? 'ASC'] },
];

export const reverse = (keys: readonly SortKey[]): SortKey[] =>
  keys.map((key) => ({ ...key, direction: reversed[key.direction] }));

export const orderBy = (keys: readonly SortKey[]): string =>
  keys.map(({ sql, direction }) => `${sql} ${direction}`).join(', ');

/** SQL text of the place of a row in the order: a JSON array of texts. */
export const cursorColumn = (keys: readonly SortKey[]): string =>
  `jsonb_build_array(${keys.map(({ sql }) => `(${sql})::text`).join(', ')})::text`;

const isPlaceOf = (place: unknown, keys: readonly SortKey[]): place is readonly string[] => {
  const shapes: { readonly [Type in ColumnType]: RegExp } = {
    bigint: /^-?\d{1,18}$|^-?[0-8]\d{18}$/,
    integer: /^-?\d{1,9}$/,
    boolean: /^(true|false)$/,
    // oxlint-disable-next-line no-control-regex -- PostgreSQL has no text with U+0000
    text: /^[^\u0000]*$/,
  };
  return (
    Array.isArray(place) &&
    place.length === keys.length &&
    keys.every(({ type }, index) => typeof place[index] === 'string' && shapes[type].test(place[index]))
  );
};

/** Makes the place of a row opaque; it only makes sense with the same sort. */
export const writeCursor = (place: string): string => Buffer.from(place).toString('base64');

const readCursor = (cursor: string, keys: readonly SortKey[]): readonly string[] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString());
    if (isPlaceOf(place, keys)) return place;
  } catch {
    // Falls through: what is no JSON is no cursor either.
  }
  throw new SearchRefusal('Expected a cursor from a search with the same sort, but found something else');
};

/** Condition for rows that come after the place of a cursor in the order of the keys. */
export const beyond = (keys: readonly SortKey[], cursor: string, binder: Binder): string => {
  const place = readCursor(cursor, keys);
  const bound = keys.map(({ type }, index) => binder.bind(place[index] ?? '', type));
  const alternatives = keys.map((key, index) => {
    const equal = keys.slice(0, index).map(({ sql }, earlier) => `${sql} = ${bound[earlier]}`);
    return [...equal, `${key.sql} ${key.direction === 'asc' ? '>' : '<'} ${bound[index]}`].join(' and ');
  });
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' or ')})`;
};
