import type { ElementReader } from '../reading.ts';
import { report } from '../reading.ts';
import { readScope, startEventsOf } from './scope.ts';

export const readEventSubProcess: ElementReader<'eventSubProcess'> = (reading, node) => {
  const [start, ...others] = startEventsOf(reading.outline, node);
  if (start === undefined || others.length > 0) {
    report(reading, 'BPMN_EVENT_SUB_PROCESS_START', node.source, {
      found: others.length + (start === undefined ? 0 : 1),
    });
  }
  return {
    kind: 'eventSubProcess',
    ...readScope(reading, node),
    startEvent: start?.index ?? node.index,
    interrupting: start?.source.get('isInterrupting') !== false,
  };
};
