import { isTrue } from '@irisflow/xml';
import { readCorrelatedMessage } from '../events/message-event.ts';
import type { ElementReader } from '../reading.ts';
import { report } from '../reading.ts';
import { readActivity } from './activity.ts';

export const readReceiveTask: ElementReader<'receiveTask'> = (reading, node) => {
  if (isTrue(node.source, 'instantiate')) report(reading, 'BPMN_INSTANTIATE_UNSUPPORTED', node.source);
  return {
    kind: 'receiveTask',
    ...readActivity(reading, node),
    message: readCorrelatedMessage(reading, node.source, node.source),
  };
};
