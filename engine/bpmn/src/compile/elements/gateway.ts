import { elementOf, isTrue } from '@irisflow/xml';
import type { OutlineNode } from '../outline.ts';
import type { ElementReader, Reading } from '../reading.ts';
import { report } from '../reading.ts';

const readDefaultFlow = (reading: Reading, node: OutlineNode): number | null => {
  const element = elementOf(node.source, 'default');
  if (element === null) return null;
  const flow = reading.outline.flowOf(element);
  if (flow !== null && flow.source === node.index) return flow.index;
  report(reading, 'BPMN_GATEWAY_DEFAULT_FOREIGN', node.source, { flow: element.id ?? '' });
  return null;
};

export const readExclusiveGateway: ElementReader<'exclusiveGateway'> = (reading, node) => ({
  kind: 'exclusiveGateway',
  defaultFlow: readDefaultFlow(reading, node),
});

export const readInclusiveGateway: ElementReader<'inclusiveGateway'> = (reading, node) => ({
  kind: 'inclusiveGateway',
  defaultFlow: readDefaultFlow(reading, node),
});

export const readParallelGateway: ElementReader<'parallelGateway'> = () => ({ kind: 'parallelGateway' });

export const readEventBasedGateway: ElementReader<'eventBasedGateway'> = (reading, node) => {
  if (isTrue(node.source, 'instantiate')) report(reading, 'BPMN_INSTANTIATE_UNSUPPORTED', node.source);
  return {
    kind: 'eventBasedGateway',
    events: node.outgoing.flatMap((flow) => reading.outline.flows[flow]?.target ?? []),
  };
};
