import type { Queryable } from '@irisflow/database';
import type { PublishedProcedure } from '@irisflow/procedures';
import { listTerms, upsertTerm, type CaseTerm } from '../storage/terms.ts';
import { meetTerm, resumeTerm, startTerm, suspendTerm } from '@irisflow/calendar';

/** Key of the term within which the administration has to decide. */
const decisionTermKey = 'decision';

interface CaseIdentity {
  readonly id: string;
  readonly administration: string;
}

/** The clock of the administration runs from the submission, even when the process is slow to start. */
export const startDecisionTerm = async (
  tx: Queryable,
  { id, administration }: CaseIdentity,
  { procedure, day }: { procedure: PublishedProcedure; day: string },
): Promise<void> => {
  const described = procedure.description.terms.find(({ key }) => key === decisionTermKey);
  if (described === undefined) return;
  const { key, label, kind, legalRef } = described;
  await upsertTerm(tx, { ...startTerm(day, described), caseId: id, key, administration, label, kind, legalRef });
};

const changeTerms = async (tx: Queryable, caseId: string, change: (term: CaseTerm) => CaseTerm): Promise<void> => {
  for (const term of await listTerms(tx, [caseId])) {
    const changed = change(term);
    if (changed.state !== term.state) await upsertTerm(tx, changed);
  }
};

/** While the applicant has to answer, the administration's clock stands still. */
export const suspendDecisionTerm = (tx: Queryable, caseId: string, { day, reason }: { day: string; reason: string }) =>
  changeTerms(tx, caseId, (term) =>
    term.key === decisionTermKey ? { ...term, ...suspendTerm(term, { day, reason }) } : term,
  );

export const resumeDecisionTerm = (tx: Queryable, caseId: string, day: string) =>
  changeTerms(tx, caseId, (term) => (term.key === decisionTermKey ? { ...term, ...resumeTerm(term, day) } : term));

/** Nothing is due any more once a case has ended. */
export const meetOpenTerms = (tx: Queryable, caseId: string, day: string) =>
  changeTerms(tx, caseId, (term) =>
    term.state === 'running' || term.state === 'suspended' ? { ...term, ...meetTerm(term, day) } : term,
  );
