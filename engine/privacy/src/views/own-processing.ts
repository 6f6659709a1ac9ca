import { Type, type Static } from 'typebox';
import { LocalizedText } from '@irisflow/foundation';

/** What an office does with personal data whatever its procedures are: an entry of the register of processing activities. */
export const OwnProcessing = Type.Object({
  key: Type.String(),
  title: LocalizedText,
  purpose: LocalizedText,
  legalBasis: LocalizedText,
  people: LocalizedText,
  data: LocalizedText,
  /** How long it is kept. */
  kept: LocalizedText,
});
export type OwnProcessing = Static<typeof OwnProcessing>;
