import { createHash } from 'node:crypto';
import { CaseworkError } from '@irisflow/foundation';

/** What a file of statements may be large. */
const MOST_BYTES = 25 * 1024 * 1024;

/** Bytes of a file that somebody brings, as they came. */
export interface StatementFile {
  readonly bytes: readonly Uint8Array[];
  readonly sha256: string;
}

/** Takes a file in before anything is read of it: whoever sends slowly holds no transaction open. */
export const readFile = async (content: AsyncIterable<Uint8Array>): Promise<StatementFile> => {
  const hash = createHash('sha256');
  const bytes: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    size += part.length;
    if (size > MOST_BYTES)
      throw new CaseworkError(
        'STATEMENT_UNREADABLE',
        `Expected a file of at most ${MOST_BYTES} bytes, but it is longer`,
        {
          errors: [{ pointer: '/file', keyword: 'TOO_LARGE', params: { line: null } }],
        },
      );
    hash.update(part);
    bytes.push(part);
  }
  return { bytes, sha256: hash.digest('hex') };
};
