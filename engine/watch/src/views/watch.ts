import { CalendarDate, Instant, LocalizedText, nullable } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** How many; null where so few, month by month, would tell of somebody. */
const Count = nullable(Type.Integer({ minimum: 0 }));
/** How long, in seconds, to within a twentieth; null of none, or of too few. */
const Seconds = nullable(Type.Integer({ minimum: 0 }));

/** One step of a process: who stands there now and since when, how many passed it in the period and how long they took. */
export const WatchedStep = Type.Object({
  elementId: Type.String(),
  /** Null where nobody gave it one, and where the drawing has no such step any more. */
  name: nullable(LocalizedText),
  /** As the standard calls its kind, such as `userTask`; null where only earlier versions have it. */
  kind: nullable(Type.String()),
  standing: Count,
  /** Half of those that stand there have waited at least this long. */
  standingMedian: Seconds,
  /** A tenth of them has. */
  standingP90: Seconds,
  passings: Count,
  median: Seconds,
  p90: Seconds,
});
export type WatchedStep = Static<typeof WatchedStep>;

export const WatchedProcess = Type.Object({
  /** As its folder calls it. */
  id: Type.String(),
  path: Type.String(),
  /** Null where neither the procedure nor the drawing gives it one. */
  name: nullable(LocalizedText),
  /** Whether it is the one that a case runs through; the others are called by it. */
  isMain: Type.Boolean(),
  xml: Type.String(),
  steps: Type.Array(WatchedStep),
});
export type WatchedProcess = Static<typeof WatchedProcess>;

/** One page of the application form on the portal, of applications begun in the period. */
export const WatchedPage = Type.Object({
  id: Type.String(),
  title: LocalizedText,
  reached: Count,
  /** Came no further, and did not file. */
  left: Count,
});
export type WatchedPage = Static<typeof WatchedPage>;

/** How cases of a published procedure go through its steps, and applications through its pages. */
export const WatchView = Type.Object({
  from: CalendarDate,
  to: CalendarDate,
  /** Null when the steps of all versions are counted together. */
  version: nullable(Type.Integer()),
  /** Whose drawings these are. */
  drawn: Type.Integer(),
  versions: Type.Array(Type.Integer()),
  /** When the engine was asked last; null before the first time. */
  countedAt: nullable(Instant),
  /** Whether counts are exact; otherwise whole months, each rounded down to fives for itself and left out under five. */
  isExact: Type.Boolean(),
  /** Of steps and flows in every language, by their ids in the drawings. */
  names: Type.Record(Type.String(), LocalizedText),
  processes: Type.Array(WatchedProcess),
  form: Type.Object({ begun: Count, filed: Count, pages: Type.Array(WatchedPage) }),
});
export type WatchView = Static<typeof WatchView>;
