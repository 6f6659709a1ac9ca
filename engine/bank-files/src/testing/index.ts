export { closingOf, type GivenStatement } from './given-statement.ts';
export { inPieces, readAll } from './read-all.ts';
export { camtEntry, camtFile, writeCamt053 } from './write-camt053.ts';
export { writeCoda } from './write-coda.ts';
