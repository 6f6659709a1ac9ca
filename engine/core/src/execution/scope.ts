import type { Ending, Run } from './behavior.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { fireStoredTrigger } from './start-event.ts';
import { elementOf, enqueue } from './run.ts';

/** Something inside the scope ended and nothing took its place: the scope may be done, or free for what interrupted it. */
export function childEnded(run: Run, scope: ElementInstance, child: ElementInstance, ending: Ending): void {
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
}

/** A scope is done when nothing is active in it and no token is on its way. */
export function completeWhenEmpty(run: Run, scope: ElementInstance): void {
  if (scope.children === 0 && scope.tokens === null && scope.state === 'activated') {
    enqueue(run, { do: 'complete', key: scope.key });
  }
}
