import {
  evaluate,
  FeelSyntaxError,
  kindOf,
  parseFeel,
  toJson,
  type FeelContext,
  type ParsedFeel,
} from '@irisflow/feel';
import type { CellTests, Operand } from '../cells/cell-tests.ts';
import { writeValue } from '../cells/write-cell.ts';

/** A value that cells of a column name: where what they answer may change. Days count from 1970. */
export type Point =
  | { readonly kind: 'number'; readonly at: number }
  | { readonly kind: 'day'; readonly at: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yesNo'; readonly isYes: boolean }
  | { readonly kind: 'nothing' };

const MS_A_DAY = 86_400_000;

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;

export const dayOf = (at: number): string => new Date(at * MS_A_DAY).toISOString().slice(0, 10);

/** Years that a date has four digits for; others are nobody's rule. */
const isPlainDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day);

const pointOfValue = (value: unknown): Point | null => {
  if (value === null) return { kind: 'nothing' };
  switch (kindOf(value)) {
    case 'number':
      return typeof value === 'number' ? { kind: 'number', at: value } : null;
    case 'string':
      return { kind: 'text', text: value as string };
    case 'boolean':
      return { kind: 'yesNo', isYes: value === true };
    case 'date': {
      const day = toJson(value);
      return typeof day === 'string' && isPlainDay(day) ? { kind: 'day', at: dayNumber(day) } : null;
    }
    default:
      return null;
  }
};

const parsed = (text: string): ParsedFeel | null => {
  try {
    return parseFeel(text, 'expression');
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError) return null;
    throw thrown;
  }
};

/** The value of what a cell compares with; null where a name has none here, or where it is no single value. */
const pointOf = (operand: Operand, context: FeelContext): Point | null => {
  const feel = parsed(writeValue(operand));
  if (feel === null || feel.names.some((name) => context.variable(name) === undefined)) return null;
  const result = evaluate(feel, context);
  // An expression that comes to null could not find out; only `null` itself asks for it.
  if (!result.ok || (result.value === null && operand.kind !== 'nothing')) return null;
  return pointOfValue(result.value);
};

const isOrdered = ({ kind }: Point): boolean => kind === 'number' || kind === 'day';

/** The values that a cell names; null for a cell whose answers change at other places too. */
export const pointsOfCell = ({ tests }: CellTests, context: FeelContext): readonly Point[] | null => {
  const points: Point[] = [];
  for (const test of tests) {
    const operands = test.kind === 'between' ? [test.from, test.to] : [test.operand];
    const needsOrder = test.kind === 'between' || (test.sign !== '=' && test.sign !== '!=');
    for (const operand of operands) {
      const point = pointOf(operand, context);
      if (point === null || (needsOrder && !isOrdered(point))) return null;
      points.push(point);
    }
  }
  return points;
};
