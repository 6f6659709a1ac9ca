import type { Queryable } from '@irisflow/database';
import { isOpenTerm } from '@irisflow/calendar';
import type { PublishedProcedure, TermDescription } from '@irisflow/procedures';
import { listTerms, lockTerm, type CaseTerm } from './storage/terms.ts';
import type { Surroundings } from './surroundings.ts';
import { changeCaseTerm, startCaseTerm } from './case-terms.ts';
import { factsOfTerm } from './described-term.ts';

/** Key of the term within which the administration has to decide. */
const decisionTermKey = 'decision';

interface CaseIdentity {
  readonly id: string;
  readonly administration: string;
}

/** One that begins with another act is started by the process, when that has happened. */
const beginsWithReceipt = ({ key, serviceTarget, startsAfter }: TermDescription): boolean =>
  (key === decisionTermKey || serviceTarget === true) && (startsAfter ?? 'receipt') === 'receipt';

/** The clocks of the administration run from the submission, even when the process is slow to start: the law's, and what it promises itself. */
export const startOfficeTerms = async (
  surroundings: Surroundings,
  tx: Queryable,
  { id, administration, procedure, day }: CaseIdentity & { procedure: PublishedProcedure; day: string },
): Promise<void> => {
  for (const described of procedure.description.terms.filter(beginsWithReceipt)) {
    const facts = factsOfTerm(described);
    await startCaseTerm(surroundings, tx, { caseId: id, administration, facts, actOn: day, today: day });
  }
};

/** What of the office waits while somebody else has to act. */
const waitingTerms = async (tx: Queryable, caseId: string): Promise<CaseTerm[]> => {
  const waiting: CaseTerm[] = [];
  for (const { id, key, isServiceTarget } of (await listTerms(tx, [caseId])).filter(isOpenTerm)) {
    const term = key === decisionTermKey || isServiceTarget ? await lockTerm(tx, id) : undefined;
    if (term !== undefined) waiting.push(term);
  }
  return waiting;
};

interface Wait {
  readonly requestId: string;
  readonly day: string;
}

/** While the applicant has to answer, the clocks of the administration stand still. */
export const suspendOfficeTerms = async (tx: Queryable, caseId: string, { requestId, day }: Wait): Promise<void> => {
  for (const term of await waitingTerms(tx, caseId))
    await changeCaseTerm(tx, term, { action: 'suspend', reason: '', requestId, day });
};

/** They go on once that wait is over; what they stand still for otherwise is not this one's to end. */
export const resumeOfficeTerms = async (tx: Queryable, caseId: string, { requestId, day }: Wait): Promise<void> => {
  for (const term of await waitingTerms(tx, caseId))
    if (term.suspensions.some((halt) => halt.to === null && halt.requestId === requestId))
      await changeCaseTerm(tx, term, { action: 'resume', day });
};
