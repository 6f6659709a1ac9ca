import type { Frame, Next, Variables, Wait } from './frame.ts';
import { enter, type Game, leave, wait } from './game.ts';
import { writeAllUpward } from './variables.ts';

/** Offers a job in a frame. */
export const openJob = (game: Game, frame: Frame, done: (variables: Variables) => void): Wait =>
  wait(game, frame, { kind: 'job', element: frame.id, detail: 'activatable', fire: done });

/** A plain service task; what it brings goes to where the names are known. */
export const offerJob = (game: Game, scope: Frame, id: string, next: Next): Frame => {
  const frame = enter(scope, id, next);
  openJob(game, frame, (variables) => {
    writeAllUpward(frame, variables);
    leave(game, frame);
  });
  return frame;
};
