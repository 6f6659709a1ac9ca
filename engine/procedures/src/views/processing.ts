import { Type, type Static } from 'typebox';
import { LocalizedText, oneOf } from '@irisflow/foundation';
import { EndStatus } from './case-status.ts';

/** What a published procedure does with personal data, as its folder says: an entry of the register of processing activities. */
export const Processing = Type.Object({
  procedureKey: Type.String(),
  version: Type.Integer(),
  title: LocalizedText,
  purpose: LocalizedText,
  legalBasis: Type.Array(LocalizedText),
  /** What is asked of people, field by field. */
  asked: Type.Array(LocalizedText),
  /** What is asked of authentic sources. */
  sources: Type.Array(
    Type.Object({
      key: Type.String(),
      name: LocalizedText,
      what: LocalizedText,
      purpose: LocalizedText,
      legalBasis: LocalizedText,
      fields: Type.Array(Type.String()),
    }),
  ),
  /** Why others than the applicant are asked about; empty where nobody else is. */
  others: Type.Array(LocalizedText),
  /** How long cases are kept, by outcome; what no rule names is kept. */
  retention: Type.Array(
    Type.Object({
      outcomes: Type.Array(EndStatus),
      years: Type.Integer(),
      // Its twin stands in the description of a procedure.
      fate: oneOf(['destroy', 'archive']),
      legalRef: LocalizedText,
    }),
  ),
  /** Types of the connectors and workers that its process hands data to. */
  recipients: Type.Array(Type.String()),
});
export type Processing = Static<typeof Processing>;
