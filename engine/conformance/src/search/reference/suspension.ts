import { type Game, run } from './game.ts';
import { isOpen, openWaits, rest } from './moves.ts';

/** From now on nothing moves in the instance. */
export const suspend = (game: Game): void => {
  game.isSuspended = true;
};

/** The timers that are overdue fire once each, in the order of their times; then what is kept finds its receivers. */
export const resume = (game: Game): void => {
  game.isSuspended = false;
  const overdue = openWaits(game).flatMap((waiting) =>
    waiting.kind === 'timer' && waiting.due !== null && waiting.due <= game.now ? [{ waiting, due: waiting.due }] : [],
  );
  for (const { waiting } of overdue.sort((one, other) => one.due - other.due)) {
    if (!isOpen(waiting)) continue;
    waiting.fire({});
    run(game);
  }
  rest(game);
};
