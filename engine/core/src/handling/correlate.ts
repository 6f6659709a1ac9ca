import type { MessageKey } from '@irisflow/protocol';
import type { Desk } from '../desk/desk.ts';
import { startLockRef } from '../routing/destination.ts';
import { startTriggerId, type ProcessDefinition, type StartTrigger } from '../state/definition-catalog.ts';
import type { Bucket, BucketRef, BucketSubscription, BufferedMessage } from '../state/bucket.ts';

interface MessageText {
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: string;
}

export const bucketRef = ({ tenantId, name, correlationKey }: Omit<MessageText, 'variables'>): BucketRef => ({
  kind: 'message',
  tenantId,
  name,
  correlationKey,
});

export const newMessage = (
  desk: Desk,
  command: MessageText & { readonly messageId?: string; readonly timeToLive?: number },
): BufferedMessage => ({
  key: desk.nextKey<'message'>(),
  messageId: command.messageId ?? '',
  variables: command.variables === '' || command.variables === 'null' ? '{}' : command.variables,
  deadline: desk.now + Math.max(0, command.timeToLive ?? 0),
  correlatedTo: [],
});

/** At most one instance per process takes the message, the one that waits longest. */
export const correlateToWaiters = (desk: Desk, bucket: Bucket, key: MessageKey): readonly BucketSubscription[] => {
  const taken: BucketSubscription[] = [];
  for (const waiter of bucket.subscriptions.values()) {
    const message = bucket.messages.get(key);
    if (message === undefined || message.correlatedTo.includes(waiter.definitionId)) continue;
    correlate(desk, { bucket, message, waiter });
    taken.push(waiter);
  }
  return taken;
};

interface Correlation {
  readonly bucket: Bucket;
  readonly message: BufferedMessage;
  readonly waiter: BucketSubscription;
}

export const correlate = (desk: Desk, { bucket, message, waiter }: Correlation): void => {
  const { definitionId, key: subscriptionKey, rootKey } = waiter;
  desk.writeBucket(bucket, { kind: 'messageCorrelated', key: message.key, definitionId, subscriptionKey });
  desk.followUp({
    kind: 'triggerSubscription',
    rootKey,
    subscriptionKey,
    bucket: bucket.ref,
    messageKey: message.key,
    definitionId,
    variables: message.variables,
  });
};

/** One new instance per process that starts on the message, unless it took it already or a lock forbids it. */
export const startInstances = (desk: Desk, bucket: Bucket, key: MessageKey): readonly string[] => {
  const { tenantId, name } = bucket.ref;
  const definitions =
    desk.state.definitions.startTriggers.get(startTriggerId('message', tenantId, name))?.values() ?? [];
  const started: string[] = [];
  for (const definition of definitions) {
    const message = bucket.messages.get(key);
    const instanceKey = message === undefined ? null : startOne(desk, { bucket, message, definition });
    if (instanceKey !== null) started.push(instanceKey);
  }
  return started;
};

export interface Start {
  readonly bucket: Bucket;
  readonly message: BufferedMessage;
  readonly definition: ProcessDefinition;
}

export const startOne = (desk: Desk, { bucket, message, definition }: Start): string | null => {
  const trigger = messageStartOf(definition, bucket.ref.name);
  if (trigger === undefined || message.correlatedTo.includes(definition.id)) return null;
  const processInstanceKey = desk.nextKey<'elementInstance' | 'processInstance'>();
  const startLock = lockRefOf(bucket.ref, definition.id);
  if (startLock !== null) {
    const lock = desk.state.bucket(startLock);
    if (lock.lockedBy !== null) return null;
    desk.writeBucket(lock, { kind: 'startLockTaken', by: processInstanceKey });
  }
  desk.writeBucket(bucket, {
    kind: 'messageCorrelated',
    key: message.key,
    definitionId: definition.id,
    subscriptionKey: null,
    started: { processInstanceKey, definitionKey: definition.key, elementId: trigger.elementId },
  });
  desk.followUp({
    kind: 'startInstance',
    definitionKey: definition.key,
    processInstanceKey,
    startEvent: trigger.element,
    variables: message.variables,
    startLock,
  });
  return processInstanceKey;
};

const messageStartOf = ({ startTriggers }: ProcessDefinition, messageName: string): StartTrigger | undefined =>
  startTriggers.find(({ kind, name }) => kind === 'message' && name === messageName);

/** Without a correlation key every message starts an instance. */
export const lockRefOf = ({ tenantId, correlationKey }: BucketRef, definitionId: string): BucketRef | null =>
  correlationKey === '' ? null : startLockRef(tenantId, definitionId, correlationKey);
