import { SCHEMA } from '../row-statement.ts';
import { ALWAYS, type Binder, SearchRefusal, allOf, createBinder } from './binder.ts';
import { type Json, compileValue, isObject, listOf } from './compile-value.ts';
import { type Field, type Through, readValue, variableName, variableValue } from './field.ts';

export type Fields = Readonly<Record<string, Field>>;

/** Whether there is no variable of the name at all: no row can say that of itself. */
const isAbsence = (value: unknown): boolean => isObject(value) && value['$exists'] === false;

const compileVariables = (where: string, { value, path }: { value: unknown; path: string }, binder: Binder): string =>
  listOf(value, path)
    .map((entry, index) => {
      const place = `${path}[${index}]`;
      if (!isObject(entry) || typeof entry['name'] !== 'string' || entry['value'] === undefined) {
        throw new SearchRefusal(`Expected ${place} to have a name and a value, but it has not`);
      }
      const isNamed = compileValue(variableName, { value: entry['name'], path: `${place}.name` }, binder);
      const rows = `exists (select from ${SCHEMA}.variable v where ${where} and ${isNamed}`;
      if (isAbsence(entry['value'])) return `not ${rows})`;
      return `${rows} and ${compileValue(variableValue, { value: entry['value'], path: `${place}.value` }, binder)})`;
    })
    .join(' and ') || ALWAYS;

const compileTags = (sql: string, { value, path }: { value: unknown; path: string }, binder: Binder): string => {
  const tags = listOf(value, path).map((tag, index) => readValue('text', tag, `${path}[${index}]`));
  if (tags.length === 0) return ALWAYS;
  return `${sql}::jsonb @> ${binder.bind(JSON.stringify(tags), 'jsonb')}`;
};

const compileField = (field: Field, place: { value: unknown; path: string }, binder: Binder): string => {
  switch (field.kind) {
    case 'variables':
      return compileVariables(field.where, place, binder);
    case 'tags':
      return compileTags(field.sql, place, binder);
    default:
      return compileValue(field, place, binder);
  }
};

const findField = (fields: Fields, name: string, path: string): Field => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field !== undefined) return field;
  throw new SearchRefusal(
    `Expected ${path} to have fields of ${Object.keys(fields).join(', ')}, but found '${name.slice(0, 200)}'`,
  );
};

interface Asked {
  readonly field: Field;
  readonly value: unknown;
  readonly path: string;
}

const rowsOf = ({ field }: Asked): Through | undefined =>
  'through' in field && field.through?.isOneRow === true ? field.through : undefined;

/** Conditions on the rows that belong to the row of the noun: one of them must meet all. */
const compileRows = (through: Through, asked: readonly Asked[], binder: Binder): string => {
  const conditions = asked.flatMap(({ field, ...place }) => {
    if (!('through' in field)) return [];
    const { through: _rows, ...own } = field;
    return [compileValue(own, place, binder)];
  });
  const condition = allOf(conditions);
  return condition === ALWAYS ? ALWAYS : `exists (select from ${through.from} where ${through.where} and ${condition})`;
};

const compileFields = (fields: Fields, { filter, path }: { filter: Json; path: string }, binder: Binder): string => {
  const asked = Object.entries(filter)
    // Clients write "no filter" as undefined, which leaves no trace, or as null.
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ field: findField(fields, name, path), value, path: `${path}.${name}` }));
  const alone = asked.filter((one) => rowsOf(one) === undefined);
  const rows = new Set(asked.map(rowsOf).filter((through) => through !== undefined));
  const askedOf = (through: Through) => asked.filter((one) => rowsOf(one) === through);
  const conditions = [
    ...alone.map(({ field, ...place }) => compileField(field, place, binder)),
    ...Array.from(rows, (through) => compileRows(through, askedOf(through), binder)),
  ];
  return allOf(conditions);
};

const compileAlternatives = (fields: Fields, alternatives: unknown, binder: Binder): string => {
  const branches = listOf(alternatives, 'filter.$or').map((alternative, index) => {
    const path = `filter.$or[${index}]`;
    if (!isObject(alternative)) throw new SearchRefusal(`Expected ${path} to be a filter, but it is none`);
    return compileFields(fields, { filter: alternative, path }, binder);
  });
  const isOneEnough = branches.length === 0 || branches.includes(ALWAYS);
  return isOneEnough ? ALWAYS : `(${branches.map((branch) => `(${branch})`).join(' or ')})`;
};

/**
 * The `where` text of a filter: all its fields must hold, and one of the filters in `$or` when there are some; {@link ALWAYS}
 * when it excludes no row.
 */
export const compileFilter = (fields: Fields, filter: Json, binder: Binder): string => {
  const { $or: alternatives, ...rest } = filter;
  const own = compileFields(fields, { filter: rest, path: 'filter' }, binder);
  if (alternatives === undefined || alternatives === null) return own;
  // A statement must use every value that was bound for it: what excludes nothing binds none.
  const isChoice = compileAlternatives(fields, alternatives, createBinder()) !== ALWAYS;
  return isChoice ? allOf([own, compileAlternatives(fields, alternatives, binder)]) : own;
};
