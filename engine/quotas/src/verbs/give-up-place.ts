import { endOf, movePlace } from '../moves/move-place.ts';
import type { PlaceState } from '../views/quota.ts';
import type { Surroundings } from '../surroundings.ts';
import { lockOwnPlace } from './own-place.ts';
import { type PlaceReply, replyOf } from './place-reply.ts';
import type { OfCase } from './reserve-place.ts';

const ends = { waiting: 'left', reserved: 'released', held: 'released' } as const satisfies Partial<
  Record<PlaceState, string>
>;

/** Gives a place back, or leaves the line: whichever it is by the time that the process says so. What is over stays so. */
export const giveUpPlace = async (
  surroundings: Surroundings,
  asked: OfCase & { readonly placeId: string },
): Promise<PlaceReply> => {
  const { tx } = asked;
  const moving = await lockOwnPlace(surroundings, asked);
  const { state } = moving.place;
  if (state === 'over') return replyOf(tx, moving.place);
  const { place } = await movePlace(surroundings, tx, { ...moving, ...endOf(ends[state]) });
  return replyOf(tx, place);
};
