import { appendAudit, namesOf, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { type CaseRow, readContent, recordOpening, requireApplicantCase, requireClerkCase } from '@irisflow/casework';
import { CaseworkError, instantOf, instantOrNull } from '@irisflow/foundation';
import { type ArchiveFile, archiveOf } from './archive.ts';
import { type CopyRow, listCopies } from './storage/file-copies.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { FileCopyView } from './views/file-copy.ts';

type Reader = 'office' | 'applicant';

const viewCopy = (row: CopyRow, names: ReadonlyMap<string, string>, reader: Reader): FileCopyView => ({
  id: row.id,
  audience: row.audience,
  recipient: row.recipient,
  reason: reader === 'office' ? row.reason : null,
  handedOver: row.handed_over,
  madeBy: reader === 'office' ? (names.get(row.made_by) ?? null) : null,
  askedAt: instantOf(row.asked_at),
  language: row.language,
  state: row.state,
  readyAt: instantOrNull(row.ready_at),
  pages: row.pages,
  documents: row.pieces.length,
  leftOut: [...row.content.leftOut],
});

const isFor = ({ audience, handed_over: handedOver }: CopyRow, reader: Reader): boolean =>
  reader === 'office' || (audience === 'party' && handedOver);

/** Copies of a case as one side sees them, the newest first. */
export const listCopiesOf = async (
  db: Queryable,
  { id: caseId }: Pick<CaseRow, 'id'>,
  reader: Reader,
): Promise<FileCopyView[]> => {
  const rows = (await listCopies(db, caseId)).filter((row) => isFor(row, reader));
  const names =
    reader === 'office'
      ? await namesOf(
          db,
          rows.map((row) => row.made_by),
        )
      : new Map<string, string>();
  return rows.map((row) => viewCopy(row, names, reader));
};

/** Who has copies of the file of a case, and what was left out of them. */
export const listFileCopies: UseCase<{ caseId: string }, FileCopyView[]> = async ({ database }, actor, { caseId }) =>
  database.transaction(async (tx) => {
    const { row } = await requireClerkCase(tx, actor, caseId);
    return listCopiesOf(tx, row, 'office');
  });

/** Copies of my file that I can fetch. */
export const listMyFileCopies: UseCase<{ caseId: string }, FileCopyView[]> = async ({ database }, actor, { caseId }) =>
  database.transaction(async (tx) => {
    const { row } = await requireApplicantCase(tx, actor, caseId);
    return listCopiesOf(tx, row, 'applicant');
  });

export interface WantedFile {
  readonly caseId: string;
  readonly copyId: string;
  readonly as: 'pdf' | 'zip';
}

export type CopyFile =
  | { readonly as: 'pdf'; readonly name: string; readonly content: AsyncIterable<Uint8Array> }
  | { readonly as: 'zip'; readonly name: string; readonly files: AsyncIterable<ArchiveFile> };

type Entitled = (tx: Queryable) => Promise<CaseRow>;

const sha256Of = async (tx: Queryable, documentId: string): Promise<string> => {
  const [row] = await tx.query<{ sha256: string }>('select sha256 from casework.document where id = $1', [documentId]);
  if (row !== undefined) return row.sha256;
  throw new CaseworkError('NOT_FOUND', `Expected the pages of a copy, but document ${documentId} is gone`);
};

const fetch = async (
  surroundings: Surroundings,
  actor: Actor,
  { wanted, reader, entitled }: { wanted: WantedFile; reader: Reader; entitled: Entitled },
): Promise<CopyFile> => {
  const { copyId, as } = wanted;
  const { copy, sha256, reference } = await surroundings.database.transaction(async (tx) => {
    const row = await entitled(tx);
    const found = (await listCopies(tx, row.id)).find(({ id }) => id === copyId);
    if (found?.document_id == null || !isFor(found, reader))
      throw new CaseworkError('NOT_FOUND', `Expected a copy ${copyId.slice(0, 80)} that is ready, but there is none`);
    const stored = await sha256Of(tx, found.document_id);
    const { administration } = row;
    const detail = { copy: found.id, as };
    await appendAudit(surroundings, tx, {
      actor,
      action: 'copy.read',
      object: `case:${row.id}`,
      administration,
      detail,
    });
    return { copy: found, sha256: stored, reference: row.reference };
  });
  const read = (hash: string): AsyncIterable<Uint8Array> => readContent(surroundings, hash);
  const name = `${reference}-${copy.id.slice(0, 8)}.${as}`;
  return as === 'pdf' ? { as, name, content: read(sha256) } : { as, name, files: archiveOf(copy, { sha256, read }) };
};

/** A copy of a case of my administration, as one PDF or as an archive with each document apart. */
export const fetchFileCopy: UseCase<WantedFile, CopyFile> = async (surroundings, actor, wanted) =>
  fetch(surroundings, actor, {
    wanted,
    reader: 'office',
    entitled: async (tx) => {
      const { clerk, row } = await requireClerkCase(tx, actor, wanted.caseId);
      await recordOpening(surroundings, tx, { clerk, row });
      return row;
    },
  });

/** A copy of my own file. */
export const fetchMyFileCopy: UseCase<WantedFile, CopyFile> = async (surroundings, actor, wanted) =>
  fetch(surroundings, actor, {
    wanted,
    reader: 'applicant',
    entitled: async (tx) => (await requireApplicantCase(tx, actor, wanted.caseId)).row,
  });
