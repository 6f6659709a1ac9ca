import type { Ending, Run } from '../run/behavior.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { fireStoredTrigger } from './start-event.ts';
import { completeWhenEmpty, elementOf, enqueue } from '../run/run.ts';

/** Something inside the scope ended and nothing took its place: the scope may be done, or free for what interrupted it. */
export const childEnded = (run: Run, scope: ElementInstance, child: ElementInstance, ending: Ending): void => {
  if (scope.state === 'terminating') {
    if (scope.children === 0) enqueue(run, { do: 'terminate', key: scope.key });
    return;
  }
  if (scope.trigger !== null) {
    if (scope.children === 0) fireStoredTrigger(run, scope);
    return;
  }
  const element = elementOf(run, scope);
  const { childEnded: ownRule } = run.behaviorOf(element, scope);
  if (ownRule !== undefined) ownRule(run, element, scope, { child, ending });
  else completeWhenEmpty(run, scope);
};
