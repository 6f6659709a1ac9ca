import { PersonView } from '@irisflow/access';
import { EngineKey, Instant, LocalizedText, nullable, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';
import { type Static, Type } from 'typebox';

/** As many cases as are looked through in one request. */
export const MAX_JUDGED = 25;
/** As many versions as cases are moved from at once. */
export const MAX_FROM_VERSIONS = 20;
export const MAX_PLACES = 500;

const StepId = Type.String({ minLength: 1, maxLength: 255 });

/** A step that does not go to the one of the same id; ids as the drawings have them. */
export const StepPlace = Type.Object({ process: StepId, from: StepId, to: StepId });
export type StepPlace = Static<typeof StepPlace>;

/** What somebody wants to be moved, and where to. */
export const MoveWish = {
  from: Type.Array(Ordinal, { minItems: 1, maxItems: MAX_FROM_VERSIONS, uniqueItems: true }),
  to: Ordinal,
  places: Type.Array(StepPlace, { maxItems: MAX_PLACES }),
};

export const Misfit = oneOf(['gone', 'kind', 'scope', 'attached', 'twice']);

export const PlannedStep = Type.Object({
  id: Type.String(),
  name: LocalizedText,
  kind: Type.String(),
  /** How many cases stand there now, incidents included. */
  active: Type.Integer(),
  /** Null when it has no place: cases that stand there stay. */
  to: nullable(Type.String()),
  /** Whether somebody gave it its place. */
  given: Type.Boolean(),
  misfit: nullable(Misfit),
});
export type PlannedStep = Static<typeof PlannedStep>;

const TargetStep = Type.Object({ id: Type.String(), name: LocalizedText, kind: Type.String() });

export const PlannedProcess = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** In the folder of the version whose cases move, and of the one they move to. */
  file: Type.String(),
  targetFile: nullable(Type.String()),
  /** Keys of its definitions, by the version whose cases move: for drawing it. */
  definitionKeys: Type.Array(EngineKey),
  steps: Type.Array(PlannedStep),
  /** What a step can be given as its place. */
  targets: Type.Array(TargetStep),
});
export type PlannedProcess = Static<typeof PlannedProcess>;

export const MovePlanView = Type.Object({
  processes: Type.Array(PlannedProcess),
  /** Running cases of these versions. */
  running: Type.Integer(),
});
export type MovePlanView = Static<typeof MovePlanView>;

/** Why a case stays on its version. */
export const StayReason = oneOf([
  // Where its process stands.
  'notStarted',
  'processEnded',
  'suspended',
  'incident',
  'noPlace',
  'otherProcess',
  // What is under way with it.
  'outbox',
  'taskUnderway',
  'closed',
  'otherVersion',
  // What the other version does not know.
  'draftLost',
  'answersLost',
  'statusUnknown',
  'termUnknown',
  'rightUnknown',
  'obligationUnknown',
]);
export type StayReason = Static<typeof StayReason>;

/** Why a case that was to move did not. */
export const FailReason = oneOf(['forbidden', 'engineRefused', 'halfway', 'unavailable', 'fault']);
export type FailReason = Static<typeof FailReason>;

export const JudgedCase = Type.Object({
  caseId: OpaqueId,
  reference: Type.String(),
  version: Type.Integer(),
  /** Where it stands, in the names of its version. */
  at: Type.Array(LocalizedText),
  /** Null when it will move. */
  reason: nullable(StayReason),
  /** The same in words, with the step, term or status that it is about. */
  why: nullable(LocalizedText),
});
export type JudgedCase = Static<typeof JudgedCase>;

export const JudgedCases = Type.Object({
  cases: Type.Array(JudgedCase),
  total: Type.Integer(),
  /** Where the next page begins; null on the last. */
  next: nullable(Type.Integer()),
});
export type JudgedCases = Static<typeof JudgedCases>;

export const VersionMoveCounts = Type.Object({
  total: Type.Integer(),
  waiting: Type.Integer(),
  moved: Type.Integer(),
  stayed: Type.Integer(),
  failed: Type.Integer(),
  canceled: Type.Integer(),
});
export type VersionMoveCounts = Static<typeof VersionMoveCounts>;

export const VersionMoveSummary = Type.Object({
  id: OpaqueId,
  from: Type.Array(Type.Integer()),
  to: Type.Integer(),
  reason: Type.String(),
  startedAt: Instant,
  startedBy: Type.Object({ id: PersonView.properties.id, name: Type.String() }),
  state: oneOf(['running', 'canceled', 'finished']),
  counts: VersionMoveCounts,
});
export type VersionMoveSummary = Static<typeof VersionMoveSummary>;

export const MovedCase = Type.Object({
  caseId: OpaqueId,
  reference: Type.String(),
  version: Type.Integer(),
  state: oneOf(['waiting', 'moved', 'stayed', 'failed', 'canceled']),
  reason: nullable(Type.Union([StayReason, FailReason])),
  why: nullable(LocalizedText),
  settledAt: nullable(Instant),
});
export type MovedCase = Static<typeof MovedCase>;

/** A move with what became of each case: those that failed first, then those that stayed. */
export const VersionMoveView = Type.Object({
  ...VersionMoveSummary.properties,
  places: Type.Array(StepPlace),
  /** The first five hundred; the CSV has all of them. */
  cases: Type.Array(MovedCase),
});
export type VersionMoveView = Static<typeof VersionMoveView>;
