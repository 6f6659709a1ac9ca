import { CalendarDate, FormData, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** `paused`: its right rests, and it with it. */
export const ObligationState = oneOf(['running', 'paused', 'ended']);
export type ObligationState = Static<typeof ObligationState>;

/** How it came that an obligation ended: its process released the holder, or the right is over. */
export const ObligationEnd = oneOf(['released', 'rightEnded']);
export type ObligationEnd = Static<typeof ObligationEnd>;

/** How an occurrence stands once its window opened; `dropped`: the obligation ended before it was answered. */
export const OccurrenceState = oneOf(['open', 'submitted', 'accepted', 'refused', 'waived', 'dropped']);
export type OccurrenceState = Static<typeof OccurrenceState>;

export const ObligationAct = oneOf([
  'started',
  'opened',
  'submitted',
  'due',
  'overdue',
  'accepted',
  'askedAgain',
  'refused',
  'waived',
  'dropped',
  'paused',
  'resumed',
  'released',
  'rightEnded',
]);
export type ObligationAct = Static<typeof ObligationAct>;

/** What the office makes of an answer, or of one that did not come. */
export const Verdict = oneOf(['accept', 'askAgain', 'refuse', 'waive']);
export type Verdict = Static<typeof Verdict>;

const days = {
  /** The day of the rule. */
  day: CalendarDate,
  dueOn: CalendarDate,
  /** The last day on which an answer is accepted. */
  answerUntil: CalendarDate,
};

/** One that lies ahead: counted from the rule. */
export const PlannedOccurrence = Type.Object({ ...days, opensOn: CalendarDate });
export type PlannedOccurrence = Static<typeof PlannedOccurrence>;

const occurrence = {
  id: OpaqueId,
  ...days,
  state: OccurrenceState,
  /** Whether its due day is over and nothing was accepted or waits to be looked at. */
  isOverdue: Type.Boolean(),
  /** The step of the sanctions that was reached. */
  step: nullable(LocalizedText),
  submittedAt: nullable(Instant),
};

export const Occurrence = Type.Object(occurrence);
export type Occurrence = Static<typeof Occurrence>;

/** What has to be shown for a right, with what was and what lies ahead. */
export const ObligationView = Type.Object({
  id: OpaqueId,
  name: LocalizedText,
  summary: nullable(LocalizedText),
  startsOn: CalendarDate,
  endsOn: nullable(CalendarDate),
  state: ObligationState,
  ended: nullable(ObligationEnd),
  /** The last day first. */
  occurrences: Type.Array(Occurrence),
  /** The next ones, the nearest first. */
  planned: Type.Array(PlannedOccurrence),
});
export type ObligationView = Static<typeof ObligationView>;

const event = { at: Instant, act: ObligationAct, step: nullable(LocalizedText), reason: nullable(Type.String()) };

const file = Type.Object({ id: OpaqueId, name: Type.String(), size: Type.Integer() });

const whole = {
  ...occurrence,
  name: LocalizedText,
  summary: nullable(LocalizedText),
  rightId: OpaqueId,
  /** Of the right. */
  number: Type.String(),
  kind: LocalizedText,
  caseId: OpaqueId,
  /** The artifact of the form by which it is answered. */
  form: Type.Unknown(),
  answers: nullable(FormData),
  documents: Type.Array(file),
};

/** An occurrence as its holder sees it. */
export const MyOccurrence = Type.Object({
  ...whole,
  administration: LocalizedText,
  /** Whether it can be answered now. */
  isOpen: Type.Boolean(),
  /** The last one first. */
  history: Type.Array(Type.Object(event)),
});
export type MyOccurrence = Static<typeof MyOccurrence>;

/** An occurrence as the office sees it. */
export const OccurrenceView = Type.Object({
  ...whole,
  holder: Type.String(),
  reference: Type.String(),
  /** When the process is told what; the first is that it is due. */
  ladder: Type.Array(Type.Object({ step: nullable(LocalizedText), on: CalendarDate, isTold: Type.Boolean() })),
  /** What I may make of it now. */
  verdicts: Type.Array(Verdict),
  /** The last one first. */
  history: Type.Array(Type.Object({ ...event, author: nullable(Type.String()) })),
});
export type OccurrenceView = Static<typeof OccurrenceView>;

/** One line of what clerks look through. */
export const OccurrenceSummary = Type.Object({
  ...occurrence,
  name: LocalizedText,
  rightId: OpaqueId,
  number: Type.String(),
  holder: Type.String(),
});
export type OccurrenceSummary = Static<typeof OccurrenceSummary>;
