import { type Static, Type } from 'typebox';
import { CalendarDate, Instant, LocalizedText, nullable } from '@irisflow/foundation';

/** What people are sent to instead. */
export const Replacement = Type.Union([
  Type.Object({ kind: Type.Literal('procedure'), key: Type.String(), title: LocalizedText }),
  Type.Object({ kind: Type.Literal('web'), url: Type.String() }),
]);
export type Replacement = Static<typeof Replacement>;

/** What everybody is told of a procedure that ends. */
export const RetirementNotice = Type.Object({
  /** The first day on which nobody begins. */
  closesOn: CalendarDate,
  /** The last day on which what was begun before is filed. */
  draftsUntil: CalendarDate,
  /** Whether nobody begins today. */
  isClosed: Type.Boolean(),
  /** Whether nothing of it is filed today, begun or not. */
  isOver: Type.Boolean(),
  replacement: nullable(Replacement),
  contact: Type.Object({ email: nullable(Type.String()), phone: nullable(Type.String()) }),
});
export type RetirementNotice = Static<typeof RetirementNotice>;

/** Asked for; approved, with its day to come; closed; or closed or approved, and asked back. */
export const RetirementState = Type.Union([
  Type.Literal('asked'),
  Type.Literal('approved'),
  Type.Literal('closed'),
  Type.Literal('askedBack'),
]);
export type RetirementState = Static<typeof RetirementState>;

export const Retirement = Type.Object({
  id: Type.String(),
  state: RetirementState,
  ...RetirementNotice.properties,
  reason: Type.String(),
  askedAt: Instant,
  askedBy: Type.String(),
  approvedAt: nullable(Instant),
  approvedBy: nullable(Type.String()),
  /** Why and by whom it is asked back; null where nobody asks. */
  back: nullable(Type.Object({ reason: Type.String(), at: Instant, by: Type.String() })),
  /** Whether whoever looks may approve what waits; false for who asked for it, and where nothing waits. */
  canApprove: Type.Boolean(),
});
export type Retirement = Static<typeof Retirement>;

/** What uses a procedure, and would miss it. */
export const ProcedureUse = Type.Union([
  /** Another procedure of the administration opens cases of it. */
  Type.Object({ kind: Type.Literal('opens'), key: Type.String(), title: LocalizedText, isDraft: Type.Boolean() }),
  /** Another one that has ended sends people to it. */
  Type.Object({ kind: Type.Literal('replaces'), key: Type.String(), title: LocalizedText }),
  /** Others ask for its rights, as for a source. They go on being told of those that there are. */
  Type.Object({ kind: Type.Literal('source'), key: Type.String(), title: LocalizedText }),
  /** It opens renewals of its own cases by itself. */
  Type.Object({ kind: Type.Literal('renewal') }),
  /** Campaigns that invite people to apply for it. */
  Type.Object({ kind: Type.Literal('campaign'), name: Type.String() }),
  /** A version is to go live, and would be called off. */
  Type.Object({ kind: Type.Literal('schedule'), goesLiveAt: Instant }),
]);
export type ProcedureUse = Static<typeof ProcedureUse>;

export const RetirementPage = Type.Object({
  /** What stands, asked for or approved; null where it goes on. */
  retirement: nullable(Retirement),
  uses: Type.Array(ProcedureUse),
  /** Cases that go on to their end. */
  running: Type.Integer(),
});
export type RetirementPage = Static<typeof RetirementPage>;
