import type { ReceiveTaskElement } from '@irisflow/bpmn';
import { hasFired } from '../lifecycle/start-event.ts';
import type { ElementBehavior } from '../run/behavior.ts';
import { completeAtOnce, justWait } from '../run/effect.ts';
import { mergeEventVariables } from '../variables/merge-event-variables.ts';

/** Waits for its message, unless an event-based gateway has waited for it. */
export const receiveTaskBehavior: ElementBehavior<ReceiveTaskElement> = {
  catches: (run, { index }, instance) => (hasFired(run, instance) ? [] : [index]),
  activate: (run, _element, instance) => (hasFired(run, instance) ? completeAtOnce : justWait),
  beforeCompleted: mergeEventVariables,
};
