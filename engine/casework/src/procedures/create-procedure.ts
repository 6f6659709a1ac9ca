import type { Queryable } from '@irisflow/database';
import { requireDesigner } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { findProcedureOwner, insertProcedure, listDraftFiles, replaceDraft } from '../storage/procedures.ts';
import type { UseCase } from '../surroundings.ts';
import type { ProcedureDraft } from '../views/procedure.ts';
import { blankProcedure } from './blank-procedure.ts';
import { viewDraft } from './draft-view.ts';
import type { FolderFile } from './folder-limits.ts';
import { procedureKeyPattern } from './procedure-description.ts';
import { readFolder } from './read-folder.ts';
import { authorOf, requireDraft, requireOwnProcedure } from './require-procedure.ts';

export interface Creation {
  readonly key: string;
  readonly title: string;
  /** Key of a procedure of the same administration whose draft is the starting point. */
  readonly copyOf?: string;
}

const isKey = new RegExp(procedureKeyPattern);

/** The copy gets its own key and title; its process keeps its id, which the designer may change. */
const renamed = (files: readonly FolderFile[], { key, title }: Creation): FolderFile[] => {
  const { description } = readFolder(files);
  if (description === null)
    throw new CaseworkError(
      'PROCEDURE_INVALID',
      'Expected a readable procedure to copy, but its procedure.json is not',
    );
  const copy = { ...description, key, title: { fr: title, nl: title, en: title } };
  return files.map((file) =>
    file.path === 'procedure.json' ? { path: file.path, content: `${JSON.stringify(copy, null, 2)}\n` } : file,
  );
};

const filesFor = async (tx: Queryable, creation: Creation, administration: string): Promise<FolderFile[]> =>
  creation.copyOf === undefined
    ? blankProcedure({ key: creation.key, title: creation.title, administration })
    : renamed(await listDraftFiles(tx, creation.copyOf), creation);

/** Starts a procedure, blank or as a copy of another of the same administration. */
export const createProcedure: UseCase<Creation, ProcedureDraft> = async (surroundings, actor, creation) => {
  const { administration } = requireDesigner(actor);
  const { key } = creation;
  if (!isKey.test(key))
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a key of lower-case letters, digits and -, but found ${key.slice(0, 80)}`,
    );
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    if ((await findProcedureOwner(tx, key)) !== undefined)
      throw new CaseworkError('PROCEDURE_EXISTS', `Expected a new key, but ${key} is taken`);
    if (creation.copyOf !== undefined) await requireOwnProcedure(tx, actor, creation.copyOf);
    const files = await filesFor(tx, creation, administration);
    await insertProcedure(tx, { key, administration, at: clock.now() });
    await replaceDraft(tx, { key, basedOn: null, at: clock.now(), by: authorOf(actor), files });
    const view = await viewDraft(tx, await requireDraft(tx, actor, key));
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.created',
      object: `procedure:${key}`,
      administration,
    });
    return view;
  });
};
