import type { EventDefinition } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { childrenOf, emit, enqueue, scopeOf } from '../run/run.ts';
import { beginTermination } from '../lifecycle/terminate.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ThrowBehavior } from './throw-behavior.ts';

/** Ends everything beside it in its scope; the scope itself then completes as usual. */
export const throwTerminate: ThrowBehavior<Extract<EventDefinition, { kind: 'terminate' }>> = () => ({
  do: 'throwTerminate',
});

export const performTerminate = (run: Run, instance: ElementInstance): void => {
  const scope = scopeOf(run, instance);
  enqueue(run, { do: 'complete', key: instance.key });
  if (scope === undefined) return;
  if (scope.tokens !== null) emit(run, { kind: 'tokensDropped', key: scope.key });
  for (const sibling of childrenOf(run.tree, scope.key)) {
    if (sibling.key === instance.key) continue;
    beginTermination(run, sibling);
    enqueue(run, { do: 'terminate', key: sibling.key });
  }
};
