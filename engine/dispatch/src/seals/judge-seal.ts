import { createHash } from 'node:crypto';
import { readContent } from '@irisflow/casework';
import { instantOf } from '@irisflow/foundation';
import { isInForceAt, verifyPdf } from '@irisflow/signatures';
import type { SealRow } from '../storage/letter-seals.ts';
import type { Surroundings } from '../surroundings.ts';

type Sealed = Pick<SealRow, 'sha256' | 'fingerprint' | 'at'>;

/** Whether bytes are what was sealed: the same file, whose seal verifies, with the certificate that the platform used on a day when it counted. */
export const judgeSeal = (bytes: Uint8Array, { sha256, fingerprint, at }: Sealed): 'valid' | 'altered' => {
  const found = verifyPdf(bytes);
  const isSame = createHash('sha256').update(bytes).digest('hex') === sha256 && found?.fingerprint === fingerprint;
  return isSame && isInForceAt(found, Date.parse(instantOf(at))) ? 'valid' : 'altered';
};

/** The same of the file that a document has in the store. */
export const judgeStored = async (
  surroundings: Pick<Surroundings, 'database'>,
  seal: SealRow,
): Promise<'valid' | 'altered'> => {
  const parts: Uint8Array[] = [];
  for await (const part of readContent(surroundings, seal.file)) parts.push(part);
  return judgeSeal(Buffer.concat(parts), seal);
};
