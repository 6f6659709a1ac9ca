import { stop, stopBecause } from '../runtime.ts';
import { type Builtin, byName, signature } from './builtin.ts';
import { identical } from '../values/compare.ts';

const refute = (cause: string | undefined): never =>
  cause === undefined ? stop('ASSERTION', 'ASSERTION_FAILED') : stopBecause('ASSERTION', cause);

/** Functions about truth and presence; `fromAi` only marks a value for whoever reads the model. */
export const logic: Readonly<Record<string, Builtin>> = {
  not: [signature(['negand: any'], (_, negand) => (typeof negand === 'boolean' ? !negand : null))],
  'is defined': [signature(['value: any'], (_, value) => value !== null)],
  'get or else': [signature(['value: any', 'default: any'], (_, value, otherwise) => value ?? otherwise)],
  assert: [
    signature(['value: any', 'condition: any', 'cause?: string'], (_, value, condition, cause) =>
      condition === true ? value : refute(cause),
    ),
  ],
  is: [
    signature(['value1: any', 'value2: any'], (_, a, b) => identical(a, b)),
    // A call by name may leave one of them out, which is null then.
    byName(['value1?: any', 'value2?: any'], (_, a = null, b = null) => identical(a, b)),
  ],
  fromAi: [
    signature(
      ['value: any', 'description?: string', 'type?: string', 'schema?: context', 'options?: context'],
      (_, value) => value,
    ),
  ],
};
