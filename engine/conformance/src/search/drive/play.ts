import { isDeepStrictEqual } from 'node:util';
import type { World } from '../../kit/world.ts';
import type { Pick } from '../model/arbitrary.ts';
import type { Content } from '../model/block.ts';
import { drawModel, processId } from '../model/draw.ts';
import { hearersOf } from '../model/walk.ts';
import { outline } from '../model/outline.ts';
import type { Variables, Wait, WaitKind } from '../reference/frame.ts';
import { openWaits } from '../reference/moves.ts';
import { startGame } from '../reference/start-game.ts';
import { type Census, countAction, createCensus, countProcess } from './census.ts';
import { cancelMove, restMove } from './instance-moves.ts';
import { type Move, refused } from './move.ts';
import { moveFor, pickMove } from './pick-move.ts';
import { agree, Disagreement, type Session } from './session.ts';

/** What is played: a process, what it starts with, and what is done to it. */
export interface Play {
  readonly process: Content;
  readonly start: Variables;
  readonly picks: readonly Pick[];
}

/** Moves after which an instance that still runs is canceled. */
const PATIENCE = 30;

/** What is done first to come to an end. */
const urgency: readonly WaitKind[] = ['incident', 'job', 'task', 'timer', 'message', 'signal', 'condition'];

const take = async (session: Session, move: Move, how: number): Promise<void> => {
  session.story.push(move.title);
  countAction(session.census, move.action);
  await move.inEngine();
  move.inReference();
  await agree(session);
  if (move.again === undefined || how % 4 !== 0) return;
  session.story.push('  the same again');
  countAction(session.census, `${move.action}, and again`);
  await refused(session, move.again);
  await agree(session);
};

/** An error that nobody catches stays one, however often it is tried again. */
const isHopeless = ({ job, detail }: Wait): boolean => job === null && detail === 'UNHANDLED_ERROR_EVENT';

/** A plain way to complete, repair or trigger. */
const plainWay = (waiting: Wait): number => (waiting.kind === 'incident' ? 1 : 15);

const mostUrgent = (session: Session): Wait | undefined => {
  const rank = ({ kind }: Wait): number => urgency.indexOf(kind);
  return openWaits(session.game)
    .filter((waiting) => !isHopeless(waiting))
    .sort((one, other) => rank(one) - rank(other))
    .find((waiting) => moveFor(session, waiting, plainWay(waiting)) !== null);
};

const drain = async (session: Session): Promise<void> => {
  if (session.game.isSuspended) await take(session, restMove(session), 0);
  for (let moves = 0; session.game.outcome === 'ACTIVE'; moves += 1) {
    const waiting = moves < PATIENCE ? mostUrgent(session) : undefined;
    const move = waiting === undefined ? null : moveFor(session, waiting, plainWay(waiting));
    await take(session, move ?? cancelMove(session), moves);
  }
};

const compareEnd = async ({ world, game, rootKey }: Session): Promise<void> => {
  const found = await world.variables(rootKey);
  const expected = Object.fromEntries(game.root.variables);
  if (isDeepStrictEqual(found, expected)) return;
  throw new Disagreement(`  expected variables ${JSON.stringify(expected)}, but found ${JSON.stringify(found)}`);
};

const begin = async (world: World, { process, start }: Play, census: Census): Promise<Session> => {
  const stamp = world.name('search');
  await world.deploy(drawModel(process, stamp));
  const rootKey = await world.create(processId(process, stamp), start);
  const seen = { open: [], lines: [] };
  const receivers = hearersOf(process, 'message');
  return { world, stamp, rootKey, receivers, game: startGame(process, start), story: [], census, seen };
};

const tell = ({ process, start }: Play, story: readonly string[], problem: unknown): string =>
  [
    'the process',
    outline(process),
    `started with ${JSON.stringify(start)}`,
    ...story.map((line) => `- ${line}`),
    'and then',
    problem instanceof Error ? (problem instanceof Disagreement ? problem.message : problem.stack) : String(problem),
  ].join('\n');

/** Plays on the engine and the reference side by side; fails with the whole story where they differ. */
export const play = async (world: World, played: Play, census = createCensus()): Promise<void> => {
  let story: readonly string[] = [];
  try {
    const session = await begin(world, played, census);
    ({ story } = session);
    await agree(session);
    for (const pick of played.picks) {
      if (session.game.outcome !== 'ACTIVE') break;
      const move = pickMove(session, pick);
      if (move !== null) await take(session, move, pick.how);
    }
    await drain(session);
    await compareEnd(session);
    countProcess(census, played.process, session.game);
  } catch (problem) {
    const told = [tell(played, story, problem), ...world.rest.engine.failures];
    throw new Error(told.join('\n'), { cause: problem });
  }
};
