import type { CaseTerm } from '../storage/terms.ts';
import { remainingDaysOf } from '@irisflow/calendar';
import type { TermView } from '../views/case.ts';

/** A term as it stands on a day; one that ran out unnoticed shows as expired. */
export const viewTerm = (term: CaseTerm, today: string): TermView => {
  const remainingDays = remainingDaysOf(term, today);
  return {
    key: term.key,
    label: term.label,
    state: term.state === 'running' && remainingDays < 0 ? 'expired' : term.state,
    startedOn: term.startedOn,
    dueOn: term.dueOn,
    remainingDays,
    suspensions: [...term.suspensions],
    legalRef: term.legalRef,
  };
};

const isOpen = ({ state }: CaseTerm): boolean => state === 'running' || state === 'suspended';

/** The term that people watch: the open one that is due first, else the last one that ended. */
export const watchedTerm = (terms: readonly CaseTerm[]): CaseTerm | null => terms.find(isOpen) ?? terms.at(-1) ?? null;
