import type { ProcedureDescription, CaseStatus } from '@irisflow/procedures';
import type { StatusChangeRow } from '../storage/cases.ts';
import { instantOf } from '@irisflow/foundation';
import type { CaseStep } from '../views/case.ts';

type Steps = ProcedureDescription['steps'];

const stepWith = (steps: Steps, status: CaseStatus): number =>
  steps.findIndex(({ statuses }) => statuses.includes(status));

/** Where a case stands; a status that no step names leaves it where it was before. */
const currentOf = (steps: Steps, status: CaseStatus, changes: readonly StatusChangeRow[]): number => {
  const now = stepWith(steps, status);
  return now === -1 ? Math.max(-1, ...changes.map((change) => stepWith(steps, change.status))) : now;
};

/** How a case ends before its procedure does: what it did not reach is not done, and does not come any more. */
const endsEarly: readonly CaseStatus[] = ['withdrawn', 'closed', 'transferred'];

/** The last step that a case got to before it ended without a decision; null for any other case. */
const lastBeforeEnd = (steps: Steps, status: CaseStatus, changes: readonly StatusChangeRow[]): number | null =>
  endsEarly.includes(status)
    ? Math.max(
        -1,
        ...changes
          .filter((change) => !endsEarly.includes(change.status))
          .map((change) => stepWith(steps, change.status)),
      )
    : null;

/** The progress bar: steps before the one that holds the status are done, even when the case jumped over them. */
export const stepsOf = (steps: Steps, status: CaseStatus, changes: readonly StatusChangeRow[]): CaseStep[] => {
  const end = lastBeforeEnd(steps, status, changes);
  const current = end ?? currentOf(steps, status, changes);
  const shown = end === null ? steps : steps.slice(0, end + 1);
  const isLast = current === shown.length - 1;
  return shown.map(({ key, label, statuses }, index) => {
    const reached = changes.find((change) => statuses.includes(change.status));
    const state = index < current ? 'done' : index === current ? (isLast ? 'done' : 'current') : 'upcoming';
    return { key, label, state, at: reached === undefined ? null : instantOf(reached.at) };
  });
};
