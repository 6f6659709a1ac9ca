import { dayOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { QuotaDescription } from '@irisflow/procedures';
import { type RightNow, rightNow } from '@irisflow/rights';
import { requireQuota } from '../declared-quota.ts';
import { endOf, movePlace } from '../moves/move-place.ts';
import { findPlaceOfRight, keyOf, type PlaceRow } from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';
import { lockOwnPlace } from './own-place.ts';
import { type PlaceReply, replyOf } from './place-reply.ts';
import type { OfCase } from './reserve-place.ts';

interface Confirming extends OfCase {
  readonly placeId: string;
  /** The right that takes it. */
  readonly rightId: string;
}

const isCounted = ({ right: kind, category }: QuotaDescription, right: RightNow): boolean =>
  right.kind === kind &&
  right.effect !== 'ended' &&
  (category === undefined || right.data[category.field] === category.value);

const isOf = ({ administration, procedure_key: procedureKey, person_id: personId }: CaseRow, right: RightNow) =>
  right.administration === administration && right.procedureKey === procedureKey && right.personId === personId;

/** A right of whom the case is about that the quota counts and that has no place yet. */
const requireCounted = async (
  tx: Queryable,
  { quota, row, rightId, day }: { quota: QuotaDescription; row: CaseRow; rightId: string; day: string },
): Promise<void> => {
  const right = await rightNow(tx, { rightId, day });
  if (right === undefined || !isOf(row, right) || !isCounted(quota, right))
    throw new CaseworkError(
      'RIGHT_NOT_COUNTED',
      `Expected a right that ${quota.key} counts, but found ${rightId.slice(0, 80)}`,
    );
  const taken = await findPlaceOfRight(tx, rightId);
  if (taken === undefined) return;
  throw new CaseworkError('RIGHT_NOT_COUNTED', `Expected a right without a place, but it holds ${taken.id}`);
};

const hasRunOut = ({ state, reserved_until: until }: PlaceRow, day: string): boolean =>
  state === 'reserved' && until !== null && until < day;

/** Gives the place that was reserved to a right, which holds it until it ends. What is over by then is answered as over. */
export const confirmPlace = async (surroundings: Surroundings, confirming: Confirming): Promise<PlaceReply> => {
  const { tx, row, rightId } = confirming;
  const day = dayOf(surroundings.clock.now());
  const moving = await lockOwnPlace(surroundings, confirming);
  const { place: known } = moving;
  if (hasRunOut(known, day))
    return replyOf(tx, (await movePlace(surroundings, tx, { ...moving, ...endOf('lapsed') })).place);
  if (known.state === 'over' || (known.state === 'held' && known.right_id === rightId)) return replyOf(tx, known);
  if (known.state !== 'reserved')
    throw new CaseworkError(
      'PLACE_NOT_RESERVED',
      `Expected a place that is reserved, but ${known.id} is ${known.state}`,
    );
  const { quota } = await requireQuota(surroundings, tx, { ...keyOf(known), day });
  await requireCounted(tx, { quota, row, rightId, day });
  const change = { state: 'held', reserved_until: null, right_id: rightId } as const;
  return replyOf(tx, (await movePlace(surroundings, tx, { ...moving, act: 'confirmed', change })).place);
};
