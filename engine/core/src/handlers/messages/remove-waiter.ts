import { done, type Handler } from '../../handling/handler.ts';

export const removeWaiter: Handler<'removeWaiter'> = (desk, { bucket: ref, subscriptionKey }) => {
  const bucket = desk.state.bucket(ref);
  if (bucket.subscriptions.has(subscriptionKey))
    desk.writeBucket(bucket, { kind: 'waiterRemoved', key: subscriptionKey });
  return done;
};
