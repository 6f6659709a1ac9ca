import type { MessageKey, ProcessInstanceKey, SubscriptionKey } from '@irisflow/protocol';

/**
 * Names a meeting point of publishers and instances.
 * `message`: name and correlation key of a message. `signal`: name of a signal, no correlation key.
 * `start`: `name` is a process definition id; the bucket holds the lock of instances started by a message with the key.
 * `business`: the same for instances created with that business id, where business ids are unique.
 */
export interface BucketRef {
  readonly kind: 'message' | 'signal' | 'start' | 'business';
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
}

/** Somebody waits here; the details live in the tree. */
export interface BucketSubscription {
  readonly key: SubscriptionKey;
  readonly rootKey: ProcessInstanceKey;
  readonly processInstanceKey: ProcessInstanceKey;
  /** A message correlates at most once per process definition id. */
  readonly definitionId: string;
  readonly interrupting: boolean;
}

export interface BufferedMessage {
  readonly key: MessageKey;
  /** Empty when the publisher gave none. */
  readonly messageId: string;
  /** JSON text of an object. */
  readonly variables: string;
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** Process definition ids that already took it. */
  correlatedTo: readonly string[];
}

export interface Bucket {
  readonly ref: BucketRef;
  readonly subscriptions: Map<SubscriptionKey, BucketSubscription>;
  readonly messages: Map<MessageKey, BufferedMessage>;
  /** Who holds the start lock; null when it is free. */
  lockedBy: ProcessInstanceKey | null;
}

export const createBucket = (ref: BucketRef): Bucket => ({
  ref,
  subscriptions: new Map(),
  messages: new Map(),
  lockedBy: null,
});

/** A text that is unique per bucket, for maps and tables. */
export const bucketId = (ref: BucketRef): string =>
  JSON.stringify([ref.kind, ref.tenantId, ref.name, ref.correlationKey]);

/** Empty buckets need not be stored. */
export const isEmptyBucket = (bucket: Bucket): boolean =>
  bucket.subscriptions.size === 0 && bucket.messages.size === 0 && bucket.lockedBy === null;
