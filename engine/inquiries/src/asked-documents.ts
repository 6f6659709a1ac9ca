import { type Actor, appendAudit, type Clerk } from '@irisflow/access';
import {
  type Bytes,
  type CaseRow,
  defaultFileRules,
  type DocumentReference,
  keepFile,
  listCaseDocuments,
  readContent,
  recordOpening,
  requireOpenable,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { Surroundings } from './surroundings.ts';

/** What somebody is asked: documents of an opinion and of an inspection are kept and read alike. */
type AskedKind = 'opinion' | 'inspection';

interface OfCase {
  readonly clerk: Clerk;
  readonly row: CaseRow;
}

interface FileOfAnswer {
  readonly kind: AskedKind;
  /** Of what is asked. */
  readonly id: string;
  readonly name: string;
  readonly content: Bytes;
  /** Refuses whoever may not add this document now, with the case locked; notes that it goes with what is asked. */
  readonly admit: (tx: Queryable, documentId: string) => Promise<OfCase>;
}

/** Adds a file to the case of what is asked; the applicant does not see it before the answer with which it goes is given. */
export const addFileOfAnswer = (
  surroundings: Surroundings,
  actor: Actor,
  { kind, id, name, content, admit }: FileOfAnswer,
): Promise<DocumentReference> => {
  return keepFile(surroundings, actor, { name, content, rules: defaultFileRules }, async (tx, reference) => {
    const { clerk, row } = await admit(tx, reference.id);
    return {
      administration: row.administration,
      of: { caseId: row.id },
      pointer: null,
      origin: 'agent',
      category: kind,
      visibleToApplicant: false,
      by: clerk.person.id,
      detail: { [kind]: id },
    };
  });
};

export interface AskedDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly content: AsyncIterable<Uint8Array>;
}

interface Reading {
  readonly kind: AskedKind;
  readonly documentId: string;
  /** What whoever is asked sees: the case, the documents that were handed over or go with the answer, and how the audit says it. */
  readonly shown: (tx: Queryable) => Promise<
    OfCase & {
      readonly documents: readonly string[];
      readonly detail: Readonly<Record<string, string>>;
    }
  >;
}

/** Reads a document of what is asked; that the office did is on record, for the applicant too. */
export const readAskedDocument = async (
  surroundings: Surroundings,
  actor: Actor,
  { kind, documentId, shown }: Reading,
): Promise<AskedDocument> => {
  const document = await surroundings.database.transaction(async (tx) => {
    const { clerk, row, documents, detail } = await shown(tx);
    const one = documents.includes(documentId)
      ? (await listCaseDocuments(tx, row.id)).find(({ id }) => id === documentId)
      : undefined;
    if (one === undefined)
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected a document that was handed over, but ${documentId.slice(0, 80)} is none`,
      );
    await requireOpenable(surroundings, tx, one.sha256);
    await recordOpening(surroundings, tx, { clerk, row, category: kind });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'document.read',
      object: `document:${one.id}`,
      administration: row.administration,
      detail: { case: row.id, sha256: one.sha256, ...detail },
    });
    return one;
  });
  const { name, media_type: mediaType, size, sha256 } = document;
  return { name, mediaType, size, sha256, content: readContent(surroundings, sha256) };
};
