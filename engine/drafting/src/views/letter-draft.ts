import { Instant, Locale, nullable, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';
import { LetterSheet } from '@irisflow/tasks';
import { Type, type Static } from 'typebox';

const Somebody = Type.Object({ id: Type.String(), name: Type.String() });

/** Why a part is closed: the law wants it, it is no paragraph, its author said so, or its values cannot be told from words. */
export const PartLock = oneOf(['mandatory', 'structure', 'author', 'values']);
export type PartLock = Static<typeof PartLock>;

/** Why who reads the letter may not change it: the task is not theirs. */
export const LetterBar = oneOf(['task']);
export type LetterBar = Static<typeof LetterBar>;

export const LetterPartView = Type.Object({
  path: Type.String(),
  lock: nullable(PartLock),
  /** As one edits it, with values between braces; null where it is closed. */
  text: nullable(Type.String()),
  /** The same of the template. */
  base: nullable(Type.String()),
  isEdited: Type.Boolean(),
  blocks: LetterSheet.properties.blocks,
});
export type LetterPartView = Static<typeof LetterPartView>;

/** The letter in one of the languages in which it goes. */
export const LetterInLanguage = Type.Object({
  language: Locale,
  ...Type.Pick(LetterSheet, ['subject', 'administration', 'recipient', 'date', 'reference']).properties,
  /** Whether the process has words otherwise that somebody edited: they must be edited again, or taken back. */
  isStale: Type.Boolean(),
  /** False when a value is missing or a character cannot be printed: the letter would not leave. */
  complete: Type.Boolean(),
  parts: Type.Array(LetterPartView),
});
export type LetterInLanguage = Static<typeof LetterInLanguage>;

/** The letter of a task as it will go, part by part, with what was written otherwise than its template. */
export const LetterDraft = Type.Object({
  template: Type.String(),
  /** Of the last change, in whichever language; 0 where the letter is as its template. */
  version: Ordinal,
  editedBy: nullable(Somebody),
  editedAt: nullable(Instant),
  bar: nullable(LetterBar),
  /** That of the case first, in the order in which they leave. */
  languages: Type.Array(LetterInLanguage),
});
export type LetterDraft = Static<typeof LetterDraft>;

/** What somebody changed in a letter before it was signed, with what its template said. */
export const LetterEditView = Type.Object({
  template: Type.String(),
  /** Of the case. */
  language: Locale,
  version: Ordinal,
  editedBy: Somebody,
  editedAt: Instant,
  /** The letter that left with it or after it; null while none has. */
  documentId: nullable(OpaqueId),
  /** False where the letter left without it: nobody signed it so. */
  isSigned: Type.Boolean(),
  changes: Type.Array(Type.Object({ language: Locale, base: Type.String(), text: Type.String() })),
});
export type LetterEditView = Static<typeof LetterEditView>;

/** In all languages together. */
export const MAX_LETTER_EDITS = 300;
