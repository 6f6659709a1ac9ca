export { letterFields, type LetterField } from './letter-fields.ts';
export { letterPdf } from './letter-pdf.ts';
export { LetterTemplate } from './letter-template.ts';
export { letterheadOf } from './letterhead.ts';
export { mandatoryBlocks } from './mandatory-blocks.ts';
export { type LetterScope, resolveLetter } from './resolve-letter.ts';
export { expressionsOf } from './walk-letter.ts';
