import type { Calendar } from './calendar.ts';
import { interruptTerm, isOpenTerm, resumeTerm, startTerm, suspendTerm, type Term } from './term.ts';
import type { TermRule } from './term-rule.ts';

const halts = { suspension: suspendTerm, interruption: interruptTerm } as const;

/**
 * An open term as it would stand had this rule and this calendar been there from the start: every suspension is counted
 * again. One that has ended stays as it is.
 */
export const recountTerm = (calendar: Calendar, term: Term, rule: TermRule): Term => {
  if (!isOpenTerm(term)) return term;
  let recounted = startTerm(calendar, rule, term.actOn);
  for (const { kind, from, to, ...why } of term.suspensions) {
    recounted = halts[kind](calendar, recounted, { day: from, ...why });
    if (to !== null) recounted = resumeTerm(calendar, recounted, to);
  }
  return { ...recounted, warnedOn: term.warnedOn };
};
