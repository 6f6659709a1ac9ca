import { flowAt, type InclusiveGatewayElement } from '@irisflow/bpmn';
import type { ElementBehavior, Run } from '../run/behavior.ts';
import { IncidentError } from '../desk/failure.ts';
import { graphOf } from '../run/run.ts';
import { contextOf, evaluateBoolean } from '../expression/evaluate-expression.ts';
import type { ElementInstance } from '../state/element-instance.ts';

const chooseFlows = (run: Run, gateway: InclusiveGatewayElement, instance: ElementInstance): readonly number[] => {
  const { outgoing, defaultFlow } = gateway;
  if (outgoing.length === 0) return outgoing;
  const graph = graphOf(run, instance.processInstanceKey);
  const context = contextOf(run, instance.key);
  const chosen = outgoing.filter((index) => {
    const { condition } = flowAt(graph, index);
    if (index === defaultFlow) return false;
    return condition === null || evaluateBoolean(condition, context);
  });
  if (chosen.length > 0) return chosen;
  if (defaultFlow !== null) return [defaultFlow];
  throw new IncidentError(
    'CONDITION_ERROR',
    `Expected at least one condition of gateway '${gateway.id}' to hold, or a default flow, but no condition held and there is none`,
  );
};

/**
 * Forks to every flow whose condition holds. Joins at once when every incoming flow has a token;
 * with fewer, `settleJoins` looks whether another token can still come.
 */
export const inclusiveGatewayBehavior: ElementBehavior<InclusiveGatewayElement> = {
  join: ({ incoming }, tokens) => (incoming.every((flow) => tokens.has(flow)) ? incoming : null),
  activate: (run, gateway, instance) => ({ do: 'leave', flows: chooseFlows(run, gateway, instance) }),
  choose: chooseFlows,
};
