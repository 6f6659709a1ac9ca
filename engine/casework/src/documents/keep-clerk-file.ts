import type { Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { requireClerkCase } from '../cases/case-access.ts';
import { copyCategory, listCaseDocuments } from '../storage/documents.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DocumentReference } from '../views/application.ts';
import { defaultFileRules } from './file-rules.ts';
import { keepFile, requireRoomFor } from './keep-file.ts';
import type { Bytes } from './store-content.ts';

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

const requireRoom = async (tx: Queryable, caseId: string): Promise<void> =>
  requireRoomFor(
    (await listCaseDocuments(tx, caseId)).filter(
      ({ origin, category }) => origin === 'agent' && category !== copyCategory,
    ),
    MAX_FILES,
  );

type Kept = Awaited<ReturnType<typeof requireClerkCase>> & { readonly reference: DocumentReference };

/** Keeps a file that a clerk adds to a case; `along` is written in the same transaction. */
export const keepClerkFile = async (
  surroundings: Surroundings,
  actor: Actor,
  { caseId, name, content, category, visibleToApplicant, detail = {} }: ClerkFile,
  along: (tx: Queryable, kept: Kept) => Promise<void> = async () => undefined,
): Promise<DocumentReference> => {
  await requireClerkCase(surroundings.database, actor, caseId);
  return keepFile(surroundings, actor, { name, content, rules: defaultFileRules }, async (tx, reference) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    await requireRoom(tx, caseId);
    return {
      administration: row.administration,
      of: { caseId },
      pointer: null,
      origin: 'agent',
      category,
      visibleToApplicant,
      by: clerk.person.id,
      detail,
      along: () => along(tx, { clerk, row, reference }),
    };
  });
};
