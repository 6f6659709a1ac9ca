export { makeSealFile, type SealFile } from './make-seal-file.ts';
