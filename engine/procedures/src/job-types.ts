import type { ExecutableElement, ExecutableProcess, Expression } from '@irisflow/bpmn';
import { constantOf } from '@irisflow/names';

const jobOf = (element: ExecutableElement): Expression[] => {
  if ('work' in element && element.work.kind === 'job') return [element.work.job.type];
  return 'job' in element && element.job !== null ? [element.job.type] : [];
};

const listenersOf = (element: ExecutableElement): Expression[] => [
  ...element.listeners.map(({ type }) => type),
  ...(element.kind === 'userTask' ? element.userTask.taskListeners.map(({ type }) => type) : []),
];

/** The types of all jobs that an element can offer, as they are written. */
export const jobTypeExpressionsOf = (element: ExecutableElement): Expression[] => [
  ...jobOf(element),
  ...listenersOf(element),
];

/** Every type of job that processes can offer. One that is computed at run time is none that they declare. */
export const jobTypesOf = (processes: readonly ExecutableProcess[]): ReadonlySet<string> =>
  new Set(
    processes
      .flatMap(({ elements }) => elements)
      .flatMap(jobTypeExpressionsOf)
      .map(constantOf)
      .filter((type) => type !== null),
  );
