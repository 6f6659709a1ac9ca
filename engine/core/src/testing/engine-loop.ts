import { keyAt } from '@irisflow/protocol';
import { applyChange } from '../apply/apply-change.ts';
import type { Command, Request } from '../command/command.ts';
import type { Outcome, Settlement } from '../command/reply.ts';
import { decide } from '../decide.ts';
import type { Change } from '../event/engine-event.ts';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { createMemoryState, type MemoryState } from './memory-state.ts';
import { writeStory } from './write-story.ts';

export interface TestEngineOptions {
  /** Epoch milliseconds at the beginning. Default: 2030-01-01T00:00:00Z. */
  readonly now?: number;
  /** Steps per command; see `DecideContext`. */
  readonly maxSteps?: number;
  /** How often in a row they may be used up; see `DecideContext`. */
  readonly maxRounds?: number;
  /** Element instances alive at once; see `DecideContext`. */
  readonly maxElements?: number;
  /** Numbers from 0 up to 1. Default: the same sequence in every run. */
  readonly random?: () => number;
  /** Whether business ids are unique; see `DecideContext`. */
  readonly businessIds?: 'any' | 'unique';
  /** What the sender of requests may see; see `DecideContext`. */
  readonly tenantIds?: ReadonlySet<string>;
}

/** Decides commands with all that follows from them, and checks the invariants after each. */
export interface EngineLoop {
  readonly state: MemoryState;
  readonly changes: readonly Change[];
  readonly settled: readonly Settlement[];
  now: number;
  run(command: Request): Outcome;
}

const beginning = Date.UTC(2030, 0, 1);

export const createEngineLoop = (options: TestEngineOptions = {}): EngineLoop => {
  const state = createMemoryState();
  const changes: Change[] = [];
  const settled: Settlement[] = [];
  let sequence = 0;
  const random = createSequence();
  const nextKey = <Noun extends string>() => keyAt<Noun>((sequence += 1));
  const { now: _now, tenantIds = null, ...rules } = options;

  const loop: EngineLoop = {
    state,
    changes,
    settled,
    now: options.now ?? beginning,
    run(command) {
      const first = decideOne(command, tenantIds);
      const queue = [...first.followUps];
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { outcome, followUps } = decideOne(next, null);
        queue.push(...followUps);
        if (outcome.kind === 'rejection')
          throw failure(`'${next.kind}' was refused: ${outcome.rejection.reason}`, changes);
      }
      check(state, changes);
      return first.outcome;
    },
  };

  const decideOne = (command: Command, visible: ReadonlySet<string> | null) => {
    const decision = decide(command, state, { now: loop.now, nextKey, random, ...rules, tenantIds: visible });
    changes.push(...decision.changes);
    settled.push(...decision.settled);
    return decision;
  };

  return loop;
};

/** Numbers that look random and are the same in every run, so that the same steps lead to the same place. */
const createSequence = (): (() => number) => {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const check = (state: MemoryState, changes: readonly Change[]): void => {
  for (const tree of state.trees.values()) {
    const violations = checkInvariants(tree).map(({ invariant, message }) => `${invariant}: ${message}`);
    if (violations.length > 0) throw failure(violations.join('; '), changes);
  }
};

/** Tells what happened, so that a failing test explains itself. */
export const failure = (message: string, changes: readonly Change[]): Error =>
  new Error(`${message}\n\nWhat happened:\n${writeStory(changes)}`);

/** A state rebuilt from the events alone. */
export const replayChanges = (changes: readonly Change[]): MemoryState => {
  const state = createMemoryState();
  for (const change of changes) applyChange(state, change);
  return state;
};
