import type { Queryable } from '@irisflow/database';
import type { PublishedProcedure } from '@irisflow/procedures';
import { findTerm } from '../storage/terms.ts';
import type { Surroundings } from '../surroundings.ts';
import { changeCaseTerm, startCaseTerm, type TermChange } from './case-terms.ts';
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

const changeDecisionTerm = async (
  tx: Queryable,
  caseId: string,
  change: TermChange & { day: string },
): Promise<void> => {
  const term = await findTerm(tx, { caseId, key: decisionTermKey });
  if (term !== undefined) await changeCaseTerm(tx, term, change);
};

/** While the applicant has to answer, the administration's clock stands still. */
export const suspendDecisionTerm = (tx: Queryable, caseId: string, why: { day: string; requestId: string }) =>
  changeDecisionTerm(tx, caseId, { action: 'suspend', reason: '', ...why });

export const resumeDecisionTerm = (tx: Queryable, caseId: string, day: string) =>
  changeDecisionTerm(tx, caseId, { action: 'resume', day });
