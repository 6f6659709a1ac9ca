import type { ExecutableElement } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { constantOf } from '@irisflow/names';
import type { ObligationDescription } from '../obligation-description.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

interface Declared {
  readonly file: string;
  readonly obligation: ObligationDescription;
}

const referenceProblems = ({ file, obligation: { right, form } }: Declared, { rights, forms }: ProcedureFolder) => [
  ...(rights.has(right)
    ? []
    : [problemOf({ file, code: 'OBLIGATION_RIGHT_UNKNOWN', subject: right, place: { pointer: '/right' } })]),
  ...(forms.has(form)
    ? []
    : [problemOf({ file, code: 'OBLIGATION_FORM_UNKNOWN', subject: form, place: { pointer: '/form' } })]),
];

/** A quarter has three months, and one of a month would be none. */
const monthsIn = { month: 0, quarter: 3, year: 12 } as const;

const dueProblems = ({ file, obligation: { due } }: Declared): ProcedureProblem[] => {
  const { every, month, day, on } = due;
  const isListed = on !== undefined;
  if (isListed === (every !== undefined) || (isListed && (month ?? day) !== undefined))
    return [problemOf({ file, code: 'OBLIGATION_DUE_UNCLEAR', place: { pointer: '/due' } })];
  if (every === undefined || month === undefined || (day !== undefined && month <= monthsIn[every])) return [];
  const place = { pointer: '/due/month' };
  return [problemOf({ file, code: 'OBLIGATION_MONTH_UNFIT', subject: String(month), found: every, place })];
};

/** The fewest days from one due day to the next one. */
const shortest = { month: 28, quarter: 90, year: 365 } as const;

const DAY = 24 * 3_600_000;

const shortestOf = ({ every, on = [] }: ObligationDescription['due']): number => {
  if (every !== undefined) return shortest[every];
  const days = on.map((day) => Date.parse(day) / DAY).toSorted((one, other) => one - other);
  return Math.min(...days.slice(1).map((day, index) => day - (days[index] ?? day)));
};

/** Nobody has two of one obligation to answer at a time before either is due. */
const windowProblems = ({ file, obligation: { due, opensDaysBefore } }: Declared): ProcedureProblem[] => {
  const most = shortestOf(due);
  if (opensDaysBefore <= most) return [];
  const place = { pointer: '/opensDaysBefore' };
  const [subject, found] = [String(opensDaysBefore), String(most)];
  return [problemOf({ file, code: 'OBLIGATION_WINDOW_TOO_LONG', subject, found, place })];
};

const ladderProblems = ({ file, obligation: { sanctions = [] } }: Declared): ProcedureProblem[] =>
  sanctions.flatMap(({ key: subject, daysAfter }, index) => {
    const pointer = `/sanctions/${index}`;
    const before = sanctions.slice(0, index);
    const isTwice = before.some(({ key }) => key === subject);
    const isEarly = before.some((step) => step.daysAfter >= daysAfter);
    return [
      ...(isTwice
        ? [problemOf({ file, code: 'OBLIGATION_STEP_TWICE', subject, place: { pointer: `${pointer}/key` } })]
        : []),
      ...(isEarly
        ? [problemOf({ file, code: 'OBLIGATION_STEP_TOO_EARLY', subject, place: { pointer: `${pointer}/daysAfter` } })]
        : []),
    ];
  });

const isCaseStore = (element: ExecutableElement): boolean =>
  'work' in element && element.work.kind === 'job' && constantOf(element.work.job.type) === 'case-store';

/** Steps that begin an obligation that there is not. */
const stepProblems = ({ processes, obligations }: ProcedureFolder): ProcedureProblem[] =>
  processes.flatMap(({ path: file, process }) =>
    process.elements.flatMap((element) => {
      if (!isCaseStore(element) || !('inputs' in element)) return [];
      const naming = element.inputs.find(({ target }) => target.join('.') === 'obligation');
      const subject = naming === undefined ? null : constantOf(naming.source);
      if (subject === null || obligations.has(subject)) return [];
      return [problemOf({ file, code: 'OBLIGATION_UNKNOWN', subject, place: { elementId: element.id } })];
    }),
  );

/** What is wrong in the obligations of a folder, and which ones its processes name that there are not. */
export const lintObligations = (folder: ProcedureFolder): ProcedureProblem[] => [
  ...[...folder.obligations]
    .map(([key, obligation]) => ({ file: `${key}.obligation.json`, obligation }))
    .flatMap((declared) => [
      ...referenceProblems(declared, folder),
      ...dueProblems(declared),
      ...windowProblems(declared),
      ...ladderProblems(declared),
    ]),
  ...stepProblems(folder),
];
