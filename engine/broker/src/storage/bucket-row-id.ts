import { createHash } from 'node:crypto';

/** Bytes of a bucket id that its row may have as it is; migration 0003 applied the same number. */
const LONGEST = 256;

/** What `bucket_state` calls a bucket: its id, or the digest of one that would not fit into an index. An id begins with `[`. */
export const bucketRowId = (id: string): string =>
  Buffer.byteLength(id) <= LONGEST ? id : createHash('sha256').update(id).digest('hex');
