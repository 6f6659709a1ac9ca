import { elementAt, type EventDefinition } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { startCatchEvent } from '../lifecycle/start-event.ts';
import { elementOf, enqueue, graphOf, scopeOf } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
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
  return { do: 'throwLink', target: target?.index ?? null };
};

export const performLink = (run: Run, instance: ElementInstance, { target }: EffectOf<'throwLink'>): void => {
  const scope = scopeOf(run, instance);
  if (scope !== undefined && target !== null) {
    const catchElement = elementAt(graphOf(run, instance.processInstanceKey), target);
    startCatchEvent(run, scope, { catchElement, variables: '{}' });
  }
  enqueue(run, { do: 'complete', key: instance.key });
};
