import { type Actor, type Clerk, namedProcedures, requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { findCases } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import {
  ceilingOn,
  ceilingsOf,
  listPublishedKeys,
  type PublishedProcedure,
  type QuotaDescription,
} from '@irisflow/procedures';
import { findCount, type QuotaKey } from '../storage/counts.ts';
import { type EventRow, listEvents } from '../storage/events.ts';
import { findPlaces, listReserved, listWaiting, type PlaceRow, type WaitingRow } from '../storage/places.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { OpenPlace, QuotaSummary, QuotaView } from '../views/quota.ts';

/** What a page shows of a line and of a history: whoever wants more looks at the cases. */
const MOST_PLACES = 200;
const MOST_EVENTS = 100;

interface Found {
  readonly procedure: PublishedProcedure;
  readonly quota: QuotaDescription;
}

const keyOf = ({ procedure: { administration, key: procedureKey }, quota: { key: quota } }: Found): QuotaKey => ({
  administration,
  procedureKey,
  quota,
});

const summarize = async ({ clock }: Surroundings, db: Queryable, found: Found): Promise<QuotaSummary> => {
  const { procedure, quota } = found;
  const { reserved, held, waiting } = await findCount(db, keyOf(found));
  return {
    procedureKey: procedure.key,
    quotaKey: quota.key,
    name: quota.name,
    procedure: procedure.description.title,
    ceiling: ceilingOn(procedure.parameters, quota, dayOf(clock.now())),
    reserved,
    held,
    waiting,
  };
};

/** Whether a procedure is of the clerk's administration, and of those that rules of access let them see. */
const isSeen = ({ administration, person }: Clerk, { key, ...procedure }: PublishedProcedure): boolean => {
  const { procedures } = namedProcedures(person.reach);
  return procedure.administration === administration && (procedures?.includes(key) ?? true);
};

/** Every quota of my administration, and how it stands today. */
export const listQuotas: UseCase<Record<string, never>, QuotaSummary[]> = async (surroundings, actor) => {
  const clerk = requireClerk(actor);
  const { database, library } = surroundings;
  const summaries: QuotaSummary[] = [];
  for (const key of await listPublishedKeys(database)) {
    const procedure = await library.latest(database, key);
    if (!isSeen(clerk, procedure)) continue;
    for (const quota of procedure.quotas.values())
      summaries.push(await summarize(surroundings, database, { procedure, quota }));
  }
  return summaries;
};

export interface OfQuota {
  readonly procedureKey: string;
  readonly quotaKey: string;
}

const requireClerkQuota = async (
  { library }: Surroundings,
  db: Queryable,
  actor: Actor,
  { procedureKey, quotaKey }: OfQuota,
): Promise<Found> => {
  const clerk = requireClerk(actor);
  const procedure = await library.latest(db, procedureKey);
  const quota = procedure.quotas.get(quotaKey);
  if (quota !== undefined && isSeen(clerk, procedure)) return { procedure, quota };
  throw new CaseworkError('NOT_FOUND', `Expected a quota ${quotaKey} of ${procedureKey} to be seen, but there is none`);
};

type Cases = Awaited<ReturnType<typeof findCases>>;

const viewOpen = (places: readonly (PlaceRow | WaitingRow)[], cases: Cases): OpenPlace[] =>
  places.flatMap((place) => {
    const row = cases.find(({ id }) => id === place.case_id);
    if (row === undefined) return [];
    return [
      {
        id: place.id,
        caseId: row.id,
        reference: row.reference,
        applicant: row.applicant,
        position: 'position' in place ? Number(place.position) : null,
        reservedUntil: place.reserved_until,
        askedAt: instantOf(place.asked_at),
      },
    ];
  });

const viewEvents = (events: readonly EventRow[], places: readonly PlaceRow[], cases: Cases): QuotaView['events'] =>
  events.map(({ sequence, at, act, place_id: placeId, taken, waiting, ceiling }) => {
    const place = places.find(({ id }) => id === placeId);
    const row = cases.find(({ id }) => id === place?.case_id);
    const cause = row === undefined ? null : { caseId: row.id, reference: row.reference };
    return { sequence, at: instantOf(at), act, taken, waiting, ceiling, cause };
  });

/** One quota: its ceilings by their days, who has a place reserved, who waits in which order, and what became of it. */
export const getQuota: UseCase<OfQuota, QuotaView> = async (surroundings, actor, wanted) =>
  surroundings.database.transaction(async (tx) => {
    const found = await requireClerkQuota(surroundings, tx, actor, wanted);
    const key = keyOf(found);
    const reserved = await listReserved(tx, key, MOST_PLACES);
    const waiting = await listWaiting(tx, key, MOST_PLACES);
    const events = await listEvents(tx, key, MOST_EVENTS);
    const told = await findPlaces(tx, [...new Set(events.map(({ place_id: id }) => id))]);
    const cases = await findCases(tx, [
      ...new Set([...reserved, ...waiting, ...told].map(({ case_id: caseId }) => caseId)),
    ]);
    return {
      ...(await summarize(surroundings, tx, found)),
      ceilings: ceilingsOf(found.procedure.parameters, found.quota),
      reservations: viewOpen(reserved, cases),
      line: viewOpen(waiting, cases),
      events: viewEvents(events, told, cases),
    };
  });
