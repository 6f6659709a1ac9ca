import type { EventDefinition } from '@irisflow/bpmn';
import { enqueue } from '../execution/run.ts';
import { contextOf, evaluateText } from '../expression/evaluate-expression.ts';
import { localVariables } from '../variables/read-variables.ts';
import type { ThrowBehavior } from './throw-behavior.ts';

/** Broadcasts the local variables of the event, and only those. */
export const throwSignal: ThrowBehavior<Extract<EventDefinition, { kind: 'signal' }>> = (run, definition, instance) => {
  const name = evaluateText(definition.name, contextOf(run, instance.key));
  return () => {
    run.desk.followUp({ kind: 'throwSignal', tenantId: run.tree.tenantId, name, variables: localVariables(instance) });
    enqueue(run, { do: 'complete', key: instance.key });
  };
};
