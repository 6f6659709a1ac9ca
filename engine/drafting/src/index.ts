export { draftingRoom } from './drafting-room.ts';
export { draftingMigrations } from './storage/migrations.ts';
export type { DraftingTables } from './storage/tables.gen.ts';
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
  ParagraphVersion,
  ParagraphView,
} from './views/paragraph.ts';
export { draftingWalls } from './walls/drafting-walls.ts';
