import { daysBetween, isOpenTerm, isOver, remainingDaysOf, type Calendar } from '@irisflow/calendar';
import type { CaseTerm } from './storage/terms.ts';
import type { TermView } from './views.ts';

/** A term as it stands on a day; one whose last day has passed shows as expired before the clock has come by. */
export const viewTerm = (calendar: Calendar, term: CaseTerm, today: string): TermView => ({
  id: term.id,
  key: term.key,
  label: term.label,
  kind: term.rule.kind,
  length: term.rule.length,
  state: isOver(term, today) ? 'expired' : term.state,
  startedOn: term.startedOn,
  dueOn: term.dueOn,
  endedOn: term.endedOn,
  remainingDays: remainingDaysOf(calendar, term, today),
  suspensions: [...term.suspensions],
  suspendedDays: term.suspensions.reduce((days, { from, to }) => days + daysBetween(from, to ?? today), 0),
  binds: term.binds,
  isServiceTarget: term.isServiceTarget,
  effect: term.effect,
  legalRef: term.legalRef,
});

const firstOf = (terms: readonly CaseTerm[]): CaseTerm | undefined =>
  terms.find(isOpenTerm) ??
  terms.findLast(({ state }) => state === 'expired') ??
  terms.findLast(({ state }) => state === 'met');

/** The term of the office that people watch: the open one that is due first, else the last one that ended; that of nobody else before. */
export const watchedTerm = (terms: readonly CaseTerm[]): CaseTerm | null => {
  const legal = terms.filter(({ isServiceTarget }) => !isServiceTarget);
  return firstOf(legal.filter(({ binds }) => binds === 'administration')) ?? firstOf(legal) ?? null;
};
