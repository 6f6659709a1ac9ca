import { isDeepStrictEqual } from 'node:util';
import { checkInstance } from '@irisflow/broker';
import type { World } from '../../kit/world.ts';
import type { Wait } from '../reference/frame.ts';
import type { Game } from '../reference/game.ts';
import { openWaits } from '../reference/moves.ts';
import type { Census } from './census.ts';
import { expectation, observe, type Observation, type Open } from './observe.ts';

/** One instance that runs in the engine and in the reference at once. */
export interface Session {
  readonly world: World;
  readonly game: Game;
  /** What sets the names of this model apart from all others in the engine. */
  readonly stamp: string;
  readonly rootKey: string;
  /** Elements that may wait for a message. */
  readonly receivers: readonly string[];
  /** What was done, in words. */
  readonly story: string[];
  readonly census: Census;
  seen: Observation;
}

/** The engine showed something else than the reference. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

/** How long the engine may take to come to rest, in milliseconds. */
const PATIENCE = 15_000;

const difference = (expected: readonly string[], found: readonly string[]): string => {
  const minus = (left: readonly string[], right: readonly string[]): readonly string[] => {
    const rest = [...right];
    return left.filter((line) => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
  };
  const missing = minus(expected, found).map((line) => `  expected, but not found: ${line}`);
  const extra = minus(found, expected).map((line) => `  found, but not expected: ${line}`);
  return [...missing, ...extra].join('\n');
};

/** What the engine stores about the instance must be what a replay of its diary gives. */
const expectReplay = async ({ world, rootKey }: Session): Promise<void> => {
  const findings = await checkInstance(world.rest.engine.database, rootKey);
  if (findings.length > 0) throw new Disagreement(findings.map((finding) => `  ${finding}`).join('\n'));
};

/** What the engine keeps in memory must be what a start from its store would give; what is due may be on its way. */
const expectMemory = async ({ world }: Session, until: number): Promise<void> => {
  for (;;) {
    const findings = await world.rest.engine.broker.checkMemory();
    if (findings.length === 0) return;
    if (performance.now() > until) throw new Disagreement(findings.map((finding) => `  ${finding}`).join('\n'));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** Waits until the engine shows what the reference expects; it must not take long. */
export const agree = async (session: Session): Promise<void> => {
  const expected = expectation(session.game);
  const until = performance.now() + PATIENCE;
  for (;;) {
    session.seen = await observe(session.world, session.rootKey);
    if (isDeepStrictEqual(session.seen.lines, expected)) {
      await expectReplay(session);
      return expectMemory(session, until);
    }
    if (performance.now() > until) throw new Disagreement(difference(expected, session.seen.lines));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** What stands for a wait in the engine: the one of the same rank among those of its kind and element. */
export const counterpart = ({ game, seen }: Session, waiting: Wait): Open => {
  const isAlike = ({ kind, element }: Pick<Wait, 'element'> & { readonly kind: string }): boolean =>
    kind === waiting.kind && element === waiting.element;
  const rank = openWaits(game).filter(isAlike).indexOf(waiting);
  const found = seen.open.filter(isAlike)[rank];
  if (found !== undefined) return found;
  throw new Disagreement(`  expected, but not found: ${waiting.kind} ${waiting.element}`);
};
