import { flowAt, type ExclusiveGatewayElement } from '@irisflow/bpmn';
import { IncidentError } from '../desk/failure.ts';
import type { ElementBehavior, Run } from '../run/behavior.ts';
import { graphOf } from '../run/run.ts';
import { contextOf, evaluateBoolean } from '../expression/evaluate-expression.ts';
import type { ElementInstance } from '../state/element-instance.ts';

const chooseFlow = (run: Run, gateway: ExclusiveGatewayElement, instance: ElementInstance): readonly number[] => {
  if (gateway.outgoing.length === 0) return [];
  const graph = graphOf(run, instance.processInstanceKey);
  const context = contextOf(run, instance.key);
  for (const index of gateway.outgoing) {
    const { condition } = flowAt(graph, index);
    if (index === gateway.defaultFlow) continue;
    if (condition === null || evaluateBoolean(condition, context)) return [index];
  }
  if (gateway.defaultFlow !== null) return [gateway.defaultFlow];
  throw new IncidentError(
    'CONDITION_ERROR',
    `Expected at least one condition of gateway '${gateway.id}' to hold, or a default flow, but no condition held and there is none`,
  );
};

/** The first flow whose condition holds, in the order of the model; the default flow when none does. */
export const exclusiveGatewayBehavior: ElementBehavior<ExclusiveGatewayElement> = {
  activate: (run, gateway, instance) => ({ do: 'leave', flows: chooseFlow(run, gateway, instance) }),
  choose: chooseFlow,
};
