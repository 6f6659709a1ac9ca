import type { EventSubProcessElement, SubProcessElement } from '@irisflow/bpmn';
import type { ElementBehavior } from '../run/behavior.ts';
import { eventSubProcessStarts } from './start-scope.ts';

export const subProcessBehavior: ElementBehavior<SubProcessElement> = {
  catchesInside: (run, { eventSubProcesses }, instance) => eventSubProcessStarts(run, eventSubProcesses, instance),
  activate: (_run, { noneStart }) => ({ do: 'startScope', at: noneStart }),
};

/** Its start event has happened already when it activates. */
export const eventSubProcessBehavior: ElementBehavior<EventSubProcessElement> = {
  catchesInside: (run, { eventSubProcesses }, instance) => eventSubProcessStarts(run, eventSubProcesses, instance),
  activate: (_run, { startEvent }) => ({ do: 'startScope', at: startEvent }),
};
