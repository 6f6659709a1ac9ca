import type { ChecklistItem } from '@irisflow/procedures';
import { evaluateExpression } from '@irisflow/tasks';

interface Known {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly now: number;
}

export interface JudgedPoint {
  readonly item: ChecklistItem;
  /** The data of the case say that it is done. */
  readonly isAutomatic: boolean;
}

const isSo = (expression: string | undefined, known: Known): boolean =>
  expression !== undefined && evaluateExpression(expression, known) === true;

/** A condition that cannot be judged hides nothing: somebody looks rather than nobody. */
const concerns = ({ when }: ChecklistItem, known: Known): boolean =>
  when === undefined || evaluateExpression(when, known) !== false;

/** The points that concern a case, by what is known of it. */
export const judgePoints = (items: readonly ChecklistItem[], known: Known): JudgedPoint[] =>
  items.filter((item) => concerns(item, known)).map((item) => ({ item, isAutomatic: isSo(item.done, known) }));
