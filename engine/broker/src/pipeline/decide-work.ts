import { type Command, type DecideContext, decide, type Decision } from '@irisflow/core';
import type { Key } from '@irisflow/protocol';
import { randomFraction } from '../random-fraction.ts';
import type { Batch } from './batch.ts';
import type { Caller } from './caller.ts';
import type { JobMarket } from './job-market.ts';
import type { Loader } from './load-for.ts';
import type { LoadedState } from './loaded-state.ts';
import { noteChange } from './note-change.ts';
import type { Work } from './work.ts';

/** What batches are decided with. */
export interface BatchTools {
  readonly state: LoadedState;
  readonly loader: Loader;
  readonly market: JobMarket;
  readonly nextKey: <Noun extends string>() => Key<Noun>;
  readonly businessIds: 'any' | 'unique';
}

/**
 * How many follow-ups may lead to one another within a batch. Signals can wake each other for ever: what is deeper takes no step,
 * and its instances go on in a later batch, so that others get their turn.
 */
const MAX_DEPTH = 100;

/** Batches that such a chain may fill; then the instance that would go on with it shows an incident. */
const MAX_LAPS = 100;

/** A command with everything that it needs to be decided. */
interface Turn {
  readonly command: Command;
  readonly caller: Caller;
  /** How many follow-ups led here. */
  readonly depth: number;
  /** As of {@link Work}. */
  readonly laps: number;
}

/** A tree that only ran out of budget lets others go first; one that waits for a definition goes on at once. */
const mayWait = (command: Command) =>
  command.kind === 'continueInstance' && command.definitionKeys.length === 0 && command.requirementsKeys.length === 0;

/** Fewer steps for what follows too deep, none for what fills too many batches. */
const limitsOf = ({ depth, laps }: Turn): Partial<DecideContext> => ({
  ...(depth > MAX_DEPTH ? { maxSteps: 0 } : {}),
  ...(laps < MAX_LAPS ? {} : { maxRounds: 0 }),
});

/** Decides pieces of work one after the other, each with everything that follows from it. */
export const createDecider = (batch: Batch, { state, loader, nextKey, businessIds }: BatchTools) => {
  const context: DecideContext = { now: batch.now, nextKey, random: randomFraction, businessIds };
  const contextOf = (turn: Turn): DecideContext => {
    const { tenantIds, jobTypes = null } = turn.caller;
    const isPlain = tenantIds === null && jobTypes === null && turn.depth <= MAX_DEPTH && turn.laps < MAX_LAPS;
    return isPlain ? context : { ...context, tenantIds, jobTypes, ...limitsOf(turn) };
  };

  const load = async (commands: readonly Command[]): Promise<void> => {
    const loading = loader.load(commands);
    if (loading !== undefined) await loading;
  };

  const decideOne = async (turn: Turn): Promise<Decision> => {
    const { operationReference } = turn.caller;
    await load([turn.command]);
    const decision = decide(turn.command, state, contextOf(turn));
    for (const change of decision.changes) {
      noteChange(batch, operationReference === null ? change : { ...change, operationReference }, state);
    }
    batch.settlements.push(...decision.settled);
    return decision;
  };

  /** What follows from a turn in this batch; it may reach further than the caller sees, but carries the name that the caller gave it. */
  const followUpsOf = ({ followUps }: Decision, turn: Turn): Turn[] => {
    const depth = turn.depth + 1;
    const caller: Caller = { ...turn.caller, tenantIds: null, jobTypes: null };
    const { laps } = turn;
    const next: Turn[] = [];
    for (const command of followUps) {
      if (mayWait(command)) batch.continuations.push({ command, laps: depth > MAX_DEPTH ? laps + 1 : laps });
      else next.push({ command, caller, depth, laps });
    }
    return next;
  };

  /** Decides follow-ups of one depth. What they lead to comes after all of them, so that what they need is loaded together. */
  const decideFrontier = async (turns: readonly Turn[]): Promise<Turn[]> => {
    if (turns.length > 1) await load(turns.map(({ command }) => command));
    const next: Turn[] = [];
    for (const turn of turns) next.push(...followUpsOf(await decideOne(turn), turn));
    return next;
  };

  return async (work: Work): Promise<void> => {
    if (work.isWanted?.() === false) return void batch.unwanted.push(work);
    const { command, caller, laps = 0 } = work;
    const turn: Turn = { command, caller, depth: 0, laps };
    const decision = await decideOne(turn);
    batch.outcomes.push({ work, outcome: decision.outcome });
    work.onDecided?.(decision.outcome);
    if (decision.outcome.kind !== 'rejection') batch.contents.push(...work.contents);
    let frontier = followUpsOf(decision, turn);
    while (frontier.length > 0) frontier = await decideFrontier(frontier);
  };
};
