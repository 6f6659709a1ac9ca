import type { ElementIndex, EventSubProcessElement, ExecutableElement, ExecutableProcess } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { constantOf } from '@irisflow/names';
import { isOfBlock } from '../blocks/block.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { nameOfStep } from './lint-inputs.ts';
import { problemOf } from './problem.ts';

const isAboutAppeals = ({ elements }: ExecutableProcess, { startEvent }: EventSubProcessElement): boolean => {
  const start = elements[startEvent];
  if (start?.kind !== 'startEvent' || start.event.kind !== 'message') return false;
  return constantOf(start.event.message.name) === 'appeal.lodged';
};

const isWithin = ({ elements }: ExecutableProcess, element: ExecutableElement, scope: ElementIndex): boolean => {
  for (let at = element.scope; at !== null; at = elements[at]?.scope ?? null) if (at === scope) return true;
  return false;
};

/** Tasks of people in what begins with an appeal. */
const appealTasks = (process: ExecutableProcess): ExecutableElement[] =>
  process.elements
    .filter((element): element is EventSubProcessElement => element.kind === 'eventSubProcess')
    .filter((handling) => isAboutAppeals(process, handling))
    .flatMap(({ index }) =>
      process.elements.filter((element) => element.kind === 'userTask' && isWithin(process, element, index)),
    );

/** Appeals that whoever decided may judge as well: tasks of an event sub-process that nobody is kept from. */
export const lintAppeals = (folder: ProcedureFolder): ProcedureProblem[] =>
  folder.processes
    .filter(({ path }) => !isOfBlock(path))
    .flatMap(({ path: file, process }) =>
      appealTasks(process)
        .filter(({ id }) => {
          const task = folder.description?.tasks[id];
          return [...(task?.separateFrom ?? []), ...(task?.separateFromActs ?? [])].length === 0;
        })
        .map((element) => {
          const place = { elementId: element.id, severity: 'warning' } as const;
          const name = nameOfStep(folder, element);
          return problemOf({ file, code: 'BLOCK_SAME_PERSON', subject: name, place });
        }),
    );
