import { elementOf, extensionOf } from '@irisflow/xml';
import { readFeel, readFeelBody } from '../read-expression.ts';
import { readJob } from '../read-job.ts';
import { readOutputCollection } from '../read-multi-instance.ts';
import type { ElementReader } from '../reading.ts';
import { readActivity } from './activity.ts';
import { readScope } from './scope.ts';

export const readAdHocSubProcess: ElementReader<'adHocSubProcess'> = (reading, node) => {
  const extension = extensionOf(node.source, 'zeebe:AdHoc');
  return {
    kind: 'adHocSubProcess',
    ...readActivity(reading, node),
    ...readScope(reading, node),
    ...readOutputCollection(reading, extension),
    activeElements: extension === null ? null : readFeel(reading, extension, 'activeElementsCollection'),
    completionCondition: readFeelBody(reading, node.source, elementOf(node.source, 'completionCondition')),
    cancelRemainingInstances: node.source.get('cancelRemainingInstances') !== false,
    job: readJob(reading, node.source),
  };
};
