import type { LocalizedText } from '@irisflow/foundation';
import type { OwnAccess } from '@irisflow/procedures';

/** Why a question may not be asked. */
export type Refusal =
  | 'SOURCE_NOT_DECLARED'
  | 'NO_AUTHORIZATION'
  /** The administration has it proven on paper for a while. */
  | 'ON_PAPER'
  | 'SUBJECT_NOT_PARTY'
  | 'REASON_NOT_APPROVED'
  | 'SUBJECT_UNREADABLE';

/** The answer to a connector that wants to ask a source. Purpose and law come from the authorization alone. */
export type Permission =
  | {
      readonly permitted: true;
      readonly consultationId: string;
      readonly purpose: string;
      readonly legalBasis: string;
      readonly fields: string[];
      /** Where the administration reaches the source itself, for the connector of this source alone. */
      readonly access?: OwnAccess;
    }
  | { readonly permitted: false; readonly refusal: Refusal };

/** What lets a question through: the authorization and, for others than the applicant, the approved reason. */
export interface Ground {
  readonly authorizationId: string;
  readonly source: LocalizedText;
  readonly purpose: LocalizedText;
  readonly legalBasis: LocalizedText;
  readonly fields: string[];
  readonly reason: LocalizedText | null;
}
