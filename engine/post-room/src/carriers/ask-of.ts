import { instantOf } from '@irisflow/foundation';
import { type Consignment, noteAsked, type TakenConsignment } from '../storage/consignments.ts';
import type { Surroundings } from '../surroundings.ts';
import { hearEvents, hearTaken } from './hear-events.ts';
import type { CarrierEvent, LetterCarrier } from './letter-carrier.ts';
import { nextAsk } from './next-ask.ts';

/** After these a carrier has nothing more to say; that nobody fetched a letter is followed by its return. */
const last: Readonly<Record<Consignment['channel'], readonly CarrierEvent['kind'][]>> = {
  registered: ['delivered', 'refused', 'returned'],
  ebox: ['read', 'returned'],
};

/** Asks the carrier what became of a letter, and writes what is new of it. */
export const askOf = async (
  surroundings: Surroundings,
  carrier: LetterCarrier,
  one: TakenConsignment,
): Promise<void> => {
  const { carrier_id: carrierId, channel, asks } = one;
  if (carrierId === null) throw new Error(`Expected the carrier's key of ${one.notice_id}, but there is none`);
  const { number, events } = await carrier.read(carrierId);
  await hearTaken(surroundings, one, number);
  const { leftOut } = await hearEvents(surroundings, one, events);
  const isOver = leftOut === 0 && events.some(({ kind }) => last[channel].includes(kind));
  const since = Date.parse(instantOf(one.at));
  const askAt = isOver ? null : nextAsk({ asks, since }, surroundings.clock.now());
  await noteAsked(surroundings.database, one, { isOver, askAt });
  if (leftOut > 0)
    throw new Error(`Expected what becomes of letter ${one.notice_id}, but ${leftOut} of it cannot be of this letter`);
};
