import { createHash } from 'node:crypto';

const LENGTH = 30;

const idOf = (kind: string, key: string): string =>
  createHash('sha256').update(`${kind} ${key}`).digest('hex').slice(0, LENGTH).toUpperCase();

/** MsgId and PmtInfId of a batch: from its key, the same whenever its file is written, and nobody counts batches by it. */
export const messageIdOf = (batchId: string): string => `B${idOf('batch', batchId)}`;

/** EndToEndId of an order, by which a bank names it: from its key. */
export const endToEndIdOf = (payableId: string): string => `P${idOf('payable', payableId)}`;
