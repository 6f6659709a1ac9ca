import { CaseworkError } from '@irisflow/foundation';
import { type CaseRow, hasEnded, type TimelineKind } from '@irisflow/casework';
import { changeCaseTerm, findTerm, termWords, type CaseTerm, type TermChange } from '@irisflow/terms';
import type { Surroundings, UseCase } from './surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { once, type CaseWork, type ConnectorCall } from './once.ts';
import { startDescribedTerm, type TermToStart } from './start-term.ts';

export interface ChangeTerm extends ConnectorCall, Omit<TermToStart, 'binds'> {
  readonly action: 'start' | TermChange['action'];
  readonly reason?: string;
}

export interface ChangedTerm {
  /** What `term.warning` and `term.expired` are correlated on. */
  readonly termId: string;
  readonly dueOn: string;
}

const timelineKinds: Readonly<Record<ChangeTerm['action'], TimelineKind | null>> = {
  start: 'termStarted',
  suspend: 'termSuspended',
  interrupt: 'termInterrupted',
  resume: 'termResumed',
  meet: null,
};

const changeOf = (action: TermChange['action'], reason: string): TermChange =>
  action === 'suspend' || action === 'interrupt' ? { action, reason } : { action };

interface Changed {
  readonly term: CaseTerm;
  readonly isToTell: boolean;
}

/** An answer lets a term run on before its process hears of it: then the process is who tells. */
const runsAgain = ({ state, suspensions }: CaseTerm): boolean => state === 'running' && suspensions.length > 0;

/** A process that is about to stop may still say something of a term: nobody waits for it any more. */
const isGivenUp = (row: CaseRow): boolean => hasEnded(row) || row.withdrawal_asked_at !== null;

const change = async (surroundings: Surroundings, work: CaseWork, call: ChangeTerm): Promise<Changed> => {
  if (call.action === 'start') return { term: await startDescribedTerm(surroundings, work, call), isToTell: true };
  const term = await findTerm(work.tx, { caseId: work.row.id, key: call.key });
  if (term === undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected a started term ${call.key.slice(0, 80)}, but there is none`);
  const day = dayOf(surroundings.clock.now());
  const after = await changeCaseTerm(work.tx, term, { ...changeOf(call.action, call.reason ?? ''), day });
  return { term: after, isToTell: after !== term || (call.action === 'resume' && runsAgain(after)) };
};

/**
 * Starts, suspends, interrupts, resumes or meets a legal term. A start of a term that runs replaces it; what a term cannot
 * undergo in its state leaves it as it is, and nobody reads that it happened.
 */
export const changeTerm: UseCase<ChangeTerm, ChangedTerm> = async (surroundings, actor, call) =>
  once(surroundings, actor, {
    ...call,
    operation: `term-${call.action}`,
    work: async (work) => {
      const { term, isToTell } = await change(surroundings, work, call);
      const kind = timelineKinds[call.action];
      if (kind !== null && isToTell && !isGivenUp(work.row))
        await noteInTimeline(surroundings, work, entryOf(kind, termWords(term)));
      return { termId: term.id, dueOn: term.dueOn };
    },
  });
