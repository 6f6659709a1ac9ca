import { done, type Handler } from '../../handling/handler.ts';
import { bucketRef } from '../../handling/correlate.ts';

export const expireMessage: Handler<'expireMessage'> = (desk, command) => {
  const bucket = desk.state.bucket(bucketRef(command));
  const message = bucket.messages.get(command.messageKey);
  if (message !== undefined && message.deadline <= desk.now) {
    desk.writeBucket(bucket, { kind: 'messageExpired', key: message.key });
  }
  return done;
};
