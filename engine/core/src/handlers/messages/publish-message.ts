import type { Desk } from '../../desk/desk.ts';
import { CommandRefused } from '../../desk/failure.ts';
import type { Bucket } from '../../state/bucket.ts';
import { splitVariables } from '../../variables/split-variables.ts';
import { type Handler } from '../../handling/handler.ts';
import { bucketRef, correlateToWaiters, newMessage, startInstances } from '../../handling/correlate.ts';

export const publishMessage: Handler<'publishMessage'> = (desk, command) => {
  splitVariables(command.variables);
  const bucket = desk.state.bucket(bucketRef(command));
  checkDuplicate(desk, bucket, command.messageId);
  const message = newMessage(desk, command);
  desk.writeBucket(bucket, { kind: 'messagePublished', message });
  correlateToWaiters(desk, bucket, message.key);
  startInstances(desk, bucket, message.key);
  if (command.timeToLive <= 0) desk.writeBucket(bucket, { kind: 'messageExpired', key: message.key });
  return { kind: 'reply', reply: { messageKey: message.key, tenantId: command.tenantId } };
};

const checkDuplicate = (desk: Desk, bucket: Bucket, messageId: string): void => {
  if (messageId === '') return;
  for (const message of bucket.messages.values()) {
    if (message.messageId !== messageId || message.deadline <= desk.now) continue;
    throw new CommandRefused(
      'ALREADY_EXISTS',
      `Expected to publish a new message with id '${messageId}', but a message with that id was already published`,
    );
  }
};
