import type { PassThroughTaskElement } from '@irisflow/bpmn';
import type { ElementBehavior } from '../run/behavior.ts';
import { completeAtOnce } from '../run/effect.ts';

/** Manual and undefined tasks say something to people and nothing to the engine. */
export const passThroughTaskBehavior: ElementBehavior<PassThroughTaskElement> = {
  activate: () => completeAtOnce,
};
