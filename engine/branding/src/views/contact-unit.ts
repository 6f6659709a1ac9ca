import { nullable, Ordinal } from '@irisflow/foundation';
import { ContactUnit } from '@irisflow/letters';
import { Type, type Static } from 'typebox';

/** Whom letters of an administration to many people name; null before it said so. */
export const ContactUnitView = Type.Object({
  /** How often it was saved; 0 where it never was. */
  revision: Ordinal,
  unit: nullable(ContactUnit),
});
export type ContactUnitView = Static<typeof ContactUnitView>;
