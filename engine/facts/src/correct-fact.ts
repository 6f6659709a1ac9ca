import type { Queryable } from '@irisflow/database';
import { appendAudit } from '@irisflow/access';
import {
  applicantName,
  hasEnded,
  insertTimelineEntry,
  listCaseDocuments,
  lockApplicantCase,
  timelineText,
  touchCase,
} from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { readFacts } from './read-facts.ts';
import type { CorrectionContent } from './sealed-answer.ts';
import { insertCorrection } from './storage/corrections.ts';
import type { UseCase } from './surroundings.ts';
import type { CaseFacts, FactView } from './views/fact.ts';

export interface Correction {
  readonly caseId: string;
  readonly sourceKey: string;
  readonly field: string;
  /** What the source should say, in the applicant's words. */
  readonly claimed: string;
  readonly reason: string;
  /** A file that the applicant added to the case, which proves it. */
  readonly documentId: string;
}

const requireSaid = ({ facts }: CaseFacts, { sourceKey, field }: Correction): FactView => {
  const fact = facts.find((one) => one.sourceKey === sourceKey && one.field === field);
  if (fact !== undefined && fact.statements.length > 0) return fact;
  throw new CaseworkError(
    'NOT_FOUND',
    `Expected something that ${sourceKey.slice(0, 80)} said about you in ${field.slice(0, 80)}, but it said nothing`,
  );
};

const requireProof = async (tx: Queryable, { caseId, documentId }: Correction): Promise<void> => {
  const found = (await listCaseDocuments(tx, caseId)).find(({ id }) => id === documentId);
  if (found?.origin === 'applicant') return;
  throw new CaseworkError('INPUT_INVALID', `Expected a document of yours in this case, but ${documentId} is none`);
};

/**
 * The applicant says that a source is wrong, with a reason and a proof. What the source said stays as it is; whoever handles
 * the case sees both.
 */
export const correctFact: UseCase<Correction, CaseFacts> = async (surroundings, actor, correction) => {
  const { clock, random, answers, database } = surroundings;
  const { caseId, sourceKey, field, claimed, reason, documentId } = correction;
  return database.transaction(async (tx) => {
    const { row } = await lockApplicantCase(tx, actor, caseId);
    if (hasEnded(row)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${caseId} is ${row.status}`);
    const fact = requireSaid(await readFacts(surroundings, tx, { row, audience: 'applicant' }), correction);
    await requireProof(tx, correction);
    const id = random.id();
    const at = clock.now();
    const content: CorrectionContent = { said: fact.statements[0]?.value, claimed, reason };
    const { administration } = row;
    await insertCorrection(tx, {
      id,
      caseId,
      administration,
      sourceKey,
      field,
      documentId,
      at,
      sealed: answers.seal(JSON.stringify(content), id),
    });
    await insertTimelineEntry(tx, {
      caseId,
      administration,
      at,
      kind: 'correctionAsked',
      text: timelineText('correctionAsked', fact.label),
      actor: applicantName,
      visibleToApplicant: true,
      documentId,
    });
    await touchCase(tx, { id: caseId, at });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'facts.corrected',
      object: `case:${caseId}`,
      administration,
      detail: { source: sourceKey, field, document: documentId },
    });
    return readFacts(surroundings, tx, { row, audience: 'applicant' });
  });
};
