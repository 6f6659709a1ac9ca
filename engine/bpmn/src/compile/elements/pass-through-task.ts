import type { ElementReader } from '../reading.ts';
import { readActivity } from './activity.ts';

export const readManualTask: ElementReader<'manualTask'> = (reading, node) => ({
  kind: 'manualTask',
  ...readActivity(reading, node),
});

export const readUndefinedTask: ElementReader<'undefinedTask'> = (reading, node) => ({
  kind: 'undefinedTask',
  ...readActivity(reading, node),
});
