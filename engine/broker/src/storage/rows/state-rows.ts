import { createHash } from 'node:crypto';
import { type Bucket, bucketId, encodeBucket, encodeTree, type InstanceTree, isEmptyBucket } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import { deleteRows, type RowValues, upsertRows } from '../row-statement.ts';

/** Bytes of a bucket id that its row may have as it is; migration 0003 applied the same number. */
const LONGEST = 256;

/** What `bucket_state` calls a bucket: its id, or the digest of one that would not fit into an index. An id begins with `[`. */
export const bucketRowId = (id: string): string =>
  Buffer.byteLength(id) <= LONGEST ? id : createHash('sha256').update(id).digest('hex');

const upsertTrees = upsertRows('instance_state', { root_key: 'bigint', has_steps: 'boolean', state: 'text' });
const deleteTrees = deleteRows('instance_state', 'root_key', 'bigint');
const upsertBuckets = upsertRows('bucket_state', { id: 'text', next_deadline: 'bigint', state: 'text' });
const deleteBuckets = deleteRows('bucket_state', 'id', 'text');

const nextDeadline = (bucket: Bucket): number | null => {
  let next: number | null = null;
  for (const { deadline } of bucket.messages.values()) next = next === null ? deadline : Math.min(next, deadline);
  return next;
};

const toTree = (tree: InstanceTree): RowValues => [tree.rootKey, tree.steps.length > 0, encodeTree(tree)];
const rowIdOf = ({ ref }: Bucket) => bucketRowId(bucketId(ref));
const toBucket = (bucket: Bucket): RowValues => [rowIdOf(bucket), nextDeadline(bucket), encodeBucket(bucket)];

/** State rows of the aggregates that one batch touched; ended trees and empty buckets leave their tables. */
export const stateStatements = (trees: Iterable<InstanceTree>, buckets: Iterable<Bucket>): Statement[] => {
  const living: RowValues[] = [];
  const ended: RowValues[] = [];
  for (const tree of trees) {
    if (tree.ended) ended.push([tree.rootKey]);
    else living.push(toTree(tree));
  }
  const kept: RowValues[] = [];
  const empty: RowValues[] = [];
  for (const bucket of buckets) {
    if (isEmptyBucket(bucket)) empty.push([rowIdOf(bucket)]);
    else kept.push(toBucket(bucket));
  }
  return [
    ...(living.length > 0 ? [upsertTrees(living)] : []),
    ...(ended.length > 0 ? [deleteTrees(ended)] : []),
    ...(kept.length > 0 ? [upsertBuckets(kept)] : []),
    ...(empty.length > 0 ? [deleteBuckets(empty)] : []),
  ];
};
