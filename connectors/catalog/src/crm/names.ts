import { Type } from 'typebox';

/** The name of an object or a field, as the API of the CRM writes it: `Account`, `National_Number__c`. */
export const CrmName = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,79}$' });

/** A number under which the CRM knows a record of ours. */
export const ExternalId = Type.String({ minLength: 1, maxLength: 255 });

/** Fields of one record; null empties a field. */
export const CrmFields = Type.Record(
  Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.]{0,120}$' }),
  Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
);
