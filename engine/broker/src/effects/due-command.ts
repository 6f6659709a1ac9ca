import type { BucketRef, BufferedMessage, Command } from '@irisflow/core';
import type { JobKey, SubscriptionKey, TimerKey } from '@irisflow/protocol';
import type { DueRow } from '../storage/load/load-due.ts';

/** A command that is given when its time has come. */
export interface DueCommand {
  /** Of the timer, job or message that it is about; it has one due time at most. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly command: Command;
}

const commands: { readonly [Kind in DueRow['kind']]: (key: string) => Command } = {
  timer: (key) => ({ kind: 'triggerTimer', timerKey: key as SubscriptionKey }),
  startTimer: (key) => ({ kind: 'triggerStartTimer', timerKey: key as TimerKey }),
  jobDeadline: (key) => ({ kind: 'timeOutJob', jobKey: key as JobKey }),
  jobRetry: (key) => ({ kind: 'recoverJob', jobKey: key as JobKey }),
};

export const dueCommand = (kind: DueRow['kind'], key: string, dueAt: number): DueCommand => ({
  key,
  dueAt,
  command: commands[kind](key),
});

export const expiryOf = (
  { tenantId, name, correlationKey }: Pick<BucketRef, 'tenantId' | 'name' | 'correlationKey'>,
  { key, deadline }: Pick<BufferedMessage, 'key' | 'deadline'>,
): DueCommand => ({
  key,
  dueAt: deadline,
  command: { kind: 'expireMessage', tenantId, name, correlationKey, messageKey: key },
});
