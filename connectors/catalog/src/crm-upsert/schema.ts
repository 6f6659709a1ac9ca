import { Type, type Static } from 'typebox';

import { CrmFields, CrmName, ExternalId } from '../crm/names.ts';

export const Input = Type.Object({
  object: CrmName,
  externalIdField: CrmName,
  externalId: ExternalId,
  fields: CrmFields,
});

export const Output = Type.Object({
  /** The number that the CRM gave the record. */
  id: Type.String(),
  isNew: Type.Boolean(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
