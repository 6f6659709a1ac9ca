import { CalendarDate, EngineKey, Locale, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

const Somebody = Type.Object({ id: Type.String(), name: Type.String() });

/** Days on which a colleague is away, the last one included. */
export const AbsenceView = Type.Object({
  id: OpaqueId,
  person: Somebody,
  from: CalendarDate,
  to: CalendarDate,
  standIn: nullable(Somebody),
  /** Tasks that are theirs at this moment. */
  openTasks: Type.Integer(),
});
export type AbsenceView = Static<typeof AbsenceView>;

/** Why a colleague cannot have a task; of these, a reason helps against the language alone. */
export const CandidateBar = oneOf(['role', 'fourEyes', 'absent', 'language', 'reach', 'conflict']);
export type CandidateBar = Static<typeof CandidateBar>;

/** A colleague, for one task. */
export const CandidateView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  openTasks: Type.Integer(),
  /** Whether they work in the language of the case. */
  speaks: Type.Boolean(),
  absentUntil: nullable(CalendarDate),
  /** Null when they can have it. */
  bar: nullable(CandidateBar),
  /** The one to take first: by language, then by load. */
  isSuggested: Type.Boolean(),
});
export type CandidateView = Static<typeof CandidateView>;

export const MoveOfTask = Type.Object({
  taskId: EngineKey,
  reference: Type.String(),
  applicant: Type.String(),
  language: Locale,
  dueOn: nullable(CalendarDate),
  remainingDays: nullable(Type.Integer()),
  /** Null where nobody can have it. */
  to: nullable(Somebody),
  /** Why nobody can: nobody may do it, or nobody who works in its language. */
  reason: nullable(oneOf(['nobody', 'language'])),
});
export type MoveOfTask = Static<typeof MoveOfTask>;

/** To whom the open tasks of an absent colleague would go, by the language of their cases and by load. */
export const ReassignmentPlan = Type.Object({
  absence: AbsenceView,
  moves: Type.Array(MoveOfTask),
  /** How many each colleague would get, in which language, and what they have then. */
  receivers: Type.Array(
    Type.Object({
      person: Somebody,
      french: Type.Integer(),
      dutch: Type.Integer(),
      openTasks: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
    }),
  ),
  /** Tasks whose term ends before the colleague is back: with nobody at work on them now, and after this. */
  atRisk: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
});
export type ReassignmentPlan = Static<typeof ReassignmentPlan>;

/** As many tasks as are moved in one act. */
export const MAX_MOVES = 200;

export const ReassignmentResult = Type.Object({
  assigned: Type.Integer(),
  /** Those that could not be moved, with the code of the refusal. */
  failed: Type.Array(Type.Object({ taskId: EngineKey, code: Type.String() })),
});
export type ReassignmentResult = Static<typeof ReassignmentResult>;
