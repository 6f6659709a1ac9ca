import type { ExecutableElement, Expression } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { isOfBlock } from '../blocks/block.ts';
import { processesOf, type FolderProcesses } from '../publication/folder-definitions.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { lintTwice } from './lint-twice.ts';
import { problemOf } from './problem.ts';

interface At {
  readonly file: string;
  readonly element: ExecutableElement;
}

const calledProblems = (
  { file, element }: At,
  processId: Expression,
  { starting, called }: FolderProcesses,
): ProcedureProblem[] => {
  const place = { elementId: element.id };
  // A computed id chooses among the processes of the folder that may be called.
  if (processId.kind === 'feel')
    return called.size > 0
      ? []
      : [problemOf({ file, code: 'CALLED_PROCESS_UNKNOWN', subject: `=${processId.source}`, place })];
  const subject = processId.text;
  if (called.has(subject)) return [];
  const code = starting.has(subject) ? 'CALLED_PROCESS_STARTS' : 'CALLED_PROCESS_UNKNOWN';
  return [problemOf({ file, code, subject, place })];
};

const formProblems = ({ file, element }: At): ProcedureProblem[] => {
  if (element.kind !== 'userTask' && element.kind !== 'startEvent') return [];
  const formId = element.kind === 'userTask' ? element.userTask.formId : element.formId;
  if (formId === null) return [];
  const subject = formId.kind === 'literal' ? formId.text : `=${formId.source}`;
  return [problemOf({ file, code: 'FORM_NOT_OURS', subject, place: { elementId: element.id } })];
};

/** Blocks have their ids before anybody else. */
const twiceProblems = ({ processes }: ProcedureFolder): ProcedureProblem[] =>
  lintTwice(
    processes
      .map(({ path, process: { id } }) => ({ path, id }))
      .toSorted((one, other) => Number(isOfBlock(other.path)) - Number(isOfBlock(one.path))),
    'PROCESS_TWICE',
  );

/** Names that lead out of the folder, or to two of its files: what an administration publishes calls only what is published with it. */
export const lintNames = (folder: ProcedureFolder): ProcedureProblem[] => {
  const processes = processesOf(folder);
  return [
    ...twiceProblems(folder),
    ...folder.processes.flatMap(({ path: file, process }) =>
      process.elements.flatMap((element) => [
        ...(element.kind === 'callActivity' ? calledProblems({ file, element }, element.processId, processes) : []),
        ...formProblems({ file, element }),
      ]),
    ),
  ];
};
