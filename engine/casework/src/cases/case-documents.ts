import type { Queryable } from '@irisflow/database';
import { requireConnector, type Actor, appendAudit } from '@irisflow/access';
import { readContent, requireOpenable } from '../documents/check-files.ts';
import { CaseworkError } from '@irisflow/foundation';
import type { CaseRow } from '../storage/cases.ts';
import { findCaseDocument, type DocumentRow } from '../storage/documents.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { lockSealedCase, requireFileReader, requireSharedCase } from './case-access.ts';
import { recordOpening } from './record-opening.ts';

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly content: AsyncIterable<Uint8Array>;
}

export interface Wanted {
  readonly caseId: string;
  readonly documentId: string;
}

type Entitled = (tx: Queryable, actor: Actor) => Promise<CaseRow>;
type MayRead = (document: DocumentRow) => boolean;

const download = async (
  surroundings: Surroundings,
  actor: Actor,
  wanted: Wanted,
  { entitled, mayRead }: { entitled: Entitled; mayRead: MayRead },
): Promise<Download> => {
  const document = await surroundings.database.transaction(async (tx) => {
    const row = await entitled(tx, actor);
    const found = await findCaseDocument(tx, wanted);
    if (found === undefined || !mayRead(found))
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected document ${wanted.documentId} in the case, but there is none to be seen`,
      );
    await requireOpenable(surroundings, tx, found.sha256);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.read',
      object: `document:${found.id}`,
      administration: row.administration,
      detail: { case: row.id, sha256: found.sha256 },
    });
    return found;
  });
  return {
    name: document.name,
    mediaType: document.media_type,
    size: document.size,
    sha256: document.sha256,
    content: readContent(surroundings, document.sha256),
  };
};

/** A document of my case that I may see. */
export const downloadMyDocument: UseCase<Wanted, Download> = async (surroundings, actor, wanted) =>
  download(surroundings, actor, wanted, {
    entitled: async (tx) => (await requireSharedCase(surroundings, tx, actor, wanted.caseId)).row,
    mayRead: (document) => document.visible_to_applicant,
  });

/** A document of a case of my administration. */
export const downloadCaseDocument: UseCase<Wanted, Download> = async (surroundings, actor, wanted) =>
  download(surroundings, actor, wanted, {
    entitled: async (tx) => {
      const { clerk, row } = await requireFileReader(tx, actor, wanted.caseId);
      await recordOpening(surroundings, tx, { clerk, row });
      return row;
    },
    mayRead: () => true,
  });

/** A document of a connector's own case, to attach it to a mail. */
export const downloadForConnector: UseCase<{ documentId: string }, Download> = async (
  surroundings,
  actor,
  { documentId },
) => {
  const { caseId } = requireConnector(actor).case;
  return download(
    surroundings,
    actor,
    { caseId, documentId },
    {
      entitled: (tx) => lockSealedCase(tx, actor),
      mayRead: () => true,
    },
  );
};
