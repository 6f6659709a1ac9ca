import type { Change, Command, DefinitionCatalog, TreeEvent } from '@irisflow/core';
import type { JobKey, MessageKey, SubscriptionKey, TimerKey } from '@irisflow/protocol';
import type { DueRow } from '../storage/load/load-due.ts';

/** What an event says about the time: something falls due, or no longer does. */
export interface DueSink {
  set(key: string, dueAt: number, command: Command): void;
  delete(key: string): void;
}

/** The command that a due time stands for. */
export const commandOf = (kind: DueRow['kind'], key: string): Command => {
  switch (kind) {
    case 'timer':
      return { kind: 'triggerTimer', timerKey: key as SubscriptionKey };
    case 'startTimer':
      return { kind: 'triggerStartTimer', timerKey: key as TimerKey };
    case 'jobDeadline':
      return { kind: 'timeOutJob', jobKey: key as JobKey };
    case 'jobRetry':
      return { kind: 'recoverJob', jobKey: key as JobKey };
  }
};

export const expiryOf = (
  { tenantId, name, correlationKey }: { tenantId: string; name: string; correlationKey: string },
  messageKey: MessageKey,
): Command => ({ kind: 'expireMessage', tenantId, name, correlationKey, messageKey });

/** After these the job or subscription waits for nothing. */
const ENDS: ReadonlySet<TreeEvent['kind']> = new Set<TreeEvent['kind']>([
  'jobCompleted',
  'jobCanceled',
  'jobErrorThrown',
  'jobTimedOut',
  'jobYielded',
  'jobRecovered',
  'jobParked',
  'subscriptionClosed',
]);

const followTree = (event: TreeEvent, sink: DueSink) => {
  switch (event.kind) {
    case 'jobActivated':
    case 'jobTimeoutUpdated':
      return sink.set(event.key, event.deadline, commandOf('jobDeadline', event.key));
    case 'jobFailed':
      if (event.retries > 0 && event.retryAt > 0)
        return sink.set(event.key, event.retryAt, commandOf('jobRetry', event.key));
      return sink.delete(event.key);
    case 'subscriptionOpened': {
      const { subscription } = event;
      if (subscription.kind === 'timer')
        sink.set(subscription.key, subscription.dueAt, commandOf('timer', subscription.key));
      return;
    }
    default:
      if (ENDS.has(event.kind) && 'key' in event) sink.delete(event.key);
  }
};

const followBucket = ({ ref, events }: Extract<Change, { aggregate: 'bucket' }>, sink: DueSink) => {
  for (const event of events) {
    if (event.kind === 'messagePublished')
      sink.set(event.message.key, event.message.deadline, expiryOf(ref, event.message.key));
    if (event.kind === 'messageExpired') sink.delete(event.key);
  }
};

const followDefinitions = (
  { events }: Extract<Change, { aggregate: 'definitions' }>,
  sink: DueSink,
  { startTimers }: DefinitionCatalog,
) => {
  for (const event of events) {
    const key = event.kind === 'startTimerOpened' ? event.timer.key : null;
    const touched = event.kind === 'startTimerTriggered' || event.kind === 'startTimerClosed' ? event.key : key;
    if (touched === null) continue;
    // The catalog is already as it is after the batch.
    const timer = startTimers.get(touched);
    if (timer === undefined) sink.delete(touched);
    else sink.set(touched, timer.dueAt, commandOf('startTimer', touched));
  }
};

/** Tells the sink what the changes of a committed batch mean for the clock. */
export const followChanges = (changes: readonly Change[], sink: DueSink, catalog: DefinitionCatalog): void => {
  for (const change of changes) {
    if (change.aggregate === 'tree') for (const event of change.events) followTree(event, sink);
    else if (change.aggregate === 'bucket') followBucket(change, sink);
    else followDefinitions(change, sink, catalog);
  }
};
