import type { FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime } from './temporal.ts';
import type { FeelFunction } from './feel-function.ts';
import type { FeelRange } from './feel-range.ts';
import { KIND } from '../kind.ts';
import type { FeelNumber } from '../numbers/feel-decimal.ts';

/** The FEEL types and the TypeScript type that carries each. */
export interface ValueOf {
  null: null;
  boolean: boolean;
  number: FeelNumber;
  string: string;
  list: readonly unknown[];
  context: Readonly<Record<string, unknown>>;
  date: FeelDate;
  time: FeelTime;
  'date and time': FeelDateTime;
  'days and time duration': FeelDaysDuration;
  'years and months duration': FeelMonthsDuration;
  range: FeelRange;
  function: FeelFunction;
}

/** Name of a FEEL type. */
export type FeelKind = keyof ValueOf;

const kindOfObject = (value: object): FeelKind => {
  if (Array.isArray(value)) return 'list';
  const kind = (value as { [KIND]?: FeelKind })[KIND];
  return kind ?? 'context';
};

/** Answers the FEEL type of any value; what FEEL does not know counts as null. */
export const kindOf = (value: unknown): FeelKind => {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'object':
      return value === null ? 'null' : kindOfObject(value);
    default:
      return 'null';
  }
};

/** Answers whether a value has a FEEL type. */
export const isKind = <K extends FeelKind>(value: unknown, kind: K): value is ValueOf[K] => kindOf(value) === kind;
