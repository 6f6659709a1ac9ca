import type { ChecklistItem, PublishedProcedure } from '@irisflow/procedures';
import { applicationForm } from '@irisflow/casework';
import { judgeCondition, type Known } from '@irisflow/tasks';

export interface JudgedPoint {
  readonly item: ChecklistItem;
  /** The data of the case say that it is done. */
  readonly isAutomatic: boolean;
}

/** The points that concern a case, by what is known of it. A condition that cannot be judged hides nothing and ticks nothing. */
export const judgePoints = (
  items: readonly ChecklistItem[],
  { procedure, known }: { readonly procedure: PublishedProcedure; readonly known: Known },
): JudgedPoint[] => {
  const valueOf = (condition: string | undefined, otherwise: boolean): unknown =>
    condition === undefined ? otherwise : judgeCondition(applicationForm(procedure), condition, known);
  return items
    .filter(({ when }) => valueOf(when, true) !== false)
    .map((item) => ({ item, isAutomatic: valueOf(item.done, false) === true }));
};
