import { done, type Handler } from '../../handling/handler.ts';
import { correlate } from '../../handling/correlate.ts';

/** A new subscription takes the oldest buffered message that its process has not had; one that stays open takes them all. */
export const addWaiter: Handler<'addWaiter'> = (desk, command) => {
  const { waiter } = command;
  const bucket = desk.state.bucket(command.bucket);
  desk.writeBucket(bucket, { kind: 'waiterAdded', waiter });
  for (const message of bucket.messages.values()) {
    if (message.deadline <= desk.now || message.correlatedTo.includes(waiter.definitionId)) continue;
    correlate(desk, { bucket, message, waiter });
    if (waiter.interrupting) break;
  }
  return done;
};
