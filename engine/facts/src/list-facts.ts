import type { Queryable } from '@irisflow/database';
import { actingFor, appendAudit, type Actor } from '@irisflow/access';
import { recordOpening, requireApplicantCase, requireClerkCase, type CaseRow } from '@irisflow/casework';
import { readApart } from '@irisflow/restricted';
import { isApartOpen, readFacts } from './read-facts.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { CaseFacts } from './views/fact.ts';

/** Values that were sealed were read: who, when and how many. */
const noteRead = (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, row, facts }: { readonly actor: Actor; readonly row: CaseRow; readonly facts: CaseFacts },
) =>
  appendAudit(surroundings, tx, {
    actor,
    action: 'facts.read',
    object: `case:${row.id}`,
    administration: row.administration,
    detail: { sources: facts.sources.map(({ key }) => key), values: facts.facts.length },
  });

/** What the sources said in a case, beside what the applicant said; that it was read is on record, for the applicant too. */
export const listFacts: UseCase<{ caseId: string }, CaseFacts> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    const facts = await readFacts(surroundings, tx, { row, audience: 'agent' });
    await recordOpening(surroundings, tx, { clerk, row });
    await noteRead(surroundings, tx, { actor, row, facts });
    return facts;
  });

/** Whether a restricted field has to be looked at in its case; which one, and what was said of it, stays apart. */
export const hasOpenApart: UseCase<{ caseId: string }, boolean> = async (surroundings, actor, { caseId }) => {
  // Before the transaction of the clerk, who may not read them.
  const apart = await readApart(actingFor(surroundings, actor, 'restricted').database, caseId);
  return surroundings.database.transaction(async (tx) => {
    const { row } = await requireClerkCase(tx, actor, caseId);
    return isApartOpen(surroundings, tx, { row, apart });
  });
};

/** What the sources said about me in my case; what they said about others is theirs. */
export const listMyFacts: UseCase<{ caseId: string }, CaseFacts> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { row } = await requireApplicantCase(tx, actor, caseId);
    const facts = await readFacts(surroundings, tx, { row, audience: 'applicant' });
    await noteRead(surroundings, tx, { actor, row, facts });
    return facts;
  });
