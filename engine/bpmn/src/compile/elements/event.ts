import { elementOf } from '@irisflow/xml';

import type { EventDefinition, JobDefinition } from '../../graph.ts';
import type { EventRole } from '../events/event-role.ts';
import { readEvent } from '../events/read-event.ts';
import type { OutlineNode } from '../outline.ts';
import { readForm } from '../read-form.ts';
import { requireJob } from '../read-job.ts';
import type { ElementReader, Reading } from '../reading.ts';
import { report } from '../reading.ts';

const startRole = (reading: Reading, node: OutlineNode): EventRole => {
  const scope = node.scope === null ? undefined : reading.outline.nodes[node.scope];
  if (scope?.kind === 'process') return 'processStart';
  return scope?.kind === 'eventSubProcess' ? 'eventSubProcessStart' : 'subProcessStart';
};

/** Nothing goes on after an error, so it cannot be caught on the side. */
const readInterrupting = (reading: Reading, node: OutlineNode, event: EventDefinition, property: string): boolean => {
  const interrupting = node.source.get(property) !== false;
  if (!interrupting && event.kind === 'error') report(reading, 'BPMN_ERROR_NON_INTERRUPTING', node.source);
  return interrupting;
};

export const readStartEvent: ElementReader<'startEvent'> = (reading, node) => {
  const event = readEvent(reading, node.source, startRole(reading, node));
  const { formId, formBinding } = readForm(reading, node.source);
  const interrupting = readInterrupting(reading, node, event, 'isInterrupting');
  return { kind: 'startEvent', event, interrupting, formId, formBinding };
};

export const readCatchEvent: ElementReader<'intermediateCatchEvent'> = (reading, node) => ({
  kind: 'intermediateCatchEvent',
  event: readEvent(reading, node.source, 'catch'),
});

const readThrown = (
  reading: Reading,
  node: OutlineNode,
  role: 'throw' | 'end',
): { readonly event: EventDefinition; readonly job: JobDefinition | null } => {
  const event = readEvent(reading, node.source, role);
  return { event, job: event.kind === 'message' ? requireJob(reading, node.source) : null };
};

export const readThrowEvent: ElementReader<'intermediateThrowEvent'> = (reading, node) => ({
  kind: 'intermediateThrowEvent',
  ...readThrown(reading, node, 'throw'),
});

export const readEndEvent: ElementReader<'endEvent'> = (reading, node) => ({
  kind: 'endEvent',
  ...readThrown(reading, node, 'end'),
});

export const readBoundaryEvent: ElementReader<'boundaryEvent'> = (reading, node) => {
  const event = readEvent(reading, node.source, 'boundary');
  const { outline } = reading;
  return {
    kind: 'boundaryEvent',
    event,
    attachedTo: outline.indexOf(elementOf(node.source, 'attachedToRef')) ?? node.index,
    interrupting: readInterrupting(reading, node, event, 'cancelActivity'),
    compensationHandler: event.kind === 'compensation' ? outline.associatedWith(node.source) : null,
  };
};
