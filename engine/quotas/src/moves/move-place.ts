import { insertTimelineEntry, touchCase, type CaseRow, type StepOrigin } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { quotaName } from '../declared-quota.ts';
import { type Count, setCount } from '../storage/counts.ts';
import { insertEvent, positionOf } from '../storage/events.ts';
import { changePlace, keyOf, type PlaceChange, type PlaceRow } from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PlaceAct, PlaceState } from '../views/quota.ts';
import { placeTexts } from './place-texts.ts';

/** In whose name a place moves, as the timeline of its case tells it. */
export interface Voice {
  readonly name: LocalizedText;
  readonly origin?: StepOrigin;
}

/** The numbers of a quota once a place stands otherwise; `from` is null for a new one. */
const recount = (count: Count, from: PlaceState | null, to: PlaceState): Count => {
  const after = { ...count, events: count.events + 1 };
  if (from !== null && from !== 'over') after[from] -= 1;
  if (to !== 'over') after[to] += 1;
  return after;
};

export interface Moving {
  readonly place: PlaceRow;
  /** The case that has it, which is locked. */
  readonly row: CaseRow;
  /** As the quota stands, which is locked. */
  readonly count: Count;
  readonly ceiling: number | null;
  readonly voice: Voice;
}

/** Writes down what became of a place, with the numbers after it and the trace on its case; answers how the quota stands then. */
export const record = async (
  surroundings: Surroundings,
  tx: Queryable,
  {
    act,
    from,
    place,
    row,
    count,
    ceiling,
    voice,
  }: Moving & { readonly act: PlaceAct; readonly from: PlaceState | null },
): Promise<Count> => {
  const at = surroundings.clock.now();
  const key = keyOf(place);
  const after = recount(count, from, place.state);
  await setCount(tx, key, after);
  await insertEvent(tx, key, { act, at, line: place.line, placeId: place.id, ceiling, count: after });
  const quota = await quotaName(surroundings, tx, row, place.quota);
  const position = place.state === 'waiting' ? await positionOf(tx, key, place.line ?? 0) : null;
  await insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at,
    kind: `place.${act}`,
    text: placeTexts[act]({ quota, position, until: place.reserved_until }),
    actor: voice.name,
    visibleToApplicant: true,
    ...(voice.origin === undefined ? {} : { origin: voice.origin }),
  });
  await touchCase(tx, { id: row.id, at });
  return after;
};

/** Changes a place and writes it down; answers the place as it then is, and how the quota stands. */
export const movePlace = async (
  surroundings: Surroundings,
  tx: Queryable,
  { act, change, ...moving }: Moving & { readonly act: PlaceAct; readonly change: PlaceChange },
): Promise<{ readonly place: PlaceRow; readonly count: Count }> => {
  const place = { ...moving.place, ...change };
  await changePlace(tx, place.id, change);
  return { place, count: await record(surroundings, tx, { ...moving, act, from: moving.place.state, place }) };
};

/** How a place ends. */
export const endOf = (act: 'released' | 'left' | 'lapsed' | 'rightEnded') =>
  ({ act, change: { state: 'over', reserved_until: null, ended: act } }) as const;
