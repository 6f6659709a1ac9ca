import type { Change } from '../event/engine-event.ts';
import type { EngineState } from '../state/engine-state.ts';
import { applyBucketEvent } from './apply-bucket-event.ts';
import { applyDefinitionEvent } from './apply-definition-event.ts';
import { applyTreeEvent } from './apply-tree-event.ts';

/** Replays what one command changed: the state before plus its changes is the state after. */
export const applyChange = (state: EngineState, change: Change): void => {
  switch (change.aggregate) {
    case 'tree':
      for (const event of change.events) applyTreeEvent(state, change.rootKey, event);
      return;
    case 'bucket': {
      const bucket = state.bucket(change.ref);
      for (const event of change.events) applyBucketEvent(bucket, event);
      return;
    }
    case 'definitions':
      for (const event of change.events) applyDefinitionEvent(state.definitions, event);
  }
};
