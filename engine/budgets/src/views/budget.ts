import {
  CalendarDate,
  extend,
  Instant,
  LocalizedText,
  nullable,
  oneOf,
  OpaqueId,
  Ordinal,
  pageOf,
  visibleText,
} from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Euros as decimal text with two decimals, `-125.00` below zero. */
const Sum = Type.String({ pattern: '^-?[0-9]{1,17}\\.[0-9]{2}$' });

/** As budgets write it, such as `25.003.31.01`. */
export const BudgetCode = Type.String({ pattern: '^[A-Za-z0-9](?:[A-Za-z0-9 ./-]{0,38}[A-Za-z0-9])?$' });
export const BudgetYear = Type.Integer({ minimum: 2000, maximum: 2199 });

export const BudgetSums = Type.Object({
  engagementCredit: Sum,
  engaged: Sum,
  /** What can still be engaged. */
  available: Sum,
  /** What engagements brought from the year before, and what went on to the next one. */
  carriedIn: Sum,
  carriedOut: Sum,
  liquidationCredit: Sum,
  /** What was ordered to be paid, and did not come back. */
  liquidated: Sum,
  /** What banks have executed of it. */
  paid: Sum,
  /** What can still be ordered by the credits of the year. */
  toLiquidate: Sum,
  /** What is engaged and not ordered yet. */
  outstanding: Sum,
});
export type BudgetSums = Static<typeof BudgetSums>;

export const BudgetLineSummary = extend(BudgetSums, {
  id: OpaqueId,
  code: Type.String(),
  year: BudgetYear,
  label: LocalizedText,
  /** That a change of its credits waits for somebody else. */
  isAsked: Type.Boolean(),
});
export type BudgetLineSummary = Static<typeof BudgetLineSummary>;

/** The lines of one year, and what they come to together. */
export const BudgetView = Type.Object({
  year: BudgetYear,
  /** The years that have lines, the latest first. */
  years: Type.Array(BudgetYear),
  lines: Type.Array(BudgetLineSummary),
  total: BudgetSums,
});
export type BudgetView = Static<typeof BudgetView>;

export const CreditState = oneOf(['asked', 'approved', 'refused']);

/** A change of what a line holds, as it was asked. */
export const CreditView = Type.Object({
  id: OpaqueId,
  engagement: Sum,
  liquidation: Sum,
  givenOn: CalendarDate,
  reason: Type.String(),
  askedAt: Instant,
  state: CreditState,
  /** Whether who looks asked it, under whatever account; somebody else decides. */
  isOwn: Type.Boolean(),
});
export type CreditView = Static<typeof CreditView>;

export const BudgetLineView = extend(BudgetLineSummary, { credits: Type.Array(CreditView) });
export type BudgetLineView = Static<typeof BudgetLineView>;

export const EngagementState = oneOf(['open', 'used', 'closed', 'carriedOver']);
export type EngagementState = Static<typeof EngagementState>;

/** What a case has set aside of a line. */
export const EngagementView = Type.Object({
  id: OpaqueId,
  caseId: nullable(OpaqueId),
  label: LocalizedText,
  openedAt: Instant,
  state: EngagementState,
  /** What it comes to in this year: engaged and carried over. */
  amount: Sum,
  liquidated: Sum,
  paid: Sum,
  /** What orders may still take. */
  rest: Sum,
});
export type EngagementView = Static<typeof EngagementView>;
export const EngagementPage = pageOf(EngagementView);
export type EngagementPage = Static<typeof EngagementPage>;

export const MovementKind = oneOf([
  'credit',
  'engage',
  'raise',
  'lower',
  'close',
  'carryOut',
  'carryIn',
  'order',
  'giveBack',
  'pay',
  'return',
]);
export type MovementKind = Static<typeof MovementKind>;

/** One act on a line, and what it changed. */
export const BudgetMovement = Type.Object({
  id: Type.String(),
  kind: MovementKind,
  at: Instant,
  /** By name where a colleague did it; null where a process or the platform did. */
  by: nullable(Type.String()),
  reason: nullable(Type.String()),
  engagementCredit: Sum,
  liquidationCredit: Sum,
  engaged: Sum,
  carried: Sum,
  liquidated: Sum,
  paid: Sum,
});
export type BudgetMovement = Static<typeof BudgetMovement>;
export const BudgetMovementPage = pageOf(BudgetMovement);
export type BudgetMovementPage = Static<typeof BudgetMovementPage>;

/** What goes over from a year to the next one, once somebody says so. */
export const CarryOverView = Type.Object({
  year: BudgetYear,
  lines: Type.Array(
    Type.Object({
      code: Type.String(),
      label: LocalizedText,
      engagements: Ordinal,
      amount: Sum,
      /** That the next year has no such line yet: one without credits is made. */
      isNew: Type.Boolean(),
    }),
  ),
  engagements: Ordinal,
  amount: Sum,
});
export type CarryOverView = Static<typeof CarryOverView>;

export const NewLine = Type.Object({
  code: BudgetCode,
  year: BudgetYear,
  label: Type.Object({ fr: visibleText(200), nl: visibleText(200) }),
});
export type NewLine = Static<typeof NewLine>;

/** A change of credits: `-125.00` takes away. */
export const CreditAsked = Type.Object({
  engagement: Type.String({ pattern: '^-?[0-9]{1,12}\\.[0-9]{2}$' }),
  liquidation: Type.String({ pattern: '^-?[0-9]{1,12}\\.[0-9]{2}$' }),
  givenOn: CalendarDate,
  reason: visibleText(500),
});
export type CreditAsked = Static<typeof CreditAsked>;
