import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';

/** Reopened cases that nobody works on, or two would; a process that there is not, or that only an event begins; unknown terms. */
export const lintReopening = ({ description, processes }: ProcedureFolder): ProcedureProblem[] => {
  const reopening = description?.reopening;
  if (reopening === undefined) return [];
  const { process: id, group, terms = [] } = reopening;
  const found = processes.find(({ process }) => process.id === id)?.process;
  const begins = found?.startEvents.some((index) => {
    const element = found.elements[index];
    return element?.kind === 'startEvent' && element.event.kind === 'none';
  });
  return [
    ...((id === undefined) === (group === undefined)
      ? [problemOf({ file, code: 'REOPENING_WORK', place: { pointer: '/reopening' } })]
      : []),
    ...(id !== undefined && begins !== true
      ? [problemOf({ file, code: 'REOPENING_PROCESS_UNKNOWN', subject: id, place: { pointer: '/reopening/process' } })]
      : []),
    ...terms
      .filter((key) => description?.terms.every((term) => term.key !== key) ?? true)
      .map((subject) => problemOf({ file, code: 'TERM_UNKNOWN', subject, place: { pointer: '/reopening/terms' } })),
  ];
};
