import {
  elementAt,
  type BoundaryEventElement,
  type ElementIndex,
  type ExecutableElement,
  type ExecutableProcess,
} from '@irisflow/bpmn';

import type { ThrowTrace } from '../throws/trace-throws.ts';
import { isInstant } from './rests.ts';

/** Whether an event that is thrown, or that the world brings, can reach the boundary of an activity. */
export const canFire = (
  graph: ExecutableProcess,
  throws: ThrowTrace,
  { index, event, attachedTo }: BoundaryEventElement,
): boolean => {
  if (event.kind === 'compensation') return false;
  if (event.kind === 'error' || event.kind === 'escalation') return throws.caughtAt.has(index);
  return !isInstant(elementAt(graph, attachedTo));
};

/** The boundary events of an activity that can put a token on their flows. */
export const firingBoundaries = (
  graph: ExecutableProcess,
  throws: ThrowTrace,
  activity: ExecutableElement,
): readonly BoundaryEventElement[] => {
  const attached: readonly ElementIndex[] = 'boundaryEvents' in activity ? activity.boundaryEvents : [];
  return attached.flatMap((index) => {
    const boundary = elementAt(graph, index);
    return boundary.kind === 'boundaryEvent' && canFire(graph, throws, boundary) ? boundary : [];
  });
};
