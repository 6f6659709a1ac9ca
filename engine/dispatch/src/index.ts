export { fileLetter, type SentLetter } from './file-letter.ts';
export { type LetterOrder, writeLetters } from './write-letters.ts';
