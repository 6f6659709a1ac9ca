import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureDescription } from '../procedure-description.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

type OwnStatus = NonNullable<ProcedureDescription['statuses']>[number];

const file = 'procedure.json';
const pointerOf = (index: number, ...more: readonly (string | number)[]) => ({
  pointer: ['/statuses', index, ...more].join('/'),
});

/** Steps that move a case: what a task or a job stands at. */
const milestonesOf = ({ processes }: ProcedureFolder): ReadonlySet<string> =>
  new Set(
    processes.flatMap(({ process }) =>
      process.elements.filter((element) => element.kind === 'userTask' || 'work' in element).map(({ id }) => id),
    ),
  );

const unknownSteps = ({ at = [] }: OwnStatus, index: number, known: ReadonlySet<string>): ProcedureProblem[] =>
  at.flatMap((id, place) =>
    known.has(id)
      ? []
      : [problemOf({ file, code: 'STATUS_STEP_UNKNOWN', subject: id, place: pointerOf(index, 'at', place) })],
  );

/** A status that comes after one that always fits is never reached. */
const isShadowed = (all: readonly OwnStatus[], index: number): boolean =>
  all.slice(0, index).some(({ within, at = [] }) => within === all[index]?.within && at.length === 0);

/** Own statuses that follow from steps that there are not, that are never reached, or that share a key. */
export const lintStatuses = (folder: ProcedureFolder): ProcedureProblem[] => {
  const all = folder.description?.statuses ?? [];
  const known = milestonesOf(folder);
  return all.flatMap((status, index) => {
    const isTwice = all.findIndex(({ key }) => key === status.key) < index;
    const subject = status.key;
    return [
      ...unknownSteps(status, index, known),
      ...(isTwice ? [problemOf({ file, code: 'STATUS_TWICE', subject, place: pointerOf(index, 'key') })] : []),
      ...(isShadowed(all, index)
        ? [problemOf({ file, code: 'STATUS_NEVER', subject, place: { ...pointerOf(index), severity: 'warning' } })]
        : []),
    ];
  });
};
