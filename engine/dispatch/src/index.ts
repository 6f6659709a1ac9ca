export { dispatchRoom } from './dispatch-room.ts';
export { fileLetter, type SentLetter, sendLetter } from './file-letter.ts';
export { holdBackImported } from './hold-back.ts';
export { letterMail } from './letter-mail.ts';
export { mailLetters } from './mail-letters.ts';
export { dispatchMigrations } from './storage/migrations.ts';
export type { DispatchTables } from './storage/tables.gen.ts';
export { dispatchWalls } from './walls/dispatch-walls.ts';
export { type LetterOrder, type WrittenCopy, writeLetters } from './write-letters.ts';
