import type { EventDefinition } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { enqueue } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { contextOf, evaluateText } from '../expression/evaluate-expression.ts';
import { localVariables } from '../variables/read-variables.ts';
import type { ThrowBehavior } from './throw-behavior.ts';

/** Broadcasts the local variables of the event, and only those. */
export const throwSignal: ThrowBehavior<Extract<EventDefinition, { kind: 'signal' }>> = (
  run,
  definition,
  instance,
) => ({
  do: 'throwSignal',
  name: evaluateText(definition.name, contextOf(run, instance.key)),
});

export const performSignal = (run: Run, instance: ElementInstance, { name }: EffectOf<'throwSignal'>): void => {
  run.desk.followUp({ kind: 'throwSignal', tenantId: run.tree.tenantId, name, variables: localVariables(instance) });
  enqueue(run, { do: 'complete', key: instance.key });
};
