import type { Queryable } from '@irisflow/database';
import {
  endTerm,
  interruptTerm,
  isOpenTerm,
  isOver,
  resumeTerm,
  startTerm,
  suspendTerm,
  type Calendar,
  type Term,
} from '@irisflow/calendar';
import { findTerm, insertTerm, listTerms, updateTerm, type CaseTerm } from './storage/terms.ts';
import type { Surroundings } from './surroundings.ts';
import type { TermFacts } from './described-term.ts';
import { calendarOf } from './term-calendar.ts';

interface TermStart {
  readonly caseId: string;
  readonly administration: string;
  readonly facts: TermFacts;
  /** The day of the act after which it begins. */
  readonly actOn: string;
  readonly today: string;
  /** The key of its run, where somebody was told it before it began. */
  readonly id?: string;
}

const end = async (tx: Queryable, term: CaseTerm, how: { day: string; state: 'met' | 'replaced' }): Promise<void> => {
  if (isOpenTerm(term)) await updateTerm(tx, { ...term, ...endTerm(term, how), endedOn: how.day });
};

/** Starts a term of a case; a run of it that is still open gives way. */
export const startCaseTerm = async (
  { random }: Pick<Surroundings, 'random'>,
  tx: Queryable,
  { caseId, administration, facts, actOn, today, id = random.id() }: TermStart,
): Promise<CaseTerm> => {
  const before = await findTerm(tx, { caseId, key: facts.key });
  if (before !== undefined) await end(tx, before, { day: today, state: 'replaced' });
  const { rule, ...law } = facts;
  const calendar = await calendarOf(tx, { administration, calendar: facts.calendar });
  const started = startTerm(calendar, rule, actOn);
  const term: CaseTerm = { ...law, ...started, id, caseId, administration, endedOn: null };
  await insertTerm(tx, term);
  return term;
};

/** What may happen to a term that was started. */
export type TermChange =
  | { readonly action: 'suspend' | 'interrupt'; readonly reason: string; readonly requestId?: string }
  | { readonly action: 'resume' | 'meet' };

const changed = (calendar: Calendar, term: Term, change: TermChange & { day: string }): Term => {
  switch (change.action) {
    case 'suspend':
      return suspendTerm(calendar, term, change);
    case 'interrupt':
      return interruptTerm(calendar, term, change);
    case 'resume':
      return resumeTerm(calendar, term, change.day);
    case 'meet':
      return endTerm(term, { day: change.day, state: 'met' });
  }
};

/** A term that is over waits for nobody any more, even where its clock has not come by yet. */
const comesTooLate = (term: Term, { action, day }: TermChange & { day: string }): boolean =>
  (action === 'suspend' || action === 'interrupt') && isOver(term, day);

/** Suspends, interrupts, resumes or meets a term. What it cannot undergo in its state leaves it as it is: the same object. */
export const changeCaseTerm = async (
  tx: Queryable,
  term: CaseTerm,
  change: TermChange & { readonly day: string },
): Promise<CaseTerm> => {
  if (comesTooLate(term, change)) return term;
  const after = changed(await calendarOf(tx, term), term, change);
  if (after === term) return term;
  const endedOn = isOpenTerm(after) ? null : change.day;
  const written: CaseTerm = { ...term, ...after, endedOn };
  await updateTerm(tx, written);
  return written;
};

/** Nothing is due any more once a case has ended. */
export const meetOpenTerms = async (tx: Queryable, caseId: string, day: string): Promise<void> => {
  for (const term of await listTerms(tx, [caseId])) await end(tx, term, { day, state: 'met' });
};
