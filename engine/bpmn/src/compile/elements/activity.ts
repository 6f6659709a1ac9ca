import { isTrue } from '@irisflow/xml';

import type { ElementIndex, MultiInstance } from '../../graph.ts';
import type { OutlineNode } from '../outline.ts';
import { readMultiInstance } from '../read-multi-instance.ts';
import type { Reading } from '../reading.ts';

export interface ActivityParts {
  readonly boundaryEvents: readonly ElementIndex[];
  readonly multiInstance: MultiInstance | null;
  readonly isForCompensation: boolean;
}

/** What every activity has, whatever it does. */
export const readActivity = (reading: Reading, node: OutlineNode): ActivityParts => ({
  boundaryEvents: node.boundaryEvents,
  multiInstance: readMultiInstance(reading, node.source),
  isForCompensation: isTrue(node.source, 'isForCompensation'),
});
