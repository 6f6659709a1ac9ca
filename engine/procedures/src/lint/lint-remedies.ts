import type { ExecutableElement } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { Remedy } from '@irisflow/letters';
import { constantOf } from '@irisflow/names';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';

const termProblems = ({ by, term }: Remedy, index: number, known: readonly string[]): ProcedureProblem[] => {
  const place = { pointer: `/remedies/${index}` };
  if (term === undefined) return by.includes('portal') ? [problemOf({ file, code: 'REMEDY_TERM_MISSING', place })] : [];
  return known.includes(term) ? [] : [problemOf({ file, code: 'TERM_UNKNOWN', subject: term, place })];
};

const isHeld = ({ rights }: ProcedureFolder): boolean =>
  [...rights.values()].some(({ states }) => states.some(({ whileAppealed }) => whileAppealed !== undefined));

const takes = (element: ExecutableElement, input: string): boolean =>
  'work' in element &&
  element.work.kind === 'job' &&
  constantOf(element.work.job.type) === 'case-store' &&
  'inputs' in element &&
  element.inputs.some(({ target }) => target.join('.') === input);

/** A folder without a right of its own may move one that another procedure granted: what holds it back stands there. */
const movesOthers = ({ rights, processes }: ProcedureFolder): boolean =>
  rights.size === 0 && processes.some(({ process }) => process.elements.some((one) => takes(one, 'rightState')));

const rightProblems = (folder: ProcedureFolder, { suspends = [] }: Remedy, index: number): ProcedureProblem[] =>
  !suspends.includes('right') || isHeld(folder) || movesOthers(folder)
    ? []
    : [problemOf({ file, code: 'REMEDY_NO_RIGHT', place: { pointer: `/remedies/${index}/suspends` } })];

const outcomeProblems = ({ processes }: ProcedureFolder, remedies: readonly Remedy[]): ProcedureProblem[] => {
  const index = remedies.findIndex(({ suspends }) => suspends !== undefined);
  const isSaid = processes.some(({ process }) => process.elements.some((one) => takes(one, 'appealOutcome')));
  if (index < 0 || isSaid) return [];
  const place = { pointer: `/remedies/${index}/suspends`, severity: 'warning' } as const;
  return [problemOf({ file, code: 'REMEDY_OUTCOME_UNSAID', place })];
};

/** Remedies that the portal would take in no term, that suspend nothing there is, or whose end nobody tells. */
export const lintRemedies = (folder: ProcedureFolder): ProcedureProblem[] => {
  const remedies = folder.description?.remedies ?? [];
  const terms = folder.description?.terms.map(({ key }) => key) ?? [];
  return [
    ...remedies.flatMap((remedy, index) => [
      ...termProblems(remedy, index, terms),
      ...rightProblems(folder, remedy, index),
    ]),
    ...outcomeProblems(folder, remedies),
  ];
};
