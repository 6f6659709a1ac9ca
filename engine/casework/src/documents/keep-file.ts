import { type Actor, appendAudit } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { insertDocument } from '../storage/documents.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DocumentReference } from '../views/application.ts';
import type { FileRules } from './file-rules.ts';
import { type Bytes, storeContent } from './store-content.ts';
import { typedFileName } from './typed-file-name.ts';

export interface AddedFile {
  readonly name: string;
  readonly content: Bytes;
  readonly rules: FileRules;
}

/** Where a file goes: into a case, or into an application that becomes one. */
export interface FilePlace {
  readonly administration: string;
  readonly of: { readonly caseId: string } | { readonly draftId: string };
  readonly pointer: string | null;
  readonly origin: 'applicant' | 'agent';
  readonly category: string;
  readonly visibleToApplicant: boolean;
  /** Id of who adds it. */
  readonly by: string;
  /** What the audit says beside the hash of the bytes. */
  readonly detail: Readonly<Record<string, string>>;
  /** What else is written once it is there. */
  readonly along?: () => Promise<void>;
}

/** Refuses a file where as many are as there may be. */
export const requireRoomFor = (there: readonly unknown[], most: number): void => {
  if (there.length >= most)
    throw new CaseworkError('DOCUMENT_LIMIT', `Expected at most ${most} files, but there are ${there.length}`);
};

/**
 * Keeps a file that somebody adds, checked by its real type and size. `admit` refuses it, or says where it goes, in the transaction
 * in which it is written: what changed while it came in counts.
 */
export const keepFile = async (
  surroundings: Surroundings,
  actor: Actor,
  { name, content, rules }: AddedFile,
  admit: (tx: Queryable, reference: DocumentReference) => Promise<FilePlace>,
): Promise<DocumentReference> => {
  const { database, clock, random } = surroundings;
  const stored = await storeContent(surroundings, { content, rules });
  const reference = { id: random.id(), name: typedFileName(name, stored.mediaType), ...stored };
  await database.transaction(async (tx) => {
    const { of, detail, along, ...place } = await admit(tx, reference);
    const owner = { caseId: null, draftId: null, ...of };
    await insertDocument(tx, { ...reference, ...place, ...owner, at: clock.now() });
    await along?.();
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.added',
      object: `document:${reference.id}`,
      administration: place.administration,
      detail: {
        ...('caseId' in of ? { case: of.caseId } : { application: of.draftId }),
        sha256: stored.sha256,
        ...detail,
      },
    });
  });
  return reference;
};
