import type { ProcessElement } from '@irisflow/bpmn';
import { deliverResult, releaseStartLock } from '../lifecycle/root-ended.ts';
import { processInstanceOf } from '../run/run.ts';
import type { ElementBehavior } from '../run/behavior.ts';
import { returnToCaller } from './call-activity.ts';
import { eventSubProcessStarts } from './start-scope.ts';

export const processBehavior: ElementBehavior<ProcessElement> = {
  catchesInside: (run, { eventSubProcesses }, instance) => eventSubProcessStarts(run, eventSubProcesses, instance),
  activate: (_run, { noneStart }) => ({ do: 'startScope', at: noneStart }),
  beforeCompleted: (run, _element, instance) => {
    const { parentElementKey } = processInstanceOf(run, instance.processInstanceKey);
    if (parentElementKey !== null) {
      returnToCaller(run, instance, parentElementKey);
      return;
    }
    deliverResult(run, instance);
    releaseStartLock(run);
  },
};
