import { type Block, type Path, pathPasses, pauseOf } from '../model/block.ts';
import { follow, mergeAt } from './follow.ts';
import type { Frame, Join, Next, Value } from './frame.ts';
import { arrive, close, countCompleted, enter, type Game, leave, move, wait } from './game.ts';
import { pathHolds, reachesAlong } from './reach.ts';
import { lookUp, writeAllUpward, writeUpward } from './variables.ts';

export type Split = Extract<Block, { readonly branches: readonly Path[] }>;
export type Race = Extract<Block, { readonly kind: 'race' }>;

/** An element at which the token rests before it goes into the block. */
const restAt = (scope: Frame, block: Block, next: Next): Frame =>
  enter(scope, block.id, { go: () => undefined, reaches: reachesAlong([block], next) });

/** The first event wins. */
export const race = (game: Game, scope: Frame, block: Race, next: Next): void => {
  const after = mergeAt(game, scope, `${block.id}_join`, next);
  const gate = restAt(scope, block, next);
  for (const { id, on, path } of block.racers) {
    wait(game, gate, {
      kind: on,
      element: id,
      due: on === 'timer' ? game.now + pauseOf(id) : null,
      fire: (variables) => {
        move(game, scope, () => {
          countCompleted(game, id);
          writeAllUpward(scope, variables);
          follow(game, scope, path, after).go();
        });
        leave(game, gate);
      },
    });
  }
};

/** Where the branches go: each its own way into the gateway that joins them. */
const afterBranch = (game: Game, scope: Frame, { id, kind, branches }: Split, next: Next): ((at: number) => Next) => {
  const joinId = `${id}_join`;
  if (kind === 'xor') {
    const merge = mergeAt(game, scope, joinId, next);
    return () => merge;
  }
  const entries = branches.flatMap((branch, at) => (pathPasses(branch) ? [at] : []));
  return (at) => {
    const entry = entries.indexOf(at);
    const isAround = (other: Join): boolean => branches.some((branch) => pathHolds(branch, other));
    const fresh = (): Join => ({ id: joinId, kind, tokens: entries.map(() => 0), next, isAround });
    return {
      go: () => arrive(game, scope, scope.joins.get(joinId) ?? fresh(), entry),
      reaches: (join) => (join.id === joinId && join.tokens[entry] === 0) || next.reaches(join),
    };
  };
};

const chosenBranches = (split: Split, value: Value): readonly number[] => {
  const all = split.branches.map((_, at) => at);
  if (split.kind === 'and') return all;
  const last = split.branches.length - 1;
  const holding = (split.hasDefault ? all.slice(0, last) : all).filter(
    (at) => typeof value === 'number' && (split.kind === 'xor' ? value === at : value > at),
  );
  if (holding.length > 0) return holding;
  return split.hasDefault ? [last] : [];
};

interface Arrival {
  readonly scope: Frame;
  readonly block: Split;
  readonly next: Next;
}

/** All branches, the first whose condition holds, or all whose condition holds; without any an incident, until one does. */
export const split = (game: Game, scope: Frame, block: Split, next: Next): void =>
  choose(game, { scope, block, next }, scope);

const choose = (game: Game, arrival: Arrival, from: Frame): void => {
  const { block } = arrival;
  const value = block.kind === 'and' ? null : lookUp(from, block.reads);
  const chosen = chosenBranches(block, value);
  // Nothing is more than nothing: the condition is neither true nor false.
  const isUnclear = block.kind === 'or' && value === null;
  if (isUnclear || chosen.length === 0) {
    const again = (frame: Frame): void => choose(game, arrival, frame);
    stick(game, arrival, { from, type: isUnclear ? 'EXTRACT_VALUE_ERROR' : 'CONDITION_ERROR', again });
    return;
  }
  takeBranches(game, arrival, { chosen, from });
};

interface Choosing {
  readonly chosen: readonly number[];
  readonly from: Frame;
}

/** What was chosen stays chosen, however often the output mapping fails. */
const takeBranches = (game: Game, arrival: Arrival, { chosen, from }: Choosing): void => {
  const { scope, block, next } = arrival;
  const { maps = null } = block;
  if (maps !== null && lookUp(from, maps) !== 1) {
    const again = (frame: Frame): void => takeBranches(game, arrival, { chosen, from: frame });
    stick(game, arrival, { from, type: 'IO_MAPPING_ERROR', again });
    return;
  }
  if (maps !== null) writeUpward(scope, `m_${block.id}`, 1);
  if (from !== scope) abandon(from);
  countCompleted(game, block.id);
  const after = afterBranch(game, scope, block, next);
  for (const at of chosen) follow(game, scope, block.branches[at] ?? [], after(at)).go();
};

const abandon = (frame: Frame): void => {
  frame.life = 'ended';
  frame.parent?.children.delete(frame);
};

interface Trouble {
  readonly from: Frame;
  readonly type: string;
  /** What is tried once more from the frame in which it got stuck. */
  readonly again: (frame: Frame) => void;
}

const stick = (game: Game, arrival: Arrival, { from, type, again }: Trouble): void => {
  const { scope, block, next } = arrival;
  const frame = from === scope ? restAt(scope, block, next) : from;
  const incident = wait(game, frame, {
    kind: 'incident',
    element: block.id,
    detail: type,
    fire: () => {
      close(incident);
      again(frame);
    },
  });
};
