import type { Activity } from '../model/block.ts';
import type { Frame, Undoing } from './frame.ts';
import { type Game, kill, leave } from './game.ts';
import { writeLocally } from './variables.ts';
import { offerJob } from './work.ts';

/** A completed activity can be undone from now on, and so can what completed inside of it. */
export const recordUndoing = (frame: Frame, { id, undoable }: Pick<Activity, 'id' | 'undoable'>): void => {
  if (!undoable && frame.undoings.length === 0) return;
  frame.parent?.undoings.push({
    handler: undoable ? `${id}_undo` : null,
    locals: Object.fromEntries(frame.variables),
    inner: [...frame.undoings],
  });
};

const handlersOf = (undoings: readonly Undoing[]): readonly Undoing[] =>
  undoings.flatMap((undoing) => [undoing, ...handlersOf(undoing.inner)]).filter(({ handler }) => handler !== null);

/**
 * Starts the handlers of all that completed in the scope, and goes on after the last. An event sub-process looks around itself too.
 * Whoever takes the thrower away takes its handlers away, wherever they are.
 */
export const compensate = (game: Game, thrower: Frame): void => {
  const scope = thrower.parent;
  const around = scope?.isHandler === true ? scope.parent : null;
  const handlers: Frame[] = [];
  let open = 0;
  thrower.killed = () => handlers.forEach((handler) => kill(game, handler));
  const done = (): void => {
    open -= 1;
    if (open === 0 && thrower.life === 'active') leave(game, thrower);
  };
  for (const undone of [scope, around]) {
    if (undone === null) continue;
    for (const { handler, locals } of handlersOf(undone.undoings.splice(0))) {
      if (handler === null) continue;
      open += 1;
      const started = offerJob(game, undone, handler, { go: done, reaches: () => false });
      writeLocally(started, locals);
      handlers.push(started);
    }
  }
  if (open === 0) leave(game, thrower);
};
