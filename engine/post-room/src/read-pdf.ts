import { readContent } from '@irisflow/casework';
import { findPdf } from './storage/pdfs.ts';
import type { Surroundings } from './surroundings.ts';

/** A letter as it is on paper. */
export interface Pdf {
  readonly name: string;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export const readPdf = async (surroundings: Surroundings, documentId: string): Promise<Pdf> => {
  const found = await findPdf(surroundings.database, documentId);
  if (found === undefined) throw new Error(`Expected the letter ${documentId} on paper, but there is none`);
  const parts: Uint8Array[] = [];
  for await (const part of readContent(surroundings, found.sha256)) parts.push(part);
  return { ...found, bytes: Buffer.concat(parts) };
};
