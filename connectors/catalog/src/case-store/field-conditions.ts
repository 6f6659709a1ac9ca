import type { ConnectorField } from '@irisflow/connector-sdk';

import type { Operation } from './schema.ts';

type Condition = NonNullable<ConnectorField['when']>;

/** A field that these operations need. */
export const required = (...oneOf: readonly Operation[]): Condition => ({
  field: 'operation',
  oneOf,
  need: 'required',
});
/** A field that these operations know and do without. */
export const optional = (...oneOf: readonly Operation[]): Condition => ({
  field: 'operation',
  oneOf,
  need: 'optional',
});
