import { compileForm, processBindings } from '@irisflow/forms';
import type { ExecutableElement, JobDefinition } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { caseHandle } from '../publication/reserved-variable.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const jobOf = (element: ExecutableElement): JobDefinition | null => {
  if ('work' in element) return element.work.kind === 'job' ? element.work.job : null;
  return 'job' in element ? element.job : null;
};

const resultsOf = (element: ExecutableElement): (string | null | undefined)[] => {
  if (!('work' in element)) return [];
  if (element.work.kind === 'script') return [element.work.script.resultVariable];
  return element.work.kind === 'decision' ? [element.work.decision.resultVariable] : [];
};

/** Every variable that an element gives a value, by the first name of its path. */
const writtenBy = (element: ExecutableElement): (string | null | undefined)[] => [
  ...[...element.inputs, ...element.outputs].map(({ target }) => target[0]),
  ...resultsOf(element),
  // Where a connector puts its answer.
  jobOf(element)?.headers['resultVariable']?.trim().split('.')[0],
  ...('multiInstance' in element && element.multiInstance !== null
    ? [element.multiInstance.inputElement, element.multiInstance.outputCollection]
    : []),
  ...(element.kind === 'adHocSubProcess' ? [element.outputCollection] : []),
];

const problem = (file: string, place: { readonly elementId?: string; readonly pointer?: string }) =>
  problemOf({ file, code: 'VARIABLE_RESERVED', subject: caseHandle, place });

const formProblems = ({ forms }: ProcedureFolder): ProcedureProblem[] =>
  [...forms].flatMap(([key, form]) =>
    processBindings(compileForm(form))
      .out.filter(({ to }) => to.split('.')[0] === caseHandle)
      .map(({ from }) => problem(`${key}.form.json`, { pointer: from })),
  );

/** The variable that says whose case it is belongs to the platform: a model that writes it is refused. */
export const lintReserved = (folder: ProcedureFolder): ProcedureProblem[] => [
  ...folder.processes.flatMap(({ path, process }) =>
    process.elements
      .filter((element) => writtenBy(element).includes(caseHandle))
      .map(({ id }) => problem(path, { elementId: id })),
  ),
  ...formProblems(folder),
];
