import { type AdHoc, adHocJobs } from '../model/block.ts';
import { type Frame, nowhere } from './frame.ts';
import { countCompleted, enter, type Game, killInside } from './game.ts';
import { lookUp } from './variables.ts';
import { offerJob } from './work.ts';

/** Jobs side by side, each in a scope of its own. Where its condition never held, it waits for somebody to activate more. */
export const playAdHoc = (game: Game, frame: Frame, work: AdHoc, done: () => void): void => {
  const { stops, rest } = work;
  let isSatisfied = stops === null;
  const partDone = (part: Frame): void => {
    const holds = stops !== null && lookUp(part, stops) === 1;
    part.life = 'ended';
    frame.children.delete(part);
    countCompleted(game, frame.id);
    isSatisfied ||= holds;
    if (stops !== null && isSatisfied && rest === 'canceled') killInside(game, frame);
    if (isSatisfied && frame.children.size === 0) done();
  };
  for (const id of adHocJobs(frame.id, work)) {
    const part = enter(frame, frame.id, nowhere);
    offerJob(game, part, id, { go: () => partDone(part), reaches: () => false });
  }
};
