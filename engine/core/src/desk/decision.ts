import type { Key } from '@irisflow/protocol';
import type { Command } from '../command/command.ts';
import type { Outcome, Settlement } from '../command/reply.ts';
import type { Change } from '../event/engine-event.ts';

/** What the outside world lends to one decision. */
export interface DecideContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The next key; the same sequence serves every noun. */
  nextKey<Noun extends string>(): Key<Noun>;
  /**
   * Numbers from 0 up to 1 for `random number()` and `uuid()`; absent, these two raise an incident.
   * What they give is written into events, so that a replay gives the same.
   */
  readonly random?: () => number;
  /** Tenants that the caller may see: what belongs to others looks as if it was not there. Absent or null: all of them. */
  readonly tenantIds?: ReadonlySet<string> | null;
  /** Types of jobs that the caller may do: those of others look as if they were not there. Absent or null: all of them. */
  readonly jobTypes?: ReadonlySet<string> | null;
  /** Whether a business id may be used by one active root instance of a process only. Default: `any`. */
  readonly businessIds?: 'any' | 'unique';
  /** Steps that one command may take inside a tree before the rest waits for a `continueInstance`. Default 250, more in a large tree. */
  readonly maxSteps?: number;
  /** Budgets of steps that a tree may use up in a row; then what would begin raises an incident. Default 1,200. */
  readonly maxRounds?: number;
  /** Element instances that may be alive at once in a tree; then what would begin raises an incident. Default 12,000. */
  readonly maxElements?: number;
}

/** Everything that follows from one command. Its events are already applied to the loaded state. */
export interface Decision {
  readonly changes: readonly Change[];
  /** To be decided in this order, after what is loaded for them, before the next request. `continueInstance` may wait. */
  readonly followUps: readonly Command[];
  readonly outcome: Outcome;
  /** Earlier requests that can be answered now. */
  readonly settled: readonly Settlement[];
}
