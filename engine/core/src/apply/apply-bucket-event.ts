import type { BucketEvent } from '../event/bucket-event.ts';
import type { Bucket } from '../state/bucket.ts';

/** Changes the bucket as the event says. */
export const applyBucketEvent = (bucket: Bucket, event: BucketEvent): void => {
  switch (event.kind) {
    case 'messagePublished':
      bucket.messages.set(event.message.key, { ...event.message });
      return;
    case 'messageCorrelated':
      applyCorrelation(bucket, event);
      return;
    case 'correlationUndone': {
      const message = bucket.messages.get(event.key);
      if (message !== undefined) message.correlatedTo = message.correlatedTo.filter((id) => id !== event.definitionId);
      return;
    }
    case 'messageExpired':
      bucket.messages.delete(event.key);
      return;
    case 'waiterAdded':
      bucket.subscriptions.set(event.waiter.key, event.waiter);
      return;
    case 'waiterRemoved':
      bucket.subscriptions.delete(event.key);
      return;
    case 'startLockTaken':
      bucket.lockedBy = event.by;
      return;
    case 'startLockReleased':
      bucket.lockedBy = null;
      return;
    case 'signalBroadcast':
  }
};

const applyCorrelation = (bucket: Bucket, event: Extract<BucketEvent, { kind: 'messageCorrelated' }>): void => {
  const message = bucket.messages.get(event.key);
  if (message !== undefined) message.correlatedTo = [...message.correlatedTo, event.definitionId];
  const waiter = event.subscriptionKey === null ? undefined : bucket.subscriptions.get(event.subscriptionKey);
  if (waiter?.interrupting === true) bucket.subscriptions.delete(waiter.key);
};
