import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

export const rehearsalStates = ['running', 'done', 'stopped', 'outOfTime'] as const;
export type RehearsalState = (typeof rehearsalStates)[number];

/** Why a case cannot be replayed, and so is not compared. */
export const unreplayableReasons = [
  /** It never had a process, as one that was taken over from an earlier system. */
  'noProcess',
  'reopened',
  /** It ran on more than one version. */
  'moved',
  /** The engine keeps nothing of it any more. */
  'notKept',
  /** The engine does not tell all of it. */
  'tooLong',
  /** Its process was suspended, and rests. */
  'suspended',
  /** Somebody ended its process. */
  'endedByHand',
  /** Its replay on its own version goes another way than the case did. */
  'otherWay',
  /** It goes the same way, but its decision or status came from elsewhere. */
  'decidedElsewhere',
  /** It took too long to replay. */
  'slow',
] as const;
export type UnreplayableReason = (typeof unreplayableReasons)[number];

/** How many; null where so few would tell of somebody. */
const Count = nullable(Type.Integer({ minimum: 0 }));

/** How cases end: as a status and a decision say it, else by the events at which their process ended. */
const Ending = Type.Object({
  status: nullable(Type.String()),
  decision: nullable(Type.String()),
  /** Ids of end events. */
  ends: Type.Array(Type.String()),
});
export type Ending = Static<typeof Ending>;

/** What the draft makes of cases. */
const Fate = Type.Object({
  kind: oneOf(['ended', 'needsTask', 'needsSource', 'rests', 'stuck', 'broken']),
  /** How they would end; null where they would not. */
  ending: nullable(Ending),
  /** Of their amounts, where both have one. */
  amount: nullable(oneOf(['same', 'more', 'less'])),
  /** The step at which they would wait; null where they would end. */
  elementId: nullable(Type.String()),
});
export type Fate = Static<typeof Fate>;

/** Where the ways of cases part first. */
const Part = Type.Object({
  kind: oneOf(['chose', 'decided', 'step']),
  /** The gateway, the decision, or the step after which another one comes; null for the beginning. */
  elementId: nullable(Type.String()),
  /** Steps; for a decision, the rules that held. */
  before: Type.Array(Type.String()),
  after: Type.Array(Type.String()),
  count: Count,
});

/** Cases that ended alike and would end alike. */
export const RehearsedGroup = Type.Object({
  before: Ending,
  after: Fate,
  /** Whether nothing about how they end changes. */
  isSame: Type.Boolean(),
  count: Count,
  /** The most frequent first; empty where the ways do not part. */
  partings: Type.Array(Part),
  /** Those that whoever reads may see; empty where nobody is told of single cases. */
  cases: Type.Array(Type.Object({ id: OpaqueId, reference: Type.String() })),
});
export type RehearsedGroup = Static<typeof RehearsedGroup>;

/** What became of the closed cases of a period when they were replayed on the draft. */
export const RehearsalView = Type.Object({
  id: OpaqueId,
  from: CalendarDate,
  to: CalendarDate,
  /** The day whose parameters the draft is given; null for those of the day on which each case was submitted. */
  parametersOn: nullable(CalendarDate),
  startedAt: Instant,
  startedBy: Type.String(),
  state: oneOf(rehearsalStates),
  endedAt: nullable(Instant),
  /** Percent of the cases that were looked at. */
  progress: Type.Integer({ minimum: 0, maximum: 100 }),
  /** There were more closed cases than are replayed at once: the newest of them. */
  hasMore: Type.Boolean(),
  /** Whether counts are exact and cases are named; otherwise counts are rounded down to fives and left out under five. */
  isExact: Type.Boolean(),
  /** Whether that is because the application form restricts answers. */
  isRestricted: Type.Boolean(),
  cases: Count,
  compared: Count,
  /** The largest first; those of fewer than are told stand together in `others`. */
  groups: Type.Array(RehearsedGroup),
  others: Count,
  unreplayable: Type.Array(Type.Object({ reason: oneOf(unreplayableReasons), count: Count })),
  /** What steps are called, by id. */
  names: Type.Record(Type.String(), LocalizedText),
  /** In which file of the draft a step is drawn, by id. */
  places: Type.Record(Type.String(), Type.String()),
});
export type RehearsalView = Static<typeof RehearsalView>;

/** What is known of the what-if of a procedure. */
export const RehearsalAnswer = Type.Object({ rehearsal: nullable(RehearsalView) });
export type RehearsalAnswer = Static<typeof RehearsalAnswer>;

/** What whoever starts one says. */
export const RehearsalWish = Type.Object({
  from: CalendarDate,
  to: CalendarDate,
  parametersOn: Type.Optional(CalendarDate),
});
export type RehearsalWish = Static<typeof RehearsalWish>;
