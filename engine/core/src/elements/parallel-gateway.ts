import type { ParallelGatewayElement } from '@irisflow/bpmn';
import type { ElementBehavior } from '../run/behavior.ts';
import { completeAtOnce } from '../run/effect.ts';

/** Joins one token of every incoming flow, whatever else waits there, and forks to every outgoing flow. */
export const parallelGatewayBehavior: ElementBehavior<ParallelGatewayElement> = {
  join: ({ incoming }, tokens) => (incoming.every((flow) => tokens.has(flow)) ? incoming : null),
  activate: () => completeAtOnce,
};
