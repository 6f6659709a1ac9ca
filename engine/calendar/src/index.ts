export { dayOf } from './calendar-date.ts';
export type { TermKind } from './term-kind.ts';
export { meetTerm, remainingDaysOf, resumeTerm, startTerm, suspendTerm, type Suspension, type Term } from './term.ts';
