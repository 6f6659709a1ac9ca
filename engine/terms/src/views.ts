import { Type, type Static } from 'typebox';
import { CalendarDate, Instant, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';

/** A time in which a term stood still; null as its end while it does. */
const SuspensionView = Type.Object({
  kind: Type.Union([Type.Literal('suspension'), Type.Literal('interruption')]),
  from: CalendarDate,
  to: nullable(CalendarDate),
  reason: Type.String(),
  /** The information request whose answer it waited for. */
  requestId: nullable(OpaqueId),
});

/** A legal time limit as it stands now. */
export const TermView = Type.Object({
  id: OpaqueId,
  key: Type.String(),
  label: LocalizedText,
  kind: Type.Union([Type.Literal('calendarDays'), Type.Literal('workingDays'), Type.Literal('months')]),
  length: Type.Integer(),
  state: Type.Union([
    Type.Literal('running'),
    Type.Literal('suspended'),
    Type.Literal('interrupted'),
    Type.Literal('met'),
    Type.Literal('expired'),
    Type.Literal('replaced'),
  ]),
  startedOn: CalendarDate,
  dueOn: CalendarDate,
  endedOn: nullable(CalendarDate),
  /** In working days for a term of working days, else in days; negative, in days, once it is past due. */
  remainingDays: Type.Integer(),
  suspensions: Type.Array(SuspensionView),
  /** Days that it stood still, today included while it does. */
  suspendedDays: Type.Integer(),
  /** Who has to act within it. */
  binds: Type.Union([Type.Literal('administration'), Type.Literal('applicant')]),
  /** What the office promises by itself; it orders no list, and the law says nothing of its end. */
  isServiceTarget: Type.Boolean(),
  /** What its expiry means. */
  effect: Type.Union([
    Type.Literal('none'),
    Type.Literal('tacitGrant'),
    Type.Literal('tacitRefusal'),
    Type.Literal('escalate'),
  ]),
  /** By which law; people are told it in the language of the case. */
  legalRef: LocalizedText,
});
export type TermView = Static<typeof TermView>;

/** Days on which the offices of an administration are closed beside the legal holidays. Both ends are included. */
export const ClosureView = Type.Object({
  id: OpaqueId,
  name: LocalizedText,
  recurs: Type.Union([Type.Literal('once'), Type.Literal('yearly')]),
  /** Month and day of one that recurs, such as `05-08`. */
  date: nullable(Type.String()),
  from: CalendarDate,
  /** Null while one that recurs has no end. */
  to: nullable(CalendarDate),
  addedAt: Instant,
  addedBy: Type.String(),
});
export type ClosureView = Static<typeof ClosureView>;
