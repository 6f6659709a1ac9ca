import { Locale, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

const Instant = Type.String({ format: 'date-time' });

/** The electronic seal of a letter, and whether the letter still is what was sealed. */
export const LetterSealView = Type.Object({
  documentId: OpaqueId,
  at: Instant,
  /** Of the letter, and of the capacity. */
  language: Locale,
  /** Who signed what it says, in which capacity; null where nobody did. */
  signatory: nullable(Type.Object({ name: Type.String(), capacity: Type.String() })),
  certificate: Type.Object({
    holder: Type.String(),
    issuer: Type.String(),
    serialNumber: Type.String(),
    validFrom: Instant,
    validTo: Instant,
  }),
  /** Found now, by the bytes. */
  state: Type.Union([Type.Literal('valid'), Type.Literal('altered')]),
});
export type LetterSealView = Static<typeof LetterSealView>;
