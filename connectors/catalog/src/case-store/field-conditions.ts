import type { ConnectorField } from '@irisflow/connector-sdk';
import type { Operation } from './schema.ts';

type Condition = NonNullable<ConnectorField['when']>;

/** The field is there for these operations, which need it. */
export const required = (...oneOf: readonly Operation[]): Condition => ({
  field: 'operation',
  oneOf,
  need: 'required',
});
/** The field is there for these operations, which do without it. */
export const optional = (...oneOf: readonly Operation[]): Condition => ({
  field: 'operation',
  oneOf,
  need: 'optional',
});
