import {
  addDays,
  dayOf,
  daysBetween,
  endTerm,
  interruptTerm,
  isOpenTerm,
  legalCalendar,
  resumeTerm,
  startTerm,
  suspendTerm,
  type StartRule,
  type Term,
  type TermKind,
} from '@irisflow/calendar';
import type { CaseEffect } from './case-effect.ts';

/** A term as a procedure describes it. */
export interface DescribedTerm {
  readonly key: string;
  readonly length: number;
  readonly kind: TermKind;
  readonly startsAfter?: StartRule;
  readonly warnAfter?: number;
  readonly binds?: 'administration' | 'applicant';
}

/** A term of a played case. */
export interface PlayedTerm {
  readonly id: string;
  readonly key: string;
  readonly binds: 'administration' | 'applicant';
  readonly term: Term;
}

/** What the clock of the platform will say of a term, and when. */
export interface TermNotice {
  readonly termId: string;
  readonly key: string;
  readonly name: 'term.warning' | 'term.expired';
  readonly dueOn: string;
  /** The first day on which it is said. */
  readonly day: string;
}

type TermEffect = Extract<CaseEffect, { kind: 'term' }>;

const calendar = legalCalendar;

/** Starts a term that the procedure describes on a day; null for a name that it does not know. */
export const beginTerm = (
  described: readonly DescribedTerm[],
  { key, id, day }: { readonly key: string; readonly id: string; readonly day: string },
): PlayedTerm | null => {
  const found = described.find((each) => each.key === key);
  if (found === undefined) return null;
  const { length, kind, startsAfter = 'receipt', warnAfter = null, binds = 'administration' } = found;
  return { id, key, binds, term: startTerm(calendar, { length, kind, startsAfter, warnAfter }, day) };
};

const halting: Partial<Record<TermEffect['act'], (term: Term, day: string) => Term>> = {
  suspend: (term, day) => suspendTerm(calendar, term, { day, reason: '' }),
  interrupt: (term, day) => interruptTerm(calendar, term, { day, reason: '' }),
  resume: (term, day) => resumeTerm(calendar, term, day),
  meet: (term, day) => endTerm(term, { day, state: 'met' }),
};

/** The terms of a case after a step changed one of them; a request for information lets those of the office stand still. */
export const afterTermEffect = (
  terms: readonly PlayedTerm[],
  { act, key, termId, requestId }: TermEffect,
  { described, day }: { readonly described: readonly DescribedTerm[]; readonly day: string },
): readonly PlayedTerm[] => {
  const change = halting[act];
  if (change !== undefined)
    return terms.map((played) => (played.key === key ? { ...played, term: change(played.term, day) } : played));
  const others = terms
    .filter((played) => played.key !== key)
    .map((played) =>
      requestId !== null && played.binds === 'administration'
        ? { ...played, term: suspendTerm(calendar, played.term, { day, reason: '', requestId }) }
        : played,
    );
  const begun = beginTerm(described, { key, id: termId ?? key, day });
  return begun === null ? others : [...others, begun];
};

const noticesOf = ({ id, key, term }: PlayedTerm): TermNotice[] => {
  if (term.state !== 'running') return [];
  const { warnOn, warnedOn, dueOn } = term;
  const shared = { termId: id, key, dueOn };
  return [
    ...(warnOn === null || warnedOn !== null
      ? []
      : [{ ...shared, name: 'term.warning', day: addDays(warnOn, 1) } as const]),
    { ...shared, name: 'term.expired', day: addDays(dueOn, 1) },
  ];
};

/** What the clock will say of the terms of a case that run, the next first. */
export const termNotices = (terms: readonly PlayedTerm[]): readonly TermNotice[] =>
  terms.flatMap(noticesOf).toSorted((a, b) => a.day.localeCompare(b.day));

/** The terms after the clock has told of one. */
export const afterTermNotice = (
  terms: readonly PlayedTerm[],
  { id, name, day }: { readonly id: string; readonly name: string; readonly day: string },
): readonly PlayedTerm[] =>
  terms.map((played) => {
    if (played.id !== id || !isOpenTerm(played.term)) return played;
    const term: Term =
      name === 'term.warning'
        ? { ...played.term, warnedOn: day }
        : { ...played.term, state: 'expired', daysLeft: null };
    return { ...played, term };
  });

/** Whole days from an instant until a day begins; 0 when it has. */
export const daysUntil = (now: number, day: string): number => Math.max(0, daysBetween(dayOf(now), day));
