import { addDays, dayOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { requireQuota } from '../declared-quota.ts';
import { endOf, movePlace, record, type Voice } from '../moves/move-place.ts';
import { type Count, lockCount, openCount, type QuotaKey, takenOf } from '../storage/counts.ts';
import { findOpenPlace, insertPlace, type PlaceRow } from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';
import { type PlaceReply, replyOf } from './place-reply.ts';

export interface OfCase {
  readonly tx: Queryable;
  /** The case, which is locked. */
  readonly row: CaseRow;
  readonly voice: Voice;
}

interface Asking extends OfCase {
  /** Of a `*.quota.json` of the procedure. */
  readonly quota: string;
}

const requireCeiling = (ceiling: number | null, quota: string, day: string): number => {
  if (ceiling !== null) return ceiling;
  throw new CaseworkError('QUOTA_WITHOUT_CEILING', `Expected a ceiling of ${quota} on ${day}, but nothing says so`);
};

/** What the case has already, without what ran out and the clock has not taken back yet. */
const openOf = async (
  surroundings: Surroundings,
  { tx, row, voice, key, ceiling }: OfCase & { readonly key: QuotaKey; readonly ceiling: number },
): Promise<{ readonly open: PlaceRow | undefined; readonly count: Count }> => {
  const count = await lockCount(tx, key);
  const open = await findOpenPlace(tx, key, row.id);
  const today = dayOf(surroundings.clock.now());
  if (open?.state !== 'reserved' || (open.reserved_until ?? today) >= today) return { open, count };
  const moved = await movePlace(surroundings, tx, { place: open, row, count, ceiling, voice, ...endOf('lapsed') });
  return { open: undefined, count: moved.count };
};

/** Reserves a place for a case, or puts it at the end of the line: a second time, it answers what the case has already. */
export const reservePlace = async (surroundings: Surroundings, asking: Asking): Promise<PlaceReply> => {
  const { tx, row, voice } = asking;
  const { clock, random } = surroundings;
  const day = dayOf(clock.now());
  const { administration, procedure_key: procedureKey } = row;
  const { quota, ceiling: said } = await requireQuota(surroundings, tx, { procedureKey, quota: asking.quota, day });
  const ceiling = requireCeiling(said, quota.key, day);
  const key = { administration, procedureKey, quota: quota.key };
  await openCount(tx, key);
  const { open, count } = await openOf(surroundings, { ...asking, key, ceiling });
  if (open !== undefined) return replyOf(tx, open);
  // Whoever waits comes before whoever asks now.
  const isFree = takenOf(count) < ceiling && count.waiting === 0;
  const lines = isFree ? count.lines : count.lines + 1;
  const place: PlaceRow = {
    id: random.id(),
    administration,
    procedure_key: procedureKey,
    quota: quota.key,
    case_id: row.id,
    person_id: row.person_id,
    state: isFree ? 'reserved' : 'waiting',
    line: isFree ? null : lines,
    reserved_until: isFree ? addDays(day, quota.reservedDays) : null,
    right_id: null,
    asked_at: new Date(clock.now()),
    ended: null,
  };
  await insertPlace(tx, { ...place, asked_at: clock.now() });
  const act = isFree ? 'reserved' : 'waiting';
  await record(surroundings, tx, { act, from: null, place, row, count: { ...count, lines }, ceiling, voice });
  return replyOf(tx, place);
};
