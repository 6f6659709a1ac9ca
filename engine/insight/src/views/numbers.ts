import { Type, type Static } from 'typebox';
import { CalendarDate, Locale, LocalizedText, OpaqueId, nullable } from '@irisflow/foundation';

const Count = Type.Integer({ minimum: 0 });
/** `YYYY-MM`. */
export const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' });

/** What cases add up to in a month, or in the whole period. */
const figures = {
  /** Cases that came in. */
  inflow: Count,
  /** Cases that were decided or otherwise ended. */
  ended: Count,
  /** Cases that were open at its end. */
  stock: Count,
  /** Days from the day a case came in to its decision, less those that its term stood still. */
  medianDays: nullable(Type.Number()),
  p90Days: nullable(Type.Number()),
  /** Decided by the last day of the term, and after it; cases without a term are in neither. */
  withinTerm: Count,
  late: Count,
  /** Of those that came in: nothing had to be asked. */
  complete: Count,
};

export const MonthFigures = Type.Object({ month: Month, ...figures });
export type MonthFigures = Static<typeof MonthFigures>;
export const Figures = Type.Object(figures);
export type Figures = Static<typeof Figures>;

export const AgeBand = Type.Union([
  Type.Literal('upTo30'),
  Type.Literal('upTo60'),
  Type.Literal('upTo90'),
  Type.Literal('upTo180'),
  Type.Literal('older'),
]);
export type AgeBand = Static<typeof AgeBand>;

export const TermRisk = Type.Union([
  Type.Literal('overdue'),
  Type.Literal('week'),
  Type.Literal('month'),
  Type.Literal('later'),
  Type.Literal('still'),
  Type.Literal('none'),
]);
export type TermRisk = Static<typeof TermRisk>;

/** What the cases of an administration add up to in a period. */
export const Numbers = Type.Object({
  from: CalendarDate,
  to: CalendarDate,
  procedures: Type.Array(Type.Object({ key: Type.String(), title: LocalizedText })),
  months: Type.Array(MonthFigures),
  total: Figures,
  grounds: Type.Array(
    Type.Object({ procedureKey: Type.String(), code: Type.String(), text: LocalizedText, count: Count }),
  ),
  /** By where applicants live; `nis` is null for elsewhere and for what nobody knows. */
  communes: Type.Array(Type.Object({ nis: nullable(Type.String()), name: LocalizedText, count: Count })),
  languages: Type.Array(Type.Object({ language: Locale, count: Count })),
  /** Open cases by age in days. */
  backlog: Type.Array(Type.Object({ band: AgeBand, count: Count })),
  /** Open cases by when their term ends. */
  risks: Type.Array(Type.Object({ risk: TermRisk, count: Count })),
});
export type Numbers = Static<typeof Numbers>;

export const Measure = Type.Union([
  Type.Literal('inflow'),
  Type.Literal('ended'),
  Type.Literal('stock'),
  Type.Literal('late'),
]);
export type Measure = Static<typeof Measure>;

/** One of the cases behind a number. */
export const CountedCase = Type.Object({
  id: OpaqueId,
  reference: Type.String(),
  procedureKey: Type.String(),
  submittedOn: CalendarDate,
  endedOn: nullable(CalendarDate),
  /** Net of suspensions; null until it is decided. */
  days: nullable(Type.Integer()),
});
export type CountedCase = Static<typeof CountedCase>;

const OpenCount = nullable(Count);

/** `2026-Q3`. */
export const Quarter = Type.String({ pattern: '^(?!0000)[0-9]{4}-Q[1-4]$' });

/** What a month of a procedure adds up to; null where few people are counted, or where a count would give them away. */
export const SystemFigures = Type.Object({
  procedureKey: Type.String(),
  month: Month,
  inflow: OpenCount,
  ended: OpenCount,
  withinTerm: OpenCount,
  late: OpenCount,
  complete: OpenCount,
});
export type SystemFigures = Static<typeof SystemFigures>;

/** Numbers for another system of the administration, by a quarter that is over. */
export const SystemNumbers = Type.Object({
  quarter: Quarter,
  from: CalendarDate,
  to: CalendarDate,
  /** The smallest count that is told. */
  smallest: Count,
  procedures: Type.Array(Type.Object({ key: Type.String(), title: LocalizedText })),
  months: Type.Array(SystemFigures),
  /** Days from the day a case came in to its decision, less those that its term stood still. */
  times: Type.Array(
    Type.Object({
      procedureKey: Type.String(),
      medianDays: nullable(Type.Number()),
      p90Days: nullable(Type.Number()),
    }),
  ),
  grounds: Type.Array(
    Type.Object({ procedureKey: Type.String(), code: Type.String(), text: LocalizedText, count: OpenCount }),
  ),
});
export type SystemNumbers = Static<typeof SystemNumbers>;

/** Numbers for everybody. A count of few people is left out, and with it enough others that nobody can calculate it: null. */
export const OpenNumbers = Type.Object({
  administration: Type.String(),
  name: LocalizedText,
  quarter: Quarter,
  from: CalendarDate,
  to: CalendarDate,
  /** The smallest count that is told. */
  smallest: Count,
  procedures: Type.Array(Type.Object({ key: Type.String(), title: LocalizedText })),
  /** Cases that came in, by month and procedure. */
  inflow: Type.Array(Type.Object({ procedure: Type.String(), month: Month, count: OpenCount })),
  /** Decisions by outcome and procedure. */
  outcomes: Type.Array(Type.Object({ procedure: Type.String(), outcome: Type.String(), count: OpenCount })),
  /** Cases that came in, by commune and language. */
  communes: Type.Array(
    Type.Object({ nis: nullable(Type.String()), name: LocalizedText, language: Locale, count: OpenCount }),
  ),
});
export type OpenNumbers = Static<typeof OpenNumbers>;
