import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** How a place stands: waited for, kept until a day, taken by a right, or given back. */
export const PlaceState = oneOf(['waiting', 'reserved', 'held', 'over']);
export type PlaceState = Static<typeof PlaceState>;

/** How it came that somebody has or wants a place no more. */
export const PlaceEnd = oneOf(['released', 'left', 'lapsed', 'rightEnded']);
export type PlaceEnd = Static<typeof PlaceEnd>;

export const PlaceAct = oneOf([
  'waiting',
  'reserved',
  'offered',
  'confirmed',
  'released',
  'left',
  'lapsed',
  'rightEnded',
]);
export type PlaceAct = Static<typeof PlaceAct>;

/** Why a position became another one: somebody before got a place, or wants none any more. */
export const PositionStep = Type.Object({
  at: Instant,
  why: oneOf(['joined', 'offered', 'left']),
  position: Type.Integer(),
});
export type PositionStep = Static<typeof PositionStep>;

const place = {
  id: OpaqueId,
  quota: LocalizedText,
  state: PlaceState,
  ended: nullable(PlaceEnd),
  /** In the line; null for whoever does not wait. */
  position: nullable(Type.Integer()),
  /** The last day on which it is kept. */
  reservedUntil: nullable(CalendarDate),
  askedAt: Instant,
  /** Which positions it had, and why, the first one first; empty where it never waited. */
  steps: Type.Array(PositionStep),
};

/** A place that a case has or waits for: nothing of it says who else has or wants one. */
export const PlaceView = Type.Object({ ...place, procedureKey: Type.String(), quotaKey: Type.String() });
export type PlaceView = Static<typeof PlaceView>;

export const MyPlace = Type.Object(place);
export type MyPlace = Static<typeof MyPlace>;

const head = {
  procedureKey: Type.String(),
  quotaKey: Type.String(),
  name: LocalizedText,
  procedure: LocalizedText,
  /** Today; null where nothing says so. */
  ceiling: nullable(Type.Integer()),
  reserved: Type.Integer(),
  held: Type.Integer(),
  waiting: Type.Integer(),
};

export const QuotaSummary = Type.Object(head);
export type QuotaSummary = Static<typeof QuotaSummary>;

const OpenPlace = Type.Object({
  id: OpaqueId,
  caseId: OpaqueId,
  reference: Type.String(),
  applicant: Type.String(),
  position: nullable(Type.Integer()),
  reservedUntil: nullable(CalendarDate),
  askedAt: Instant,
});
export type OpenPlace = Static<typeof OpenPlace>;

const QuotaEvent = Type.Object({
  sequence: Type.Integer(),
  at: Instant,
  act: PlaceAct,
  taken: Type.Integer(),
  waiting: Type.Integer(),
  ceiling: nullable(Type.Integer()),
  /** Whose it was, for those who may know it. */
  cause: nullable(Type.Object({ caseId: OpaqueId, reference: Type.String() })),
});

export const QuotaView = Type.Object({
  ...head,
  ceilings: Type.Array(
    Type.Object({
      ceiling: Type.Integer(),
      validFrom: CalendarDate,
      validTo: nullable(CalendarDate),
      legalRef: Type.String(),
    }),
  ),
  reservations: Type.Array(OpenPlace),
  line: Type.Array(OpenPlace),
  events: Type.Array(QuotaEvent),
});
export type QuotaView = Static<typeof QuotaView>;
