import type { ExecutableProcess } from '@irisflow/bpmn';
import { constantOf } from '@irisflow/names';
import type { ProcedureFolder } from '../read-folder.ts';
import { isBeginning } from './qualified-name.ts';

/** A message, signal, timer or condition starts it without anybody calling. */
const hasTrigger = ({ elements, startEvents }: ExecutableProcess): boolean =>
  startEvents.some((index) => {
    const element = elements[index];
    return element?.kind === 'startEvent' && element.event.kind !== 'none';
  });

/** Ids of the processes of a folder by what begins them: the platform or an event, or a call of another process. */
export interface FolderProcesses {
  readonly starting: ReadonlySet<string>;
  readonly called: ReadonlySet<string>;
}

export const processesOf = ({ processes, description }: ProcedureFolder): FolderProcesses => {
  const main = description?.process.id;
  const starts = (process: ExecutableProcess) => process.id === main || hasTrigger(process);
  const ids = (wanted: boolean) =>
    new Set(processes.filter(({ process }) => starts(process) === wanted).map(({ process }) => process.id));
  return { starting: ids(true), called: ids(false) };
};

/** Ids of the processes that begin with a right or with an obligation on it: they act for the case that granted it. */
export const rightProcessesOf = ({ processes }: Pick<ProcedureFolder, 'processes'>): ReadonlySet<string> =>
  new Set(
    processes
      .filter(({ process: { elements, startEvents } }) =>
        startEvents.some((index) => {
          const element = elements[index];
          return (
            element?.kind === 'startEvent' &&
            element.event.kind === 'message' &&
            isBeginning(constantOf(element.event.message.name))
          );
        }),
      )
      .map(({ process }) => process.id),
  );
