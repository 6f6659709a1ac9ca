import { appendAudit } from '@irisflow/access';
import {
  type DocumentReference,
  insertDocument,
  requireClerkCase,
  storeContent,
  typedFileName,
  defaultFileRules,
} from '@irisflow/casework';
import type { Surroundings, UseCase } from './surroundings.ts';

export interface Upload {
  readonly caseId: string;
  readonly name: string;
  readonly content: Parameters<typeof storeContent>[1]['content'];
}

/** Under which a clerk's files of messages are kept. */
const messageCategory = 'message';

/** A clerk adds a file that goes with a message; the applicant can read it from then on. */
export const addMessageDocument: UseCase<Upload, DocumentReference> = async (
  surroundings: Surroundings,
  actor,
  { caseId, name, content },
) => {
  const { database, clock, random } = surroundings;
  await requireClerkCase(database, actor, caseId);
  const stored = await storeContent(surroundings, { content, rules: defaultFileRules });
  const reference = { id: random.id(), name: typedFileName(name, stored.mediaType), ...stored };
  await database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    const { administration } = row;
    await insertDocument(tx, {
      ...reference,
      administration,
      draftId: null,
      caseId,
      pointer: null,
      origin: 'agent',
      category: messageCategory,
      visibleToApplicant: true,
      at: clock.now(),
      by: clerk.person.id,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.added',
      object: `document:${reference.id}`,
      administration,
      detail: { case: caseId, sha256: stored.sha256 },
    });
  });
  return reference;
};
