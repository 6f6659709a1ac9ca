import type { EventDefinition } from '@irisflow/bpmn';
import { startCatchEvent } from '../execution/start-event.ts';
import { elementOf, enqueue, graphOf, scopeOf } from '../execution/run.ts';
import type { ThrowBehavior } from './throw-behavior.ts';

/** Goes on at the catching link of the same name in the same scope. */
export const throwLink: ThrowBehavior<Extract<EventDefinition, { kind: 'link' }>> = (run, { name }, instance) => {
  const source = elementOf(run, instance);
  const target = graphOf(run, instance.processInstanceKey).elements.find(
    (element) =>
      element.kind === 'intermediateCatchEvent' &&
      element.scope === source.scope &&
      element.event.kind === 'link' &&
      element.event.name === name,
  );
  return () => {
    const scope = scopeOf(run, instance);
    if (scope !== undefined && target !== undefined)
      startCatchEvent(run, scope, { catchElement: target, variables: '{}' });
    enqueue(run, { do: 'complete', key: instance.key });
  };
};
