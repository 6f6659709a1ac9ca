import type { ElementReader } from '../reading.ts';
import { readActivity } from './activity.ts';
import { readScope } from './scope.ts';

export const readSubProcess: ElementReader<'subProcess'> = (reading, node) => ({
  kind: 'subProcess',
  ...readActivity(reading, node),
  ...readScope(reading, node),
});
