import { addDays } from '@irisflow/calendar';
import { sql } from '@irisflow/database';
import { isDate } from '@irisflow/forms';
import { CaseworkError, foldText } from '@irisflow/foundation';
import type { FieldKind } from '../views/view-page.ts';
import type { ViewOperator } from '../views/view-definition.ts';
import type { FieldValue, Sql } from './field-value.ts';

/** What a condition is compiled with. */
export interface Asked {
  readonly field: FieldValue;
  readonly values: readonly string[];
  /** The day in Brussels. */
  readonly today: string;
  /** Where the condition stands in the request, as a JSON pointer. */
  readonly pointer: string;
}

const refuse = ({ pointer, values }: Asked, expected: string): never => {
  throw new CaseworkError(
    'VIEW_CONDITION_INVALID',
    `Expected ${expected} at ${pointer}, but found ${JSON.stringify(values).slice(0, 100)}`,
    { errors: [{ pointer, keyword: 'value' }] },
  );
};

const only = (asked: Asked, pattern: RegExp, expected: string): string => {
  const [value] = asked.values;
  return value !== undefined && asked.values.length === 1 && pattern.test(value) ? value : refuse(asked, expected);
};

const wordsOf = (asked: Asked): string => {
  const words = foldText(only(asked, /\S/, 'one text')).trim();
  return words === '' ? refuse(asked, 'a text with letters or digits') : words;
};

const numberOf = (asked: Asked): Sql => sql`${only(asked, /^-?\d{1,15}(\.\d{1,6})?$/, 'one decimal number')}::numeric`;

const dayOf = (asked: Asked): string => {
  const written = only(asked, /^\d{4}-\d\d-\d\d$/, 'one day');
  return isDate(written) ? written : refuse(asked, 'a day of the calendar');
};

const numberOfDays = (asked: Asked): number => Number(only(asked, /^\d{1,4}$/, 'a number of days up to 9999'));

const codesOf = (asked: Asked): Sql => {
  const { field, values } = asked;
  if (values.length === 0) return refuse(asked, 'at least one choice');
  return sql`${field.meaning?.(values) ?? values}::text[]`;
};

type Compiled = (asked: Asked) => Sql<boolean>;

const folded = ({ field }: Asked): Sql => sql`casework.folded(${field.value})`;
const day = ({ field }: Asked): Sql => sql`(${field.value}) collate "C"`;

const empty: Compiled = ({ field }) => sql<boolean>`(${field.value}) is null`;
const filled: Compiled = ({ field }) => sql<boolean>`(${field.value}) is not null`;
const between = (asked: Asked, from: string, to: string): Sql<boolean> =>
  sql<boolean>`${day(asked)} between ${from} and ${to}`;

/** By kind, the questions that may be asked. Where there is no answer, nothing is true of it but that it is empty. */
const operators: Readonly<Record<FieldKind, Partial<Readonly<Record<ViewOperator, Compiled>>>>> = {
  text: {
    contains: (asked) => sql<boolean>`strpos(${folded(asked)}, ${wordsOf(asked)}) > 0`,
    is: (asked) => sql<boolean>`btrim(${folded(asked)}) = ${wordsOf(asked)}`,
    isNot: (asked) => sql<boolean>`btrim(${folded(asked)}) <> ${wordsOf(asked)}`,
    empty,
    filled,
  },
  number: {
    is: (asked) => sql<boolean>`(${asked.field.value}) = ${numberOf(asked)}`,
    atLeast: (asked) => sql<boolean>`(${asked.field.value}) >= ${numberOf(asked)}`,
    atMost: (asked) => sql<boolean>`(${asked.field.value}) <= ${numberOf(asked)}`,
    empty,
    filled,
  },
  date: {
    on: (asked) => sql<boolean>`${day(asked)} = ${dayOf(asked)}`,
    from: (asked) => sql<boolean>`${day(asked)} >= ${dayOf(asked)}`,
    until: (asked) => sql<boolean>`${day(asked)} <= ${dayOf(asked)}`,
    pastDays: (asked) => between(asked, addDays(asked.today, -numberOfDays(asked)), asked.today),
    nextDays: (asked) => between(asked, asked.today, addDays(asked.today, numberOfDays(asked))),
    empty,
    filled,
  },
  choice: {
    oneOf: (asked) => sql<boolean>`(${asked.field.value}) && ${codesOf(asked)}`,
    noneOf: (asked) =>
      sql<boolean>`(cardinality(${asked.field.value}) > 0 and not (${asked.field.value}) && ${codesOf(asked)})`,
    empty: ({ field }) => sql<boolean>`coalesce(cardinality(${field.value}), 0) = 0`,
    filled: ({ field }) => sql<boolean>`cardinality(${field.value}) > 0`,
  },
  yesNo: {
    yes: ({ field }) => sql<boolean>`(${field.value}) is true`,
    no: ({ field }) => sql<boolean>`(${field.value}) is false`,
    empty,
    filled,
  },
};

/** One condition on one field, as SQL with parameters. */
export const compileCondition = (operator: ViewOperator, asked: Asked): Sql<boolean> => {
  const compile = operators[asked.field.kind][operator];
  if (compile === undefined) {
    const known = Object.keys(operators[asked.field.kind]).join(', ');
    throw new CaseworkError(
      'VIEW_CONDITION_INVALID',
      `Expected one of ${known} for a ${asked.field.kind} at ${asked.pointer}, but found ${operator}`,
      { errors: [{ pointer: asked.pointer, keyword: 'operator' }] },
    );
  }
  const condition = compile(asked);
  const { within } = asked.field;
  return within === undefined ? condition : sql<boolean>`(${within} and ${condition})`;
};
