import { Type, type Static } from 'typebox';
import { CalendarDate, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';

/** Which rules terms are counted anew by: those they began with, or those of the latest version of their procedure. */
export const RecountRules = Type.Union([Type.Literal('own'), Type.Literal('latest')]);
export type RecountRules = Static<typeof RecountRules>;

/** A term whose day would change. */
export const RecountedTerm = Type.Object({
  termId: OpaqueId,
  caseId: OpaqueId,
  reference: Type.String(),
  applicant: Type.String(),
  label: LocalizedText,
  /** What it is due on now, and what it would be. */
  dueOn: CalendarDate,
  newDueOn: CalendarDate,
  /** While it stands still: the days that are left, now and then. */
  daysLeft: nullable(Type.Integer()),
  newDaysLeft: nullable(Type.Integer()),
  /** Whether its last day would be over already. */
  wouldExpire: Type.Boolean(),
});
export type RecountedTerm = Static<typeof RecountedTerm>;

/** What counting the open terms of an administration anew would change. */
export const RecountPreview = Type.Object({
  /** Open terms that were looked at. */
  counted: Type.Integer(),
  changed: Type.Integer(),
  wouldExpire: Type.Integer(),
  /** The first of those that would change. */
  items: Type.Array(RecountedTerm),
  /** Stands for exactly these changes; who applies them shows it. */
  fingerprint: Type.String(),
});
export type RecountPreview = Static<typeof RecountPreview>;
