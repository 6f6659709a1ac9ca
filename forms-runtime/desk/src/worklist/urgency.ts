import type { TaskSummary } from '@irisflow/client';

/** How close the legal limit is: past, within a week, within a month, further away, or no limit at all. */
export const urgencies = ['overdue', 'week', 'month', 'later', 'none'] as const;
export type Urgency = (typeof urgencies)[number];

const WEEK = 7;
const MONTH = 30;

/** The urgency of a number of remaining legal days; negative days are past. */
export const urgencyOf = (remainingDays: number | null): Urgency => {
  if (remainingDays === null) return 'none';
  if (remainingDays < 0) return 'overdue';
  if (remainingDays <= WEEK) return 'week';
  return remainingDays <= MONTH ? 'month' : 'later';
};

export interface UrgencyGroup {
  readonly urgency: Urgency;
  readonly tasks: readonly TaskSummary[];
}

/** Tasks under the urgency they have, the closest limit first; the order within a group stays. */
export const groupByUrgency = (tasks: readonly TaskSummary[]): readonly UrgencyGroup[] =>
  urgencies
    .map((urgency) => ({ urgency, tasks: tasks.filter((task) => urgencyOf(task.remainingDays) === urgency) }))
    .filter((group) => group.tasks.length > 0);
