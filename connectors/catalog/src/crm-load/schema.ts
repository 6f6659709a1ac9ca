import { Type, type Static } from 'typebox';

import { CrmFields, CrmName } from '../crm/names.ts';

export const Input = Type.Object({
  object: CrmName,
  externalIdField: CrmName,
  rows: Type.Array(CrmFields, { minItems: 1, maxItems: 10_000 }),
});

export const Output = Type.Object({
  /** Names the load to whoever waits for its result. */
  loadId: Type.String(),
  rows: Type.Integer(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
