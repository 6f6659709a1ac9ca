import type { Thrown } from '../model/block.ts';
import { compensate } from './compensation.ts';
import type { Catcher, Frame } from './frame.ts';
import { close, type Game, leave, wait } from './game.ts';

/**
 * The nearest catcher from a frame outward; on each level the code itself beats a catcher of all codes.
 * An event sub-process does not catch what it throws itself.
 */
export const findCatcher = (thrower: Frame, on: Catcher['on'], code: string): Catcher | undefined => {
  let from = thrower.id;
  for (let frame: Frame | null = thrower; frame !== null; frame = frame.parent) {
    const inside = frame.interrupted ? [] : frame.inside.filter(({ id }) => id !== from);
    const found = matching(inside, on, code) ?? matching(frame.boundary, on, code);
    if (found !== undefined) return found;
    from = frame.id;
  }
  return undefined;
};

const matching = (catchers: readonly Catcher[], on: Catcher['on'], code: string): Catcher | undefined => {
  const ofKind = catchers.filter((catcher) => catcher.on === on);
  return ofKind.find((catcher) => catcher.code === code) ?? ofKind.find((catcher) => catcher.code === null);
};

/** An event is thrown in its own frame, which is left when the way goes on. */
export const throwFrom = (game: Game, frame: Frame, what: Thrown): void => {
  switch (what.event) {
    case 'signal':
      game.signals.push({ element: what.to, waits: game.waits });
      return leave(game, frame);
    case 'compensation':
      return compensate(game, frame);
    case 'escalation':
      return escalate(game, frame, what.code);
    case 'error':
      return fail(game, frame, what.code);
  }
};

const escalate = (game: Game, frame: Frame, code: string): void => {
  const catcher = findCatcher(frame, 'escalation', code);
  catcher?.fire({});
  if (catcher?.interrupting !== true) leave(game, frame);
};

const fail = (game: Game, frame: Frame, code: string): void => {
  const catcher = findCatcher(frame, 'error', code);
  if (catcher !== undefined) return catcher.fire({});
  const incident = wait(game, frame, {
    kind: 'incident',
    element: frame.id,
    detail: 'UNHANDLED_ERROR_EVENT',
    fire: () => {
      close(incident);
      fail(game, frame, code);
    },
  });
};
