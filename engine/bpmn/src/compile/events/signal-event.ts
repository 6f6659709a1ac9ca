import { elementOf } from '@irisflow/xml';
import { absent, readExpression } from '../read-expression.ts';
import { report } from '../reading.ts';
import type { EventReader } from './event-reader.ts';

export const readSignalEvent: EventReader<'signal'> = (reading, { definition, event }) => {
  const signal = elementOf(definition, 'signalRef');
  if (signal === null) {
    report(reading, 'BPMN_SIGNAL_MISSING', event);
    return { kind: 'signal', name: absent };
  }
  const name = readExpression(reading, signal, 'name');
  if (name === null) report(reading, 'BPMN_SIGNAL_NAME_MISSING', event, { signal: signal.id ?? '' });
  return { kind: 'signal', name: name ?? absent };
};
