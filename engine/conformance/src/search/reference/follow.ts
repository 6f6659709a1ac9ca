import type { Path } from '../model/block.ts';
import type { Frame, Next } from './frame.ts';
import { countCompleted, type Game, move } from './game.ts';
import { reachesAlong } from './reach.ts';

/** The token goes through the path and then on to `next`. */
export const follow = (game: Game, scope: Frame, path: Path, next: Next): Next => {
  const [first, ...rest] = path;
  if (first === undefined) return next;
  return {
    go: () => move(game, scope, () => game.play(game, scope, first, follow(game, scope, rest, next))),
    reaches: reachesAlong(path, next),
  };
};

/** The path ends in an end event. */
export const endAt = (game: Game, scope: Frame, id: string): Next => ({
  go: () => move(game, scope, () => countCompleted(game, id)),
  reaches: () => false,
});

/** An exclusive gateway where paths come together. */
export const mergeAt = (game: Game, scope: Frame, id: string, next: Next): Next => ({
  go: () =>
    move(game, scope, () => {
      countCompleted(game, id);
      next.go();
    }),
  reaches: next.reaches,
});
