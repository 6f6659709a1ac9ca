import { appendAudit, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { requireClerkCase } from '../cases/case-access.ts';
import { copyCategory, insertDocument, listCaseDocuments } from '../storage/documents.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DocumentReference } from '../views/application.ts';
import { defaultFileRules } from './file-rules.ts';
import { storeContent, type Bytes } from './store-content.ts';
import { typedFileName } from './typed-file-name.ts';

/** Of one case, whatever they are for: so many that no office needs more, so few that a file of a case can be read. */
const MAX_FILES = 200;

export interface ClerkFile {
  readonly caseId: string;
  readonly name: string;
  readonly content: Bytes;
  readonly category: string;
  readonly visibleToApplicant: boolean;
  /** What the audit says beside the case and the hash of the bytes. */
  readonly detail?: Readonly<Record<string, string>>;
}

const requireRoom = async (tx: Queryable, caseId: string): Promise<void> => {
  const there = (await listCaseDocuments(tx, caseId)).filter(
    ({ origin, category }) => origin === 'agent' && category !== copyCategory,
  ).length;
  if (there >= MAX_FILES)
    throw new CaseworkError('DOCUMENT_LIMIT', `Expected at most ${MAX_FILES} files, but there are ${there}`);
};

type Kept = Awaited<ReturnType<typeof requireClerkCase>> & { readonly reference: DocumentReference };

/** Keeps a file that a clerk adds to a case; `along` is written in the same transaction. */
export const keepClerkFile = async (
  surroundings: Surroundings,
  actor: Actor,
  { caseId, name, content, category, visibleToApplicant, detail = {} }: ClerkFile,
  along: (tx: Queryable, kept: Kept) => Promise<void> = async () => undefined,
): Promise<DocumentReference> => {
  const { database, clock, random } = surroundings;
  await requireClerkCase(database, actor, caseId);
  const stored = await storeContent(surroundings, { content, rules: defaultFileRules });
  const reference = { id: random.id(), name: typedFileName(name, stored.mediaType), ...stored };
  await database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    const { administration } = row;
    await requireRoom(tx, caseId);
    await insertDocument(tx, {
      ...reference,
      administration,
      draftId: null,
      caseId,
      pointer: null,
      origin: 'agent',
      category,
      visibleToApplicant,
      at: clock.now(),
      by: clerk.person.id,
    });
    await along(tx, { clerk, row, reference });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.added',
      object: `document:${reference.id}`,
      administration,
      detail: { case: caseId, sha256: stored.sha256, ...detail },
    });
  });
  return reference;
};
