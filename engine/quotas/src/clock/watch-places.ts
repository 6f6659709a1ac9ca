import { dayOf } from '@irisflow/calendar';
import { administrationName, lockCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { declaredQuota } from '../declared-quota.ts';
import { endOf, movePlace } from '../moves/move-place.ts';
import { lockCount } from '../storage/counts.ts';
import {
  findPlace,
  type Found,
  keyOf,
  listLapsed,
  listLeftBehind,
  listVacated,
  type PlaceRow,
} from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PlaceEnd } from '../views/quota.ts';
import { offerPlaces } from './offer-places.ts';
import { tellPlace } from './tell-place.ts';

const PAGE = 200;

/** Which places end, and how, by what they are once their quota is locked; undefined for what ended meanwhile. */
interface Ending {
  readonly list: typeof listLapsed;
  readonly how: (place: PlaceRow) => PlaceEnd | undefined;
}

const endings: readonly Ending[] = [
  { list: listLapsed, how: ({ state }) => (state === 'reserved' ? 'lapsed' : undefined) },
  {
    list: listLeftBehind,
    how: ({ state }) => ({ waiting: 'left', reserved: 'released', held: undefined, over: undefined } as const)[state],
  },
  { list: listVacated, how: ({ state }) => (state === 'held' ? 'rightEnded' : undefined) },
];

const end = async (
  surroundings: Surroundings,
  tx: Queryable,
  { found, how }: { readonly found: Found; readonly how: Ending['how'] },
): Promise<boolean> => {
  // The case first, as everybody locks it.
  const row = await lockCase(tx, found.case_id);
  const known = await findPlace(tx, found.id);
  if (row === undefined || known === undefined) return false;
  const key = keyOf(known);
  const count = await lockCount(tx, key);
  const place = (await findPlace(tx, found.id)) ?? known;
  const cause = how(place);
  if (cause === undefined) return false;
  const declared = await declaredQuota(surroundings, tx, { ...key, day: dayOf(surroundings.clock.now()) });
  const moved = await movePlace(surroundings, tx, {
    ...endOf(cause),
    place,
    row,
    count,
    ceiling: declared?.ceiling ?? null,
    voice: { name: administrationName },
  });
  await tellPlace(surroundings, tx, { place: moved.place, kind: declared?.quota.right ?? null, cause });
  return true;
};

interface Round {
  ended: number;
  readonly failures: unknown[];
}

const endOne = async (
  surroundings: Surroundings,
  round: Round,
  ending: { readonly found: Found; readonly how: Ending['how'] },
): Promise<void> => {
  try {
    if (await surroundings.database.transaction((tx) => end(surroundings, tx, ending))) round.ended += 1;
  } catch (thrown) {
    // One place that cannot be taken back holds up no other.
    round.failures.push(thrown);
  }
};

const endEach = async (surroundings: Surroundings, round: Round, { list, how }: Ending): Promise<void> => {
  const { database, clock } = surroundings;
  const today = dayOf(clock.now());
  for (let after = ''; ;) {
    const page = await list(database, { today, after, limit: PAGE });
    for (const found of page) await endOne(surroundings, round, { found, how });
    after = page.at(-1)?.id ?? '';
    if (page.length < PAGE) return;
  }
};

/**
 * Takes back what was kept too long, what cases left behind and what rights that ended held, then offers what is free; answers
 * how many places moved.
 */
export const watchPlaces = async (surroundings: Surroundings): Promise<number> => {
  const round: Round = { ended: 0, failures: [] };
  for (const ending of endings) await endEach(surroundings, round, ending);
  if (round.ended > 0) surroundings.outboxBell.ring();
  const offered = await offerPlaces(surroundings);
  const [first] = round.failures;
  if (first !== undefined)
    throw new Error(`Expected to take back every place that is over, but ${round.failures.length} could not be`, {
      cause: first,
    });
  return round.ended + offered;
};
