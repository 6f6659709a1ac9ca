import { AdministrationView } from '@irisflow/access';
import { CalendarDate, LocalizedText, nullable, Ordinal } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** What an administration itself says of how accessible its pages are. */
export const StatementTexts = Type.Object({
  /** What is not accessible, and why. */
  limits: LocalizedText,
  /** Whom to tell of an obstacle. */
  contact: LocalizedText,
  /** To whom one complains about the answer. */
  enforcement: LocalizedText,
  /** The day on which somebody last went through it. */
  reviewedOn: CalendarDate,
});
export type StatementTexts = Static<typeof StatementTexts>;

export const AccessibilityStatement = Type.Object({
  administration: AdministrationView,
  /** How often it was saved; 0 where nothing was written yet. */
  revision: Ordinal,
  /** Null where the administration wrote nothing yet. */
  texts: nullable(StatementTexts),
});
export type AccessibilityStatement = Static<typeof AccessibilityStatement>;
