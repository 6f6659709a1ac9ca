import type { Block } from '../model/block.ts';
import type { Frame, Join, Next, Variables, Wait } from './frame.ts';
import { createFrame } from './frame.ts';

/** A message that waits for its receiver until it is too late. */
export interface Buffered {
  readonly element: string;
  readonly variables: Variables;
  readonly until: number;
}

/** The state of one process instance as the rules of BPMN tell it. Time is in seconds. */
export interface Game {
  now: number;
  waits: number;
  readonly queue: (() => void)[];
  /** Lets a token into a block of a scope. */
  readonly play: (game: Game, scope: Frame, block: Block, next: Next) => void;
  readonly completed: Map<string, number>;
  readonly terminated: Map<string, number>;
  /** Messages that nobody has taken yet, oldest first. */
  readonly buffer: Buffered[];
  /** Signals that were thrown inside, and how many waits there had been by then: who begins to wait later does not hear them. */
  readonly signals: { readonly element: string; readonly waits: number }[];
  root: Frame;
  outcome: 'ACTIVE' | 'COMPLETED' | 'TERMINATED';
  /** Whether it rests until somebody resumes it. */
  isSuspended: boolean;
}

export const createGame = (play: Game['play']): Game => ({
  now: 0,
  waits: 0,
  queue: [],
  buffer: [],
  signals: [],
  play,
  completed: new Map(),
  terminated: new Map(),
  root: createFrame('nothing', null),
  outcome: 'ACTIVE',
  isSuspended: false,
});

const increase = (counts: Map<string, number>, id: string): void => {
  counts.set(id, (counts.get(id) ?? 0) + 1);
};

/** Something happened at once, or the frame of it has been left. */
export const countCompleted = (game: Game, id: string): void => increase(game.completed, id);

export const enter = (scope: Frame, id: string, next: Next): Frame => {
  const frame = createFrame(id, scope, next);
  scope.children.add(frame);
  return frame;
};

type NewWait = Pick<Wait, 'kind' | 'element' | 'fire'> & Partial<Pick<Wait, 'detail' | 'due' | 'job'>>;

export const wait = (game: Game, owner: Frame, { detail = '', due = null, job = null, ...rest }: NewWait): Wait => {
  const opened: Wait = { ...rest, owner, detail, due, job, order: (game.waits += 1) };
  owner.waits.add(opened);
  return opened;
};

export const close = (ended: Wait): void => void ended.owner.waits.delete(ended);

/** Lets a token move inside a scope, unless the scope takes its tokens away before. */
export const move = (game: Game, scope: Frame, work: () => void): void => {
  const { epoch } = scope;
  scope.pending += 1;
  game.queue.push(() => {
    if (scope.life === 'ended' || scope.epoch !== epoch) return;
    scope.pending -= 1;
    work();
    scope.settle();
  });
};

export const isEmpty = (scope: Frame): boolean =>
  scope.life === 'active' && scope.children.size === 0 && scope.joins.size === 0 && scope.pending === 0;

/** The frame is left: what follows begins. */
export const leave = (game: Game, frame: Frame): void => {
  frame.life = 'ended';
  frame.waits.clear();
  frame.parent?.children.delete(frame);
  countCompleted(game, frame.id);
  frame.next.go();
  frame.parent?.settle();
};

const dropTokens = (scope: Frame): void => {
  scope.epoch += 1;
  scope.pending = 0;
  scope.joins.clear();
};

/** Takes a frame away with all that is inside. The scope around it does not notice by itself. */
export const kill = (game: Game, frame: Frame): void => {
  if (frame.life === 'ended') return;
  killInside(game, frame);
  frame.life = 'ended';
  frame.waits.clear();
  frame.parent?.children.delete(frame);
  if (!frame.isProcess) increase(game.terminated, frame.id);
  frame.killed();
};

/** Empties a scope; the scope itself goes on. */
export const killInside = (game: Game, scope: Frame, spared: Frame | null = null): void => {
  for (const child of scope.children) if (child !== spared) kill(game, child);
  dropTokens(scope);
};

/** Plays until nothing moves. */
export const run = (game: Game): void => {
  for (;;) {
    const work = game.queue.shift();
    if (work !== undefined) work();
    else if (!settleJoins(game)) return;
  }
};

export const framesOf = (frame: Frame): readonly Frame[] => [frame, ...[...frame.children].flatMap(framesOf)];

/** Whether an active element or a standing token of the scope can still come to a branch where the join waits. */
const canStillArrive = (scope: Frame, join: Join): boolean =>
  [...scope.children].some(({ next }) => next.reaches(join)) ||
  [...scope.joins.values()].some((other) => other !== join && other.next.reaches(join));

/**
 * Inclusive joins to which nothing comes any more take what they have; where nothing moves, one that waits for no other
 * does. Where each waits for another round of a loop the inner one goes first: what comes to it in this round is there.
 */
const settleJoins = (game: Game): boolean => {
  for (const scope of framesOf(game.root)) {
    const waiting = [...scope.joins.values()].filter(({ kind }) => kind === 'or');
    const ready =
      waiting.find((join) => !canStillArrive(scope, join)) ?? (scope.children.size > 0 ? undefined : firstOf(waiting));
    if (ready === undefined) continue;
    takeTokens(game, scope, ready);
    return true;
  }
  return false;
};

const firstOf = (waiting: readonly Join[]): Join | undefined =>
  waiting.find((join) => !isBehind(waiting, join)) ?? waiting.find(({ isAround }) => !waiting.some(isAround));

const isBehind = (waiting: readonly Join[], join: Join): boolean =>
  waiting.some((other) => other !== join && other.next.reaches(join));

const takeTokens = (game: Game, scope: Frame, join: Join): void => {
  for (const [branch, count] of join.tokens.entries()) join.tokens[branch] = Math.max(0, count - 1);
  if (join.tokens.every((count) => count === 0)) scope.joins.delete(join.id);
  move(game, scope, () => {
    countCompleted(game, join.id);
    join.next.go();
  });
};

/** A token arrives on a branch; a parallel join goes on when every branch has one. */
export const arrive = (game: Game, scope: Frame, join: Join, branch: number): void => {
  join.tokens[branch] = (join.tokens[branch] ?? 0) + 1;
  scope.joins.set(join.id, join);
  if (join.kind === 'and' && join.tokens.every((count) => count > 0)) takeTokens(game, scope, join);
};
