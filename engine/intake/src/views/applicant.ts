import { Instant, Locale, LocalizedText, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Somebody whom an administration knows by a case of theirs. */
export const FoundApplicant = Type.Object({
  /** Their newest case that was found. */
  caseId: OpaqueId,
  name: Type.String(),
  language: Locale,
  reference: Type.String(),
  title: LocalizedText,
  submittedAt: Instant,
  cases: Type.Integer(),
});
export type FoundApplicant = Static<typeof FoundApplicant>;

/** A case that was opened under a name of the caller's. */
export const OpenedCase = Type.Object({
  caseId: OpaqueId,
  reference: Type.String(),
  receivedAt: Instant,
  /** False where the name stood for a case already. */
  isNew: Type.Boolean(),
});
export type OpenedCase = Static<typeof OpenedCase>;

/** Names that the platform gives itself have a slash, which no caller's has. */
export const externalReferencePattern = '^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$';
