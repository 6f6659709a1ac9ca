import type { Database } from '@irisflow/database';
import type { Clock } from '../clock.ts';
import type { DueCommand } from '../effects/due-command.ts';
import type { Effect } from '../effects/effect.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { createDueWheel, type DueWheel } from './due-wheel.ts';
import { readDue } from './read-due.ts';

/** What falls due later than this is left in the store: a year of timers costs no memory. Milliseconds. */
const WINDOW = 10 * 60_000;
/** Due commands of one turn; thousands of timers at one instant must not keep requests waiting. */
const CHUNK = 256;
/** Longest sleep in milliseconds, so that a clock that was set forward is noticed. */
const LONGEST_SLEEP = 500;
/** Pause before a command is tried again that met no store, in milliseconds. */
const RETRY = 1_000;

export interface Scheduler {
  /** Follows a committed batch. */
  follow(effects: readonly Effect[]): void;
  /** Reads the store anew: at start, and when it is unknown what was committed. */
  rebuild(): Promise<void>;
  /** What is in memory: all that falls due before the horizon, in epoch milliseconds. */
  agenda(): { readonly horizon: number; readonly due: ReadonlyMap<string, number> };
  stop(): void;
}

export interface SchedulerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly pipeline: () => Pipeline;
  readonly onFailure: (message: string, cause: unknown) => void;
}

/** The part of the future that is in memory. */
const createAgenda = ({ database, clock, pipeline }: SchedulerOptions, wheel: DueWheel) => {
  let horizon = 0;
  const set = ({ key, dueAt, command }: DueCommand) => {
    // Beyond the horizon it is found in the store when its time comes near.
    if (dueAt >= horizon) wheel.delete(key);
    else wheel.set({ key, dueAt, run: () => void fire({ key, dueAt, command }) });
  };
  /** While the store is away the command is tried again; anything else has had its effect or never will. */
  const fire = async (due: DueCommand) => {
    const outcome = await pipeline().submit(due.command);
    if (outcome.kind === 'failure' && outcome.code !== 'INTERNAL') set({ ...due, dueAt: clock.now() + RETRY });
  };
  /** Reads what falls due from `from` to the new horizon. */
  const extendFrom = async (from: number) => {
    const to = clock.now() + WINDOW;
    horizon = to;
    for (const due of await readDue(database, { from, to })) set(due);
  };
  return {
    follow: ({ closes, undue, due }: Effect) => {
      if (closes !== undefined) wheel.delete(closes);
      if (undue !== undefined) wheel.delete(undue);
      if (due !== undefined) set(due);
    },
    horizon: () => horizon,
    rebuild: () => extendFrom(0),
    /** Keeps at least half a window ahead. */
    keepAhead: async () => {
      if (horizon - clock.now() < WINDOW / 2) await extendFrom(horizon);
    },
  };
};

/** Tells the core what time it is: fires timers, ends job leases and back-offs, expires messages. */
export const createScheduler = (options: SchedulerOptions): Scheduler => {
  const { clock, onFailure } = options;
  const wheel = createDueWheel();
  const agenda = createAgenda(options, wheel);
  let sleep: NodeJS.Timeout | null = null;
  let isStopped = false;
  let current: Promise<void> | null = null;

  const takeTurn = async () => {
    try {
      await agenda.keepAhead();
      for (const due of wheel.takeDue(clock.now(), CHUNK)) due.run();
    } catch (thrown) {
      onFailure('Expected to read what falls due, but the store does not answer', thrown);
    }
    current = null;
    rest();
  };

  /** One at a time: what fell due later must not overtake what is still being read from the store. */
  const turn = () => {
    current ??= takeTurn();
  };

  const rest = () => {
    if (isStopped) return;
    if (sleep !== null) clearTimeout(sleep);
    const next = wheel.next();
    const pause = next === null ? LONGEST_SLEEP : Math.min(Math.max(next - clock.now(), 1), LONGEST_SLEEP);
    sleep = setTimeout(turn, pause);
  };

  const unfollow = clock.onSet?.(() => {
    if (sleep !== null) clearTimeout(sleep);
    turn();
  });

  return {
    follow: (effects) => {
      const before = wheel.next();
      for (const effect of effects) agenda.follow(effect);
      const after = wheel.next();
      // Something falls due before the end of the sleep.
      if (sleep !== null && after !== null && (before === null || after < before)) rest();
    },
    rebuild: async () => {
      wheel.clear();
      await agenda.rebuild();
      rest();
    },
    agenda: () => ({
      horizon: agenda.horizon(),
      due: new Map(Array.from(wheel.entries(), ({ key, dueAt }) => [key, dueAt])),
    }),
    stop: () => {
      isStopped = true;
      unfollow?.();
      if (sleep !== null) clearTimeout(sleep);
    },
  };
};
