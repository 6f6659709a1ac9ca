export { draftingRoom } from './drafting-room.ts';
export { noteLetterSent, signedLetter } from './letters/approve-letter.ts';
export { requireSigner } from './require-signer.ts';
export { draftingMigrations } from './storage/migrations.ts';
export type { DraftingTables } from './storage/tables.gen.ts';
export { LetterDraft, LetterEditView, MAX_LETTER_EDITS } from './views/letter-draft.ts';
export {
  FilledParagraph,
  LegalLanguage,
  MAX_PARAGRAPH,
  ParagraphContent,
  ParagraphKey,
  ParagraphOffers,
  ParagraphPreview,
  ParagraphReason,
  ParagraphSummary,
  ParagraphTarget,
  ParagraphUse,
  ParagraphView,
} from './views/paragraph.ts';
export { draftingWalls } from './walls/drafting-walls.ts';
