import { done, type Handler } from '../../handling/handler.ts';
import { correlateToWaiters } from '../../handling/correlate.ts';

/** The instance could not take the message after all: the next one of its process may. */
export const undoCorrelation: Handler<'undoCorrelation'> = (desk, { bucket: ref, messageKey, definitionId }) => {
  const bucket = desk.state.bucket(ref);
  if (!bucket.messages.has(messageKey)) return done;
  desk.writeBucket(bucket, { kind: 'correlationUndone', key: messageKey, definitionId });
  correlateToWaiters(desk, bucket, messageKey);
  return done;
};
