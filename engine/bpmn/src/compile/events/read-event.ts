import { elementsOf, tagOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { EventDefinition, EventKind } from '../../graph.ts';
import type { Reading } from '../reading.ts';
import { report } from '../reading.ts';
import { readErrorEvent, readEscalationEvent } from './coded-event.ts';
import { readCompensationEvent } from './compensation-event.ts';
import { readConditionalEvent } from './conditional-event.ts';
import type { EventReader } from './event-reader.ts';
import { allowedEvents } from './event-role.ts';
import type { EventRole } from './event-role.ts';
import { readMessageEvent } from './message-event.ts';
import { readSignalEvent } from './signal-event.ts';
import { readTimerEvent } from './timer-event.ts';

const readLinkEvent: EventReader<'link'> = (reading, { definition, event }) => {
  const name = textOf(definition, 'name')?.trim() ?? null;
  if (name === null) report(reading, 'BPMN_LINK_NAME_MISSING', event);
  return { kind: 'link', name: name ?? '' };
};

const readers: { readonly [K in EventKind]: EventReader<K> } = {
  none: () => ({ kind: 'none' }),
  message: readMessageEvent,
  timer: readTimerEvent,
  signal: readSignalEvent,
  error: readErrorEvent,
  escalation: readEscalationEvent,
  compensation: readCompensationEvent,
  terminate: () => ({ kind: 'terminate' }),
  link: readLinkEvent,
  conditional: readConditionalEvent,
};

const kindByType: ReadonlyMap<string, EventKind> = new Map<string, EventKind>([
  ['bpmn:MessageEventDefinition', 'message'],
  ['bpmn:TimerEventDefinition', 'timer'],
  ['bpmn:SignalEventDefinition', 'signal'],
  ['bpmn:ErrorEventDefinition', 'error'],
  ['bpmn:EscalationEventDefinition', 'escalation'],
  ['bpmn:CompensateEventDefinition', 'compensation'],
  ['bpmn:TerminateEventDefinition', 'terminate'],
  ['bpmn:LinkEventDefinition', 'link'],
  ['bpmn:ConditionalEventDefinition', 'conditional'],
]);

const none: EventDefinition = { kind: 'none' };

/** Says whether the event carries no definition, so that only a token makes it happen. */
export const isNoneEvent = (event: ModdleElement): boolean =>
  elementsOf(event, 'eventDefinitions').length === 0 && elementsOf(event, 'eventDefinitionRef').length === 0;

/** The definition; null when it is one that the engine does not run, which is then reported. */
const readDefinition = (reading: Reading, event: ModdleElement, role: EventRole): EventDefinition | null => {
  const [definition, ...others] = elementsOf(event, 'eventDefinitions');
  const shared = elementsOf(event, 'eventDefinitionRef').length > 0;
  if (definition === undefined && !shared) return none;
  if (others.length > 0) {
    report(reading, 'BPMN_EVENT_DEFINITION_MULTIPLE', event);
    return null;
  }
  const kind = kindByType.get(definition?.$type ?? '');
  if (definition === undefined || kind === undefined) {
    const element = definition === undefined ? 'eventDefinitionRef' : tagOf(definition);
    report(reading, 'BPMN_ELEMENT_UNSUPPORTED', event, { element });
    return null;
  }
  return readers[kind](reading, { definition, event, role });
};

/** What an event throws or waits for, in the place where it stands. */
export const readEvent = (reading: Reading, event: ModdleElement, role: EventRole): EventDefinition => {
  const definition = readDefinition(reading, event, role);
  if (definition === null) return none;
  if (!allowedEvents[role].includes(definition.kind)) {
    report(reading, 'BPMN_EVENT_KIND', event, { role, kind: definition.kind, allowed: allowedEvents[role].join(', ') });
  }
  return definition;
};
