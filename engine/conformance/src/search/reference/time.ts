import type { Wait } from './frame.ts';
import type { Game } from './game.ts';
import { fire, isOpen, openWaits } from './moves.ts';

/** When the next thing happens by itself, in seconds; null when nothing will. What is overdue waits for a resumption. */
export const nextDue = (game: Game): number | null => {
  const dues = openWaits(game).flatMap(({ due }) => (due !== null && due > game.now ? [due] : []));
  return dues.length === 0 ? null : Math.min(...dues);
};

/** Lets the time come; what is due happens in the order of the time. */
export const passTime = (game: Game, until: number): void => {
  for (;;) {
    const due = nextDue(game);
    if (due === null || due > until) break;
    game.now = due;
    for (const waiting of openWaits(game)) if (waiting.due === due && isOpen(waiting)) come(game, waiting);
  }
  game.now = until;
};

/** Leases and back-offs end in a suspended instance too; its timers wait. */
const come = (game: Game, waiting: Wait): void => {
  if (waiting.kind !== 'timer') {
    waiting.detail = 'activatable';
    waiting.due = null;
  } else if (!game.isSuspended) fire(game, waiting);
};
