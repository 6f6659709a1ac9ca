import { Instant, LocalizedText, nullable } from '@irisflow/foundation';
import { restrictionReasons, type RestrictionReason } from '@irisflow/forms';
import { Type, type Static } from 'typebox';

/** Why a field is restricted, as clerks and applicants read it. */
export const restrictionTexts = {
  health: { fr: 'Santé', nl: 'Gezondheid', en: 'Health' },
  judicial: { fr: 'Données judiciaires', nl: 'Gerechtelijke gegevens', en: 'Judicial data' },
  nationalNumber: { fr: 'Numéro national', nl: 'Rijksregisternummer', en: 'National number' },
  bankAccount: { fr: 'Compte bancaire', nl: 'Bankrekening', en: 'Bank account' },
  income: { fr: 'Revenus', nl: 'Inkomsten', en: 'Income' },
  other: { fr: 'Donnée réservée', nl: 'Voorbehouden gegeven', en: 'Reserved' },
} as const satisfies Record<RestrictionReason, LocalizedText>;

/** A field whose answer is masked until somebody says why they look; whether it was answered is not told either. */
export const RestrictedField = Type.Object({
  /** JSON pointer of the field. */
  pointer: Type.String(),
  label: LocalizedText,
  reason: Type.Enum(Object.fromEntries(restrictionReasons.map((one) => [one, one]))),
  because: LocalizedText,
  /** Whether whoever reads may have it shown. */
  mayUnmask: Type.Boolean(),
  /** Until when they see it; null while it is masked. */
  until: nullable(Instant),
});
export type RestrictedField = Static<typeof RestrictedField>;
