export { letterFields } from './letter-fields.ts';
export { contactIn } from './contact-text.ts';
export { unprintable } from './letter-glyphs.ts';
export { formatValue } from './letter-format.ts';
export { letterPdf } from './letter-pdf.ts';
export { LetterTemplate } from './letter-template.ts';
export { letterheadOf } from './letterhead.ts';
export { mandatoryBlocks } from './mandatory-blocks.ts';
export { Ombuds, ombudsText, Remedy, remedyText } from './remedies.ts';
export {
  type LetterScope,
  type ResolvedBlock,
  type ResolvedLetter,
  type Run,
  resolveLetter,
} from './resolve-letter.ts';
export { expressionsOf, writtenIn } from './walk-letter.ts';
