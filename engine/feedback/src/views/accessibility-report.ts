import { Instant, Locale, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Characters of what somebody says stood in their way. */
export const MAX_REPORT = 2000;

/** What somebody says of a page, and where they want an answer if they want one. */
export const NewAccessibilityReport = Type.Object({
  words: Type.String({ minLength: 1, maxLength: MAX_REPORT }),
  /** Where it was, in their words or as an address. */
  page: nullable(Type.String({ maxLength: 500 })),
  email: nullable(Type.String({ format: 'email', maxLength: 254 })),
  language: Locale,
});
export type NewAccessibilityReport = Static<typeof NewAccessibilityReport>;

const AccessibilityReport = Type.Object({
  id: OpaqueId,
  words: Type.String(),
  page: nullable(Type.String()),
  email: nullable(Type.String()),
  language: Locale,
  reportedAt: Instant,
  /** Null while it waits. */
  handledAt: nullable(Instant),
  /** From when nobody finds it any more. */
  erasedAt: Instant,
});

export const AccessibilityReports = Type.Object({
  /** Those that wait first, the newest of each first. */
  reports: Type.Array(AccessibilityReport),
  /** Whether there are more than are told. */
  more: Type.Boolean(),
});
export type AccessibilityReports = Static<typeof AccessibilityReports>;
