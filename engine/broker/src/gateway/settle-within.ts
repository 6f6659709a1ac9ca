import type { CommandKind, CommandOf } from '@irisflow/core';
import { type SettledCommand, failure } from '../pipeline/work.ts';
import type { GatewayEngine } from './engine.ts';

/** Added to the time of today it is still a number that the store can hold. */
const LONGEST_SPAN = 2 ** 48;

/** An int64 of milliseconds from now: clients write the largest of all for "forever". */
export const spanOf = (text: string): number => Math.min(Math.max(Number(text), -LONGEST_SPAN), LONGEST_SPAN);

/** An int64 of milliseconds to wait here. */
export const waitOf = (text: string): number => Math.min(Number(text), LONGEST_WAIT);

/** How long a caller that named no time waits, in milliseconds. */
const DEFAULT_WAIT = 15_000;

/** Longest delay that a timer of Node can wait, in milliseconds. */
export const LONGEST_WAIT = 2 ** 31 - 1;

export interface LateCommand<Kind extends CommandKind> {
  /** The command, given the id under which a late answer finds its caller. */
  readonly command: (requestId: string) => CommandOf<Kind>;
  /** Milliseconds; 0 and less stand for the usual time. */
  readonly wait?: number;
  /** What is still going on when the time is over. */
  readonly pending: string;
  /** Calls back when nobody waits any more; gives how to stop listening. */
  readonly onGone: (giveUp: () => void) => () => void;
}

/** Submits a command whose answer may take time: others have their say first. Nobody waits longer than the caller does. */
export const settleWithin = async <Kind extends CommandKind>(
  engine: GatewayEngine,
  { command, wait = 0, pending, onGone }: LateCommand<Kind>,
): Promise<SettledCommand<Kind>> => {
  const requestId = engine.nextRequestId();
  let giveUp = () => undefined as void;
  const gaveUp = new Promise<null>((resolve) => {
    giveUp = () => resolve(null);
  });
  const timer = setTimeout(giveUp, wait > 0 ? Math.min(wait, LONGEST_WAIT) : DEFAULT_WAIT);
  const stopListening = onGone(giveUp);
  try {
    const settled = await Promise.race([engine.submit<Kind>(command(requestId)), gaveUp]);
    if (settled !== null) return settled;
    engine.forget(requestId);
    return failure('CANCELED', `Expected an answer in time, but ${pending}`);
  } finally {
    clearTimeout(timer);
    stopListening();
  }
};
