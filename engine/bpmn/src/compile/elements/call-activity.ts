import { extensionOf } from '@irisflow/xml';
import { latest, readBinding } from '../read-binding.ts';
import { absent, requireExpression } from '../read-expression.ts';
import type { ElementReader } from '../reading.ts';
import { report } from '../reading.ts';
import { readActivity } from './activity.ts';

export const readCallActivity: ElementReader<'callActivity'> = (reading, node) => {
  const called = extensionOf(node.source, 'zeebe:CalledElement');
  if (called === null) report(reading, 'BPMN_CALLED_PROCESS_MISSING', node.source);
  return {
    kind: 'callActivity',
    ...readActivity(reading, node),
    processId:
      called === null ? absent : requireExpression(reading, called, 'processId', 'BPMN_CALLED_PROCESS_MISSING'),
    binding: called === null ? latest : readBinding(reading, called),
    propagateAllParentVariables: called?.get('propagateAllParentVariables') !== false,
    propagateAllChildVariables: called?.get('propagateAllChildVariables') !== false,
  };
};
