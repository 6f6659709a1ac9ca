import { type Change, type Command, decodeBucket, type TreeEvent } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { JobKey, MessageKey, SubscriptionKey, TimerKey } from '@irisflow/protocol';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { type DueRow, loadDue, loadExpiringBuckets } from '../storage/load/load-due.ts';
import { createDueWheel } from './due-wheel.ts';

/** What falls due later than this is left in the store: a year of timers costs no memory. Milliseconds. */
const WINDOW = 10 * 60_000;
/** Due commands of one turn; thousands of timers at one instant must not keep requests waiting. */
const CHUNK = 256;
/** Longest sleep in milliseconds, so that a clock that was set forward is noticed. */
const LONGEST_SLEEP = 500;

export interface Scheduler {
  /** Follows the events of a committed batch. */
  follow(changes: readonly Change[]): void;
  /** Reads the store anew: at start, and when it is unknown what was committed. */
  rebuild(): Promise<void>;
  stop(): void;
}

export interface SchedulerOptions {
  readonly database: Database;
  readonly now: () => number;
  readonly pipeline: () => Pipeline;
  readonly onFailure: (message: string, cause: unknown) => void;
}

const commandOf = (kind: DueRow['kind'], key: string): Command => {
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

/** Tells the core what time it is: fires timers, ends job leases and back-offs, expires messages. */
export const createScheduler = ({ database, now, pipeline, onFailure }: SchedulerOptions): Scheduler => {
  const wheel = createDueWheel();
  let horizon = 0;
  let sleep: NodeJS.Timeout | null = null;
  let isStopped = false;

  const schedule = (key: string, dueAt: number, command: Command) => {
    // Beyond the horizon it is found in the store when its time comes near.
    if (dueAt >= horizon) return wheel.delete(key);
    wheel.set({ key, dueAt, run: () => void fire(key, command) });
  };

  /** While the store is away the command is tried again; anything else has had its effect or never will. */
  const fire = async (key: string, command: Command) => {
    const outcome = await pipeline().submit(command);
    if (outcome.kind === 'failure' && outcome.code !== 'INTERNAL') schedule(key, now() + 1_000, command);
  };

  const messageExpiry = (
    ref: { tenantId: string; name: string; correlationKey: string },
    messageKey: MessageKey,
  ): Command => ({
    kind: 'expireMessage',
    tenantId: ref.tenantId,
    name: ref.name,
    correlationKey: ref.correlationKey,
    messageKey,
  });

  const followTree = (event: TreeEvent) => {
    switch (event.kind) {
      case 'jobActivated':
      case 'jobTimeoutUpdated':
        return schedule(event.key, event.deadline, commandOf('jobDeadline', event.key));
      case 'jobFailed':
        if (event.retries > 0 && event.retryAt > 0)
          return schedule(event.key, event.retryAt, commandOf('jobRetry', event.key));
        return wheel.delete(event.key);
      case 'subscriptionOpened':
        if (event.subscription.kind !== 'timer') return;
        return schedule(event.subscription.key, event.subscription.dueAt, commandOf('timer', event.subscription.key));
      case 'jobCompleted':
      case 'jobCanceled':
      case 'jobErrorThrown':
      case 'jobTimedOut':
      case 'jobYielded':
      case 'jobRecovered':
      case 'jobParked':
      case 'subscriptionClosed':
        return wheel.delete(event.key);
    }
  };

  const followStartTimer = (key: TimerKey) => {
    const timer = pipeline().state.definitions.startTimers.get(key);
    if (timer === undefined) wheel.delete(key);
    else schedule(key, timer.dueAt, commandOf('startTimer', key));
  };

  const followChange = (change: Change) => {
    if (change.aggregate === 'tree') for (const event of change.events) followTree(event);
    else if (change.aggregate === 'bucket') {
      for (const event of change.events) {
        if (event.kind === 'messagePublished')
          schedule(event.message.key, event.message.deadline, messageExpiry(change.ref, event.message.key));
        if (event.kind === 'messageExpired') wheel.delete(event.key);
      }
    } else {
      for (const event of change.events) {
        if (event.kind === 'startTimerOpened') followStartTimer(event.timer.key);
        if (event.kind === 'startTimerTriggered' || event.kind === 'startTimerClosed') followStartTimer(event.key);
      }
    }
  };

  /** Reads what falls due between the old and the new horizon. */
  const extend = async (from: number) => {
    const to = now() + WINDOW;
    horizon = to;
    for (const { kind, key, due_at } of await loadDue(database, { from, to }))
      schedule(key, Number(due_at), commandOf(kind, key));
    for (const text of await loadExpiringBuckets(database, { from, to })) {
      const bucket = decodeBucket(text);
      for (const message of bucket.messages.values())
        schedule(message.key, message.deadline, messageExpiry(bucket.ref, message.key));
    }
  };

  const turn = async () => {
    try {
      if (horizon - now() < WINDOW / 2) await extend(horizon);
      for (const due of wheel.takeDue(now(), CHUNK)) due.run();
    } catch (thrown) {
      onFailure('Expected to read what falls due, but the store does not answer', thrown);
    }
    if (!isStopped) rest();
  };

  const rest = () => {
    const next = wheel.next();
    const pause = next === null ? LONGEST_SLEEP : Math.min(Math.max(next - now(), 1), LONGEST_SLEEP);
    sleep = setTimeout(() => void turn(), pause);
  };

  /** Something falls due before the end of the sleep. */
  const wake = () => {
    if (sleep === null || isStopped) return;
    clearTimeout(sleep);
    rest();
  };

  return {
    follow: (changes) => {
      const before = wheel.next();
      for (const change of changes) followChange(change);
      const after = wheel.next();
      if (after !== null && (before === null || after < before)) wake();
    },
    rebuild: async () => {
      wheel.clear();
      await extend(0);
      if (sleep === null && !isStopped) rest();
    },
    stop: () => {
      isStopped = true;
      if (sleep !== null) clearTimeout(sleep);
    },
  };
};
