import { elementOf, elementsOf, extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { ElementKind, ExecutionListener, TaskListener } from '../graph.ts';
import { requireExpression } from './read-expression.ts';
import { headersIn } from './read-headers.ts';
import { readRetries } from './read-job.ts';
import type { OutlineNode } from './outline.ts';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

type Moment = ExecutionListener['eventType'];

const bothMoments: readonly Moment[] = ['start', 'end'];

/** Start and boundary events are there before they could wait; gateways and error ends have left before they could. */
const limitedMoments: Readonly<Partial<Record<ElementKind, readonly Moment[]>>> = {
  startEvent: ['end'],
  boundaryEvent: ['end'],
  exclusiveGateway: ['start'],
  inclusiveGateway: ['start'],
  parallelGateway: ['start'],
  eventBasedGateway: ['start'],
};

const definitionTypes = (node: OutlineNode): readonly string[] =>
  elementsOf(node.source, 'eventDefinitions').map(({ $type }) => $type);

const momentsOf = (node: OutlineNode): readonly Moment[] => {
  if (node.kind === 'endEvent' && definitionTypes(node).includes('bpmn:ErrorEventDefinition')) return ['start'];
  if (node.kind === 'boundaryEvent' && definitionTypes(node).includes('bpmn:CompensateEventDefinition')) return [];
  return limitedMoments[node.kind] ?? bothMoments;
};

interface Found<M extends string> {
  readonly eventType: M;
  readonly listener: ModdleElement;
  readonly type: string;
}

/** What the moments of a user task were called before; these names still stand in models. */
const formerNames: Readonly<Record<string, TaskListener['eventType']>> = {
  create: 'creating',
  assignment: 'assigning',
  update: 'updating',
  complete: 'completing',
  cancel: 'canceling',
};

const collect = <M extends string>(
  reading: Reading,
  container: ModdleElement,
  allowed: readonly M[],
): readonly Found<M>[] => {
  const found: Found<M>[] = [];
  const seen = new Set<string>();
  for (const listener of elementsOf(container, 'listeners')) {
    const written = textOf(listener, 'eventType') ?? '';
    const type = textOf(listener, 'type') ?? '';
    const eventType = allowed.find((moment) => moment === written || moment === formerNames[written]);
    if (eventType === undefined) {
      const expected = allowed.join(', ') || '-';
      report(reading, 'BPMN_LISTENER_EVENT_TYPE', listener, { found: written, allowed: expected });
      continue;
    }
    const identity = `${eventType} ${type}`;
    if (seen.has(identity)) report(reading, 'BPMN_LISTENER_DUPLICATE', listener, { eventType, type });
    seen.add(identity);
    found.push({ eventType, listener, type });
  }
  return found;
};

const readListener = (reading: Reading, listener: ModdleElement): Omit<ExecutionListener, 'eventType'> => ({
  type: requireExpression(reading, listener, 'type', 'BPMN_LISTENER_TYPE_MISSING'),
  retries: readRetries(reading, listener),
  headers: headersIn(reading, elementOf(listener, 'headers')),
});

/** Jobs that run when an element starts and before it ends, in document order. */
export const readExecutionListeners = (reading: Reading, node: OutlineNode): readonly ExecutionListener[] => {
  const container = extensionOf(node.source, 'zeebe:ExecutionListeners');
  if (container === null) return [];
  return collect(reading, container, momentsOf(node)).map(({ eventType, listener }) => ({
    eventType,
    ...readListener(reading, listener),
  }));
};

const taskMoments: readonly TaskListener['eventType'][] = [
  'creating',
  'assigning',
  'updating',
  'completing',
  'canceling',
];

/** Jobs that run, and may object, while a user task changes. */
export const readTaskListeners = (reading: Reading, element: ModdleElement): readonly TaskListener[] => {
  const container = extensionOf(element, 'zeebe:TaskListeners');
  if (container === null) return [];
  return collect(reading, container, taskMoments).map(({ eventType, listener }) => ({
    eventType,
    type: requireExpression(reading, listener, 'type', 'BPMN_LISTENER_TYPE_MISSING'),
    retries: readRetries(reading, listener),
  }));
};
