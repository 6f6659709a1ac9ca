import type { MessageKey } from '@irisflow/protocol';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import { startLockRef, startMessageRefs } from '../routing/route.ts';
import { startTriggerId, type ProcessDefinition, type StartTrigger } from '../state/definition-catalog.ts';
import type { Bucket, BucketRef, BucketSubscription, BufferedMessage } from '../state/bucket.ts';
import { findLatest } from '../routing/find-definition.ts';
import { splitVariables } from '../variables/split-variables.ts';
import { done, type Handler } from './handler.ts';

interface MessageText {
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: string;
}

function bucketRef({ tenantId, name, correlationKey }: Omit<MessageText, 'variables'>): BucketRef {
  return { kind: 'message', tenantId, name, correlationKey };
}

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

function newMessage(
  desk: Desk,
  command: MessageText & { readonly messageId?: string; readonly timeToLive?: number },
): BufferedMessage {
  return {
    key: desk.nextKey<'message'>(),
    messageId: command.messageId ?? '',
    variables: command.variables === '' || command.variables === 'null' ? '{}' : command.variables,
    deadline: desk.now + Math.max(0, command.timeToLive ?? 0),
    correlatedTo: [],
  };
}

function checkDuplicate(desk: Desk, bucket: Bucket, messageId: string): void {
  if (messageId === '') return;
  for (const message of bucket.messages.values()) {
    if (message.messageId !== messageId || message.deadline <= desk.now) continue;
    throw new CommandRefused(
      'ALREADY_EXISTS',
      `Expected to publish a new message with id '${messageId}', but a message with that id was already published`,
    );
  }
}

/** At most one instance per process takes the message, the one that waits longest. */
function correlateToWaiters(desk: Desk, bucket: Bucket, key: MessageKey): readonly BucketSubscription[] {
  const taken: BucketSubscription[] = [];
  for (const waiter of bucket.subscriptions.values()) {
    const message = bucket.messages.get(key);
    if (message === undefined || message.correlatedTo.includes(waiter.definitionId)) continue;
    correlate(desk, { bucket, message, waiter });
    taken.push(waiter);
  }
  return taken;
}

interface Correlation {
  readonly bucket: Bucket;
  readonly message: BufferedMessage;
  readonly waiter: BucketSubscription;
}

function correlate(desk: Desk, { bucket, message, waiter }: Correlation): void {
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
}

/** One new instance per process that starts on the message, unless it took it already or a lock forbids it. */
function startInstances(desk: Desk, bucket: Bucket, key: MessageKey): readonly string[] {
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
}

interface Start {
  readonly bucket: Bucket;
  readonly message: BufferedMessage;
  readonly definition: ProcessDefinition;
}

function startOne(desk: Desk, { bucket, message, definition }: Start): string | null {
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
}

function messageStartOf({ startTriggers }: ProcessDefinition, messageName: string): StartTrigger | undefined {
  return startTriggers.find(({ kind, name }) => kind === 'message' && name === messageName);
}

/** Without a correlation key every message starts an instance. */
function lockRefOf({ tenantId, correlationKey }: BucketRef, definitionId: string): BucketRef | null {
  return correlationKey === '' ? null : startLockRef(tenantId, definitionId, correlationKey);
}

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

function hasTaker(desk: Desk, bucket: Bucket): boolean {
  if (bucket.subscriptions.size > 0) return true;
  const { tenantId, name } = bucket.ref;
  const definitions =
    desk.state.definitions.startTriggers.get(startTriggerId('message', tenantId, name))?.values() ?? [];
  return [...definitions].some(({ id }) => {
    const lock = lockRefOf(bucket.ref, id);
    return lock === null || desk.state.bucket(lock).lockedBy === null;
  });
}

export const expireMessage: Handler<'expireMessage'> = (desk, command) => {
  const bucket = desk.state.bucket(bucketRef(command));
  const message = bucket.messages.get(command.messageKey);
  if (message !== undefined && message.deadline <= desk.now) {
    desk.writeBucket(bucket, { kind: 'messageExpired', key: message.key });
  }
  return done;
};

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

export const removeWaiter: Handler<'removeWaiter'> = (desk, { bucket: ref, subscriptionKey }) => {
  const bucket = desk.state.bucket(ref);
  if (bucket.subscriptions.has(subscriptionKey))
    desk.writeBucket(bucket, { kind: 'waiterRemoved', key: subscriptionKey });
  return done;
};

/** The instance could not take the message after all: the next one of its process may. */
export const undoCorrelation: Handler<'undoCorrelation'> = (desk, { bucket: ref, messageKey, definitionId }) => {
  const bucket = desk.state.bucket(ref);
  if (!bucket.messages.has(messageKey)) return done;
  desk.writeBucket(bucket, { kind: 'correlationUndone', key: messageKey, definitionId });
  correlateToWaiters(desk, bucket, messageKey);
  return done;
};

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
function startMessages(desk: Desk, lock: BucketRef): readonly Omit<Start, 'definition'>[] {
  const waiting = startMessageRefs(lock, desk.state.definitions).flatMap((ref) => {
    const bucket = desk.state.bucket(ref);
    return Array.from(bucket.messages.values(), (message) => ({ bucket, message }));
  });
  return waiting
    .filter(({ message }) => message.deadline > desk.now)
    .toSorted((one, other) => Number(BigInt(one.message.key) - BigInt(other.message.key)));
}
