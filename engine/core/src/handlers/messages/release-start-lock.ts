import type { Desk } from '../../desk/desk.ts';
import { startMessageRefs } from '../../routing/destination.ts';
import type { BucketRef } from '../../state/bucket.ts';
import { findLatest } from '../../routing/find-definition.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { type Start, startOne } from '../../handling/correlate.ts';

export const releaseStartLock: Handler<'releaseStartLock'> = (desk, { bucket: ref, rootKey }) => {
  const lock = desk.state.bucket(ref);
  if (lock.lockedBy !== rootKey) return done;
  desk.writeBucket(lock, { kind: 'startLockReleased' });
  if (ref.kind !== 'start') return done;
  const definition = findLatest(desk.state.definitions.processes, ref.tenantId, ref.name);
  if (definition === undefined) return done;
  for (const { bucket, message } of startMessages(desk, ref)) {
    if (startOne(desk, { bucket, message, definition }) !== null) return done;
  }
  return done;
};

/** Buffered messages that could take the lock, oldest first, whatever their name. */
const startMessages = (desk: Desk, lock: BucketRef): readonly Omit<Start, 'definition'>[] => {
  const waiting = startMessageRefs(lock, desk.state.definitions).flatMap((ref) => {
    const bucket = desk.state.bucket(ref);
    return Array.from(bucket.messages.values(), (message) => ({ bucket, message }));
  });
  return waiting
    .filter(({ message }) => message.deadline > desk.now)
    .toSorted((one, other) => Number(BigInt(one.message.key) - BigInt(other.message.key)));
};
