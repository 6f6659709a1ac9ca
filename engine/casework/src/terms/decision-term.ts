import type { Queryable } from '@irisflow/database';
import type { PublishedProcedure } from '@irisflow/procedures';
import { findTerm } from '../storage/terms.ts';
import type { Surroundings } from '../surroundings.ts';
import { changeCaseTerm, startCaseTerm } from './case-terms.ts';
import { factsOfTerm } from './described-term.ts';

/** Key of the term within which the administration has to decide. */
const decisionTermKey = 'decision';

interface CaseIdentity {
  readonly id: string;
  readonly administration: string;
}

/** The clock of the administration runs from the submission, even when the process is slow to start. */
export const startDecisionTerm = async (
  surroundings: Surroundings,
  tx: Queryable,
  { id, administration, procedure, day }: CaseIdentity & { procedure: PublishedProcedure; day: string },
): Promise<void> => {
  const described = procedure.description.terms.find(({ key }) => key === decisionTermKey);
  if (described === undefined) return;
  const facts = factsOfTerm(described);
  // One that begins with another act is started by the process, when that has happened.
  if (facts.rule.startsAfter !== 'receipt') return;
  await startCaseTerm(surroundings, tx, { caseId: id, administration, facts, actOn: day, today: day });
};

const findDecisionTerm = (tx: Queryable, caseId: string) => findTerm(tx, { caseId, key: decisionTermKey });

interface Wait {
  readonly requestId: string;
  readonly day: string;
}

/** While the applicant has to answer, the administration's clock stands still. */
export const suspendDecisionTerm = async (tx: Queryable, caseId: string, { requestId, day }: Wait): Promise<void> => {
  const term = await findDecisionTerm(tx, caseId);
  if (term !== undefined) await changeCaseTerm(tx, term, { action: 'suspend', reason: '', requestId, day });
};

/** It goes on once that wait is over; what it stands still for otherwise is not this one's to end. */
export const resumeDecisionTerm = async (tx: Queryable, caseId: string, { requestId, day }: Wait): Promise<void> => {
  const term = await findDecisionTerm(tx, caseId);
  const waited = term?.suspensions.some((halt) => halt.to === null && halt.requestId === requestId) ?? false;
  if (term !== undefined && waited) await changeCaseTerm(tx, term, { action: 'resume', day });
};
