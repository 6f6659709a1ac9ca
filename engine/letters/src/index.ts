export { editTextOf, type EditProblem, type LetterEdit, readEdit, refuseStale, withEdits } from './edit-letter.ts';
export { letterParts, lockOf } from './letter-parts.ts';
export { fillText, textProblems } from './fill-text.ts';
export type { PrintedBlock } from './draw-blocks.ts';
export type { LetterFigure } from './letter-figure.ts';
export { contactIn } from './contact-text.ts';
export { answerByOf } from './answer-by.ts';
export { contactOf, ContactUnit, MOST_FOR_ONE_CLERK, withUnit } from './contact-unit.ts';
export { unprintable } from './letter-glyphs.ts';
export { formatMoment, formatValue } from './letter-format.ts';
export type { LetterLogo, LogoDrawing } from './letter-logo.ts';
export { letterPdf } from './letter-pdf.ts';
export type { LetterSeal } from './letter-seal.ts';
export type { PdfFacts } from './pdf-document.ts';
export { LetterTemplate } from './letter-template.ts';
export { isCourtesy, type LetterHouse, letterheadOf } from './letterhead.ts';
export { mandatoryBlocks, missingBlocks } from './mandatory-blocks.ts';
export { Ombuds, ombudsText, Remedy, Suspended, remedyText } from './remedies.ts';
export {
  type LetterScope,
  type ResolvedBlock,
  type ResolvedLetter,
  resolveLetter,
  type Resolving,
} from './resolve-letter.ts';
export { linePages, sheetPdf } from './sheet-pdf.ts';
export { placedExpressions, writtenIn } from './walk-letter.ts';
