import type { ElementReader } from '../reading.ts';
import { readScope } from './scope.ts';

export const readProcess: ElementReader<'process'> = (reading, node) => ({
  kind: 'process',
  ...readScope(reading, node),
});
