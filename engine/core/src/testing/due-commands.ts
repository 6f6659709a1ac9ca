import type { Request } from '../command/command.ts';
import type { MemoryState } from './memory-state.ts';

/** What a scheduler would ask for next. */
export interface DueCommand {
  readonly at: number;
  readonly command: Request;
}

/** Everything that time alone will cause, the earliest first. */
export const dueCommands = (state: MemoryState): readonly DueCommand[] => {
  const due: DueCommand[] = [];
  for (const { key, dueAt } of state.definitions.startTimers.values()) {
    due.push({ at: dueAt, command: { kind: 'triggerStartTimer', timerKey: key } });
  }
  for (const tree of state.trees.values()) {
    for (const subscription of tree.subscriptions.values()) {
      // The timers of a suspended tree wait for its resumption.
      if (subscription.kind !== 'timer' || tree.suspension !== null) continue;
      due.push({ at: subscription.dueAt, command: { kind: 'triggerTimer', timerKey: subscription.key } });
    }
    for (const { key, phase, deadline, retryAt } of tree.jobs.values()) {
      if (phase === 'activated') due.push({ at: deadline, command: { kind: 'timeOutJob', jobKey: key } });
      if (phase === 'backingOff') due.push({ at: retryAt, command: { kind: 'recoverJob', jobKey: key } });
    }
  }
  for (const { ref, messages } of state.buckets.values()) {
    const { tenantId, name, correlationKey } = ref;
    for (const { key, deadline } of messages.values()) {
      const command = { kind: 'expireMessage', tenantId, name, correlationKey, messageKey: key } as const;
      due.push({ at: deadline, command });
    }
  }
  return due.sort((a, b) => a.at - b.at);
};
