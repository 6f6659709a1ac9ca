import type {
  BoundaryEventElement,
  CatchEventElement,
  EndEventElement,
  StartEventElement,
  ThrowEventElement,
} from '@irisflow/bpmn';
import { catchesInside, openCatchesInside } from '../catching/catches-inside.ts';
import { terminateHandlers } from '../compensation/record-compensation.ts';
import { emit, scopeOf } from '../run/run.ts';
import { hasFired } from '../lifecycle/start-event.ts';
import { draftJob } from '../jobs/create-job.ts';
import { throwBehaviorOf } from '../throwing/throw-behaviors.ts';
import type { ElementBehavior } from '../run/behavior.ts';
import { completeAtOnce, justWait } from '../run/effect.ts';
import { mergeEventVariables } from '../variables/merge-event-variables.ts';

/** What triggered it has already happened. Once it has mapped what that brought, its scope can be triggered from inside. */
export const startEventBehavior: ElementBehavior<StartEventElement> = {
  activate: () => completeAtOnce,
  beforeCompleted: (run, element, instance) => {
    mergeEventVariables(run, element, instance);
    const scope = scopeOf(run, instance);
    if (scope === undefined || catchesInside(run, scope).length === 0) return;
    // What the trigger brought is merged: a repair of it must hold when the incident of a subscription is resolved.
    if (instance.trigger !== null) emit(run, { kind: 'triggerConsumed', key: instance.key });
    openCatchesInside(run, scope);
  },
};

/** What triggered it has already happened. The variables of an error stay with it unless they are mapped. */
export const boundaryEventBehavior: ElementBehavior<BoundaryEventElement> = {
  activate: () => completeAtOnce,
  beforeCompleted: (run, element, instance) => {
    if (element.event.kind !== 'error') mergeEventVariables(run, element, instance);
  },
};

/** Waits for its event, unless the gateway before it has, or a link leads to it. */
export const catchEventBehavior: ElementBehavior<CatchEventElement> = {
  catches: (run, { index }, instance) => (hasFired(run, instance) ? [] : [index]),
  activate: (run, { event }, instance) =>
    event.kind === 'none' || event.kind === 'link' || hasFired(run, instance) ? completeAtOnce : justWait,
  beforeCompleted: mergeEventVariables,
};

const throwing: ElementBehavior<ThrowEventElement | EndEventElement> = {
  activate: (run, element, instance) => {
    if (element.job === null) return throwBehaviorOf(element.event)(run, element.event, instance);
    return { do: 'offerJob', job: draftJob(run, element.job, instance) };
  },
  onTerminating: (run, { event }, instance) => {
    if (event.kind === 'compensation') terminateHandlers(run, instance);
  },
};

export const throwEventBehavior: ElementBehavior<ThrowEventElement> = throwing;

export const endEventBehavior: ElementBehavior<EndEventElement> = throwing;
