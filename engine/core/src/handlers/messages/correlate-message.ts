import type { Desk } from '../../desk/desk.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { startTriggerId } from '../../state/definition-catalog.ts';
import type { Bucket } from '../../state/bucket.ts';
import { splitVariables } from '../../variables/split-variables.ts';
import { type Handler } from '../../handling/handler.ts';
import { bucketRef, correlateToWaiters, lockRefOf, newMessage, startInstances } from '../../handling/correlate.ts';

export const correlateMessage: Handler<'correlateMessage'> = (desk, command) => {
  splitVariables(command.variables);
  const bucket = desk.state.bucket(bucketRef(command));
  if (!hasTaker(desk, bucket)) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to find subscription for message with name '${command.name}' and correlation key '${command.correlationKey}', but none was found`,
    );
  }
  const message = newMessage(desk, command);
  desk.writeBucket(bucket, { kind: 'messagePublished', message });
  const waiters = correlateToWaiters(desk, bucket, message.key);
  const [started] = startInstances(desk, bucket, message.key);
  desk.writeBucket(bucket, { kind: 'messageExpired', key: message.key });
  const processInstanceKey =
    (started as (typeof waiters)[number]['processInstanceKey'] | undefined) ?? waiters[0]?.processInstanceKey;
  if (processInstanceKey === undefined) {
    throw new RangeError(`Expected message '${command.name}' to be taken after that was checked, but it was not`);
  }
  return { kind: 'reply', reply: { messageKey: message.key, tenantId: command.tenantId, processInstanceKey } };
};

const hasTaker = (desk: Desk, bucket: Bucket): boolean => {
  if (bucket.subscriptions.size > 0) return true;
  const { tenantId, name } = bucket.ref;
  const definitions =
    desk.state.definitions.startTriggers.get(startTriggerId('message', tenantId, name))?.values() ?? [];
  return [...definitions].some(({ id }) => {
    const lock = lockRefOf(bucket.ref, id);
    return lock === null || desk.state.bucket(lock).lockedBy === null;
  });
};
