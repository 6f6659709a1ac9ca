import { stop, stopBecause } from '../runtime.ts';
import { signature } from './builtin.ts';
import type { Builtin } from './builtin.ts';

const refute = (cause: string | undefined): never =>
  cause === undefined ? stop('ASSERTION', 'ASSERTION_FAILED') : stopBecause('ASSERTION', cause);

/** Functions about truth and presence. */
export const logic: Readonly<Record<string, Builtin>> = {
  not: [signature(['negand: any'], (_, negand) => (typeof negand === 'boolean' ? !negand : null))],
  'is defined': [signature(['value: any'], (_, value) => value !== null)],
  'get or else': [signature(['value: any', 'default: any'], (_, value, otherwise) => value ?? otherwise)],
  assert: [
    signature(['value: any', 'condition: any', 'cause?: string'], (_, value, condition, cause) =>
      condition === true ? value : refute(cause),
    ),
  ],
};
