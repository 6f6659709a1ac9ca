import type { ExecutableElement, Expression, TimerDefinition } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { constantOf } from '@irisflow/names';
import type { ProcedureDescription } from '../procedure-description.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const caseStore = 'case-store';
type Named = Pick<ProcedureDescription, 'terms' | 'opinions' | 'hearings' | 'inspections'>;

/** Inputs of the case store that name something of the procedure, and what is said where that is not there. */
const namingInputs = {
  termKey: { code: 'TERM_UNKNOWN', among: ({ terms }: Named) => terms },
  answerTerm: { code: 'TERM_UNKNOWN', among: ({ terms }: Named) => terms },
  noticeTerm: { code: 'TERM_UNKNOWN', among: ({ terms }: Named) => terms },
  hearingKey: { code: 'HEARING_UNKNOWN', among: ({ hearings = [] }: Named) => hearings },
  inspectionKey: { code: 'INSPECTION_UNKNOWN', among: ({ inspections = [] }: Named) => inspections },
  opinionKey: { code: 'OPINION_UNKNOWN', among: ({ opinions = [] }: Named) => opinions },
} as const;

const isNaming = (input: string): input is keyof typeof namingInputs => Object.hasOwn(namingInputs, input);

/** A duration of days, weeks, months or years, alone or in an expression. */
const longDuration = /P(?:\d+[YMWD])+/;

const sourceOf = (expression: Expression): string =>
  expression.kind === 'literal' ? expression.text : expression.source;

const countedBy = (timer: TimerDefinition): string | null => longDuration.exec(sourceOf(timer.value))?.[0] ?? null;

/** A day of people is a term: a timer knows no holiday and no suspension, and shows nobody a date. */
const timerProblems = (file: string, element: ExecutableElement): ProcedureProblem[] => {
  if (!('event' in element) || element.event.kind !== 'timer' || element.event.timer.kind !== 'duration') return [];
  const found = countedBy(element.event.timer);
  if (found === null) return [];
  const place = { elementId: element.id, severity: 'warning' } as const;
  return [problemOf({ file, code: 'TERM_BY_TIMER', subject: element.id, found, place })];
};

const isCaseStore = (element: ExecutableElement): boolean =>
  'work' in element && element.work.kind === 'job' && constantOf(element.work.job.type) === caseStore;

const isTarget = ({ terms }: Named, key: string): boolean =>
  terms.some((term) => term.key === key && term.serviceTarget === true);

const nameProblems = (
  file: string,
  element: ExecutableElement,
  description: ProcedureDescription,
): ProcedureProblem[] => {
  if (!isCaseStore(element) || !('inputs' in element)) return [];
  return element.inputs.flatMap(({ target, source }) => {
    const input = target.join('.');
    const key = isNaming(input) ? constantOf(source) : null;
    if (!isNaming(input) || key === null) return [];
    const { code, among } = namingInputs[input];
    const place = { elementId: element.id };
    if (input === 'answerTerm' && isTarget(description, key))
      return [problemOf({ file, code: 'TERM_TARGET_BINDS', subject: key, place })];
    if (among(description).some((one) => one.key === key)) return [];
    return [problemOf({ file, code, subject: key, place })];
  });
};

/** What an office promises by itself has no effect in law. */
const targetProblems = ({ terms }: ProcedureDescription): ProcedureProblem[] =>
  terms.flatMap(({ key, serviceTarget, binds, onExpiry }, index) => {
    const decides = onExpiry === 'tacitGrant' || onExpiry === 'tacitRefusal';
    if (serviceTarget !== true || !(key === 'decision' || binds === 'applicant' || decides)) return [];
    const place = { pointer: `/terms/${index}/serviceTarget` };
    return [problemOf({ file: 'procedure.json', code: 'TERM_TARGET_BINDS', subject: key, place })];
  });

/** Which days of people a process counts by itself, which terms, opinions, hearings and inspections it names that there are not, and which targets pretend to be law. */
export const lintTerms = ({ description, processes }: ProcedureFolder): ProcedureProblem[] => {
  if (description === null) return [];
  const inProcesses = processes.flatMap(({ path, process }) =>
    process.elements.flatMap((element) => [
      ...timerProblems(path, element),
      ...nameProblems(path, element, description),
    ]),
  );
  return [...targetProblems(description), ...inProcesses];
};
