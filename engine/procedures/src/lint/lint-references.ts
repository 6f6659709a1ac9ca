import type { ExecutableElement, ExecutableProcess } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { Templates } from '../connectors/template-inputs.ts';
import { constantOf } from '@irisflow/names';
import { letterOf } from '@irisflow/names';
import type { ProcedureDescription } from '../procedure-description.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import type { JobOffer } from './lint-connectors.ts';
import { feelProblem, feelSourceOf } from './lint-forms.ts';
import { problemOf } from './problem.ts';

/** What the connectors of the platform offer to a procedure. */
export interface ConnectorOffer extends JobOffer {
  /** Those that consult an authentic source, under the key of that source. */
  readonly sourceTypes: readonly string[];
  /** The templates of all connectors that are known, by type; what is not in it is not looked at. */
  readonly templates?: ReadonlyMap<string, Templates>;
}

/** What the rest of the world offers to a procedure. */
export interface Offer extends ConnectorOffer {
  /** Ids of the decisions in the folder's DMN files. */
  readonly decisionIds: readonly string[];
}

interface Lint extends Offer {
  readonly folder: ProcedureFolder;
  readonly description: ProcedureDescription;
}

const jobOf = (element: ExecutableElement): string | null => {
  if (!('work' in element) || element.work.kind !== 'job') return null;
  return constantOf(element.work.job.type);
};

const letterProblems = (file: string, element: ExecutableElement, { folder }: Lint): ProcedureProblem[] => {
  const template = letterOf(element)?.template ?? null;
  if (template === null || folder.letters.has(template)) return [];
  return [problemOf({ file, code: 'LETTER_UNKNOWN', subject: template, place: { elementId: element.id } })];
};

const sourceProblems = (file: string, element: ExecutableElement, lint: Lint): ProcedureProblem[] => {
  const job = jobOf(element);
  if (job === null || !lint.sourceTypes.includes(job)) return [];
  if (lint.description.sources.some(({ key }) => key === job)) return [];
  return [problemOf({ file, code: 'SOURCE_UNKNOWN', subject: job, place: { elementId: element.id } })];
};

const workProblems = (file: string, element: ExecutableElement, lint: Lint): ProcedureProblem[] => {
  const place = { elementId: element.id };
  if (!('work' in element) || element.work.kind !== 'decision') return [];
  const decisionId = constantOf(element.work.decision.decisionId);
  return decisionId === null || lint.decisionIds.includes(decisionId)
    ? []
    : [problemOf({ file, code: 'DECISION_UNKNOWN', subject: decisionId, place })];
};

const userTaskProblems = (file: string, element: ExecutableElement, { description }: Lint): ProcedureProblem[] => {
  if (element.kind !== 'userTask') return [];
  const place = { elementId: element.id };
  return [
    ...(Object.hasOwn(description.tasks, element.id)
      ? []
      : [problemOf({ file, code: 'TASK_UNDESCRIBED', subject: element.id, place })]),
    ...(element.userTask.implementation === 'native'
      ? []
      : [problemOf({ file, code: 'TASK_NOT_NATIVE', subject: element.id, place })]),
  ];
};

const processProblems = (lint: Lint): ProcedureProblem[] =>
  lint.folder.processes.flatMap(({ path, process }) =>
    process.elements.flatMap((element) => [
      ...workProblems(path, element, lint),
      ...letterProblems(path, element, lint),
      ...sourceProblems(path, element, lint),
      ...userTaskProblems(path, element, lint),
    ]),
  );

const beginsPlainly = (process: ExecutableProcess): boolean => {
  const [root] = process.elements;
  return root?.kind === 'process' && root.noneStart !== null;
};

const mainProcessProblems = ({ folder, description }: Lint): ProcedureProblem[] => {
  const { file, id } = description.process;
  if (!folder.files.some(({ path }) => path === file))
    return [
      problemOf({
        file: 'procedure.json',
        code: 'PROCESS_FILE_MISSING',
        subject: file,
        place: { pointer: '/process/file' },
      }),
    ];
  const isBroken = folder.problems.some((problem) => problem.file === file && problem.severity === 'error');
  const main = folder.processes.find(({ path, process }) => path === file && process.id === id);
  if (main === undefined)
    return isBroken
      ? []
      : [
          problemOf({
            file: 'procedure.json',
            code: 'PROCESS_ID_UNKNOWN',
            subject: id,
            place: { pointer: '/process/id' },
          }),
        ];
  return beginsPlainly(main.process) ? [] : [problemOf({ file, code: 'START_NOT_NONE', subject: id })];
};

const formProblems = ({ folder, description }: Lint): ProcedureProblem[] => {
  const uses = [
    { form: description.application.form, pointer: '/application/form' },
    ...Object.entries(description.tasks).map(([id, { form }]) => ({ form, pointer: `/tasks/${id}/form` })),
    ...(description.inspections ?? []).map(({ form }, index) => ({ form, pointer: `/inspections/${index}/form` })),
  ];
  return uses
    .filter(({ form }) => !folder.files.some(({ path }) => path === `${form}.form.json`))
    .map(({ form, pointer }) =>
      problemOf({ file: 'procedure.json', code: 'FORM_UNKNOWN', subject: form, place: { pointer } }),
    );
};

const taskProblems = ({ folder, description }: Lint): ProcedureProblem[] => {
  const known = new Set(folder.processes.flatMap(({ process }) => process.elements.map(({ id }) => id)));
  // Without a readable process every task would look unknown.
  if (known.size === 0) return [];
  return Object.entries(description.tasks).flatMap(([id, { separateFrom }]) => {
    const place = { pointer: `/tasks/${id}` };
    // What describes a task that is gone is never looked at; a separation from one would separate nobody.
    if (!known.has(id))
      return [
        problemOf({
          file: 'procedure.json',
          code: 'TASK_LEFT_OVER',
          subject: id,
          place: { ...place, severity: 'warning' },
        }),
      ];
    return separateFrom
      .filter((elementId) => !known.has(elementId))
      .map((subject) => problemOf({ file: 'procedure.json', code: 'TASK_UNKNOWN', subject, place }));
  });
};

/** An act that no case of the procedure can have: only one of a linked case would keep somebody away. */
const actProblems = ({ description }: Lint): ProcedureProblem[] => {
  const { inspections = [], hearings = [] } = description;
  // An opinion can be asked by hand, and a case be decided twice.
  const isPossible = {
    inspection: inspections.length > 0,
    hearing: hearings.length > 0,
    opinion: true,
    decision: true,
  };
  return Object.entries(description.tasks).flatMap(([id, { separateFromActs = [] }]) =>
    separateFromActs.flatMap((subject, index) => {
      const place = { pointer: `/tasks/${id}/separateFromActs/${index}`, severity: 'warning' } as const;
      return isPossible[subject] ? [] : [problemOf({ file: 'procedure.json', code: 'ACT_UNDECLARED', subject, place })];
    }),
  );
};

const decidesProblems = ({ description }: Lint): ProcedureProblem[] =>
  Object.entries(description.tasks).flatMap(([id, { decides = {}, letter }]) =>
    [
      ...Object.entries(decides).map(([field, subject]) => ({ pointer: `/tasks/${id}/decides/${field}`, subject })),
      ...(letter === undefined ? [] : [{ pointer: `/tasks/${id}/letter`, subject: letter }]),
    ].flatMap(({ pointer, subject }) => {
      const found = feelProblem(feelSourceOf(subject));
      const place = { pointer };
      return found === null ? [] : [problemOf({ file: 'procedure.json', code: 'FEEL_INVALID', subject, found, place })];
    }),
  );

const parameterProblems = ({ folder }: Lint): ProcedureProblem[] =>
  folder.parameters.flatMap(({ key, values }) => {
    const sorted = values.toSorted((left, right) => left.validFrom.localeCompare(right.validFrom));
    const overlap = sorted.find((value, index) => {
      const before = sorted[index - 1];
      return before !== undefined && (before.validTo === null || before.validTo >= value.validFrom);
    });
    return overlap === undefined
      ? []
      : [problemOf({ file: 'parameters.json', code: 'PARAMETER_OVERLAP', subject: key, found: overlap.validFrom })];
  });

/** What the files of a folder say of each other that is not so. */
export const lintReferences = (folder: ProcedureFolder, offer: Offer): ProcedureProblem[] => {
  if (folder.description === null) return [];
  const lint: Lint = { ...offer, folder, description: folder.description };
  return [
    ...mainProcessProblems(lint),
    ...formProblems(lint),
    ...taskProblems(lint),
    ...actProblems(lint),
    ...decidesProblems(lint),
    ...processProblems(lint),
    ...parameterProblems(lint),
  ];
};
