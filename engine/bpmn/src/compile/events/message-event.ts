import { elementOf, extensionOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { MessageDefinition } from '../../graph.ts';
import { absent, readExpression, readFeel } from '../read-expression.ts';
import type { Reading } from '../reading.ts';
import { report } from '../reading.ts';
import type { EventReader } from './event-reader.ts';
import { isThrown } from './event-role.ts';

/** The message that an event or receive task waits for. */
export const readMessage = (reading: Reading, holder: ModdleElement, at: ModdleElement): MessageDefinition => {
  const message = elementOf(holder, 'messageRef');
  if (message === null) {
    report(reading, 'BPMN_MESSAGE_MISSING', at);
    return { name: absent, correlationKey: null };
  }
  const name = readExpression(reading, message, 'name');
  if (name === null) report(reading, 'BPMN_MESSAGE_NAME_MISSING', at, { message: message.id ?? '' });
  const subscription = extensionOf(message, 'zeebe:Subscription');
  const correlationKey = subscription === null ? null : readFeel(reading, subscription, 'correlationKey');
  return { name: name ?? absent, correlationKey };
};

/** The message of something that waits inside a running instance, and so must know whose message it is. */
export const readCorrelatedMessage = (
  reading: Reading,
  holder: ModdleElement,
  at: ModdleElement,
): MessageDefinition => {
  const message = readMessage(reading, holder, at);
  if (message.correlationKey === null && message.name !== absent) report(reading, 'BPMN_CORRELATION_KEY_MISSING', at);
  return message;
};

export const readMessageEvent: EventReader<'message'> = (reading, { definition, event, role }) => {
  // A thrown message is a worker's job; what the model calls it is only a label.
  if (isThrown(role)) {
    const message = elementOf(definition, 'messageRef');
    const name = message === null ? null : readExpression(reading, message, 'name');
    return { kind: 'message', message: { name: name ?? absent, correlationKey: null } };
  }
  if (role !== 'processStart') {
    return { kind: 'message', message: readCorrelatedMessage(reading, definition, event) };
  }
  return { kind: 'message', message: { ...readMessage(reading, definition, event), correlationKey: null } };
};
