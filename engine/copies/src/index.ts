export { mergePdfs } from './merge/merge-pdfs.ts';
export { copiesRoom } from './copies-room.ts';
export { makeCopies } from './make/make-copies.ts';
export type { CopyFile } from './read-copies.ts';
export { copiesMigrations } from './storage/migrations.ts';
export type { CopiesTables } from './storage/tables.gen.ts';
export type { CopiesSurroundings } from './surroundings.ts';
export { FileCopyView } from './views/file-copy.ts';
export { copyWalls } from './walls/copy-walls.ts';
