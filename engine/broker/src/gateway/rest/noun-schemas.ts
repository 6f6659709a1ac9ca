import { type TProperties, type TSchema, Type } from 'typebox';
import { type Field, type FieldKind, fieldKinds, type Operator, type ValueField } from '../../storage/search/field.ts';
import type { Noun } from '../../storage/search/noun.ts';
import { maybe, Moment, orNull, PageOf, shape, Sort, Text, titled } from './schemas.ts';

/** A noun whatever its rows and views are. */
export type AnyNoun = Pick<Noun<never, never>, 'fields'> & { readonly columns: Readonly<Record<string, string>> };

const AnyKey = Type.String({ pattern: String.raw`^\d{1,19}$` });

const kinds: { readonly [Kind in FieldKind]: TSchema } = {
  key: AnyKey,
  text: Text,
  integer: Type.Integer(),
  date: Moment,
  flag: Type.Boolean(),
};

const valueSchema = ({ kind, values }: ValueField): TSchema =>
  values === undefined ? kinds[kind] : Type.Union(values.map((value) => Type.Literal(value)));

const titles: { readonly [Kind in FieldKind]: string } = {
  key: 'KeyFilter',
  text: 'TextFilter',
  integer: 'IntegerFilter',
  date: 'DateFilter',
  flag: 'FlagFilter',
};

const operandSchema = (operator: Operator, value: TSchema): TSchema => {
  if (operator === '$in' || operator === '$notIn') return Type.Array(value);
  return operator === '$exists' ? Type.Boolean() : operator === '$like' ? Text : value;
};

const filterOfField = (field: Field): TSchema => {
  if (field.kind === 'variables') return Type.Array(Type.Object({ name: Text, value: Type.Unknown() }));
  if (field.kind === 'tags') return Type.Array(Text);
  const value = valueSchema(field);
  const operators = fieldKinds[field.kind].operators.map((operator) => [
    operator,
    Type.Optional(operandSchema(operator, value)),
  ]);
  const filter = Type.Union([value, shape(Object.fromEntries(operators) as TProperties)]);
  return field.values === undefined ? titled(titles[field.kind], filter) : filter;
};

/** What a noun is called in titles: the first of its columns is its key. */
const titleOf = ({ columns }: AnyNoun): string => {
  const [key = ''] = Object.keys(columns);
  return key.charAt(0).toUpperCase() + key.slice(1).replace(/Key$/, '');
};

/** What a search may filter by: every field by value or by operators, and alternatives. */
export const filterSchema = (noun: AnyNoun): TSchema => {
  const properties = Object.entries(noun.fields).map(
    ([name, field]) => [name, Type.Optional(filterOfField(field))] as const,
  );
  const filter = Object.fromEntries(properties) as TProperties;
  const title = `${titleOf(noun)}Filter`;
  const alternative = titled(`${title}Alternative`, shape(filter));
  return titled(title, shape({ ...filter, $or: Type.Optional(Type.Array(alternative)) }));
};

const sortSchema = ({ fields }: AnyNoun): TSchema => {
  const sortable = Object.entries(fields).filter(([, field]) => 'isSortable' in field && field.isSortable);
  const field = Type.Union(sortable.map(([name]) => Type.Literal(name)));
  return Type.Array(shape({ ...Sort.items.properties, field }));
};

/** The body of a search for the noun. */
export const searchSchema = (noun: AnyNoun): TSchema =>
  shape({ filter: maybe(filterSchema(noun)), sort: maybe(sortSchema(noun)), page: maybe(PageOf) });

/** How an answer differs from the columns of its noun. */
export interface ViewTraits {
  /** Columns that the answer does not show. */
  readonly hides?: readonly string[];
  /** Fields beside those of the columns, and columns that no filter describes. */
  readonly adds?: TProperties;
}

/** One of the noun, as answers show it. */
export const viewSchema = ({ columns, fields }: AnyNoun, { hides = [], adds = {} }: ViewTraits): TSchema => {
  const shown = Object.keys(columns).filter((name) => !hides.includes(name));
  const properties = shown.map((name) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined || field.kind === 'variables' || field.kind === 'tags') return [name, Type.Unknown()];
    const value = valueSchema(field);
    return [name, field.isNullable ? orNull(value) : value];
  });
  return Type.Object({ ...(Object.fromEntries(properties) as TProperties), ...adds });
};

const Totals = titled(
  'PageTotals',
  Type.Object({
    totalItems: Type.Integer(),
    hasMoreTotalItems: Type.Boolean(),
    startCursor: orNull(Text),
    endCursor: orNull(Text),
  }),
);

/** A page of a search. */
export const pageSchema = (item: TSchema): TSchema => Type.Object({ items: Type.Array(item), page: Totals });
