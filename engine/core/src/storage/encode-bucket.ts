import type { Bucket, BucketSubscription, BufferedMessage } from '../state/bucket.ts';

const bucketFormat = 1;

interface EncodedBucket extends Omit<Bucket, 'subscriptions' | 'messages'> {
  readonly format: number;
  readonly subscriptions: readonly BucketSubscription[];
  readonly messages: readonly BufferedMessage[];
}

/** The bucket as compact JSON text. */
export const encodeBucket = (bucket: Bucket): string =>
  JSON.stringify({
    format: bucketFormat,
    ...bucket,
    subscriptions: [...bucket.subscriptions.values()],
    messages: [...bucket.messages.values()],
  } satisfies EncodedBucket);

/** The inverse of `encodeBucket`. */
export const decodeBucket = (text: string): Bucket => {
  const { format, ...encoded } = JSON.parse(text) as EncodedBucket;
  if (format !== bucketFormat) {
    throw new RangeError(`Expected to decode a bucket of format ${bucketFormat}, but found format ${String(format)}`);
  }
  return {
    ...encoded,
    subscriptions: new Map(encoded.subscriptions.map((subscription) => [subscription.key, subscription])),
    messages: new Map(encoded.messages.map((message) => [message.key, message])),
  };
};
