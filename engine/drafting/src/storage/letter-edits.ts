import { DatabaseFault, sql, type Queryable, type Row } from '@irisflow/database';
import { CaseworkError, isoOf, jsonOf, type Locale } from '@irisflow/foundation';
import type { LetterEdit } from '@irisflow/letters';
import { tables } from './tables.ts';

export interface OfLetter {
  readonly caseId: string;
  readonly template: string;
}

/** What somebody wrote otherwise, and in which language. */
export interface WrittenEdit extends LetterEdit {
  readonly language: Locale;
}

export interface LetterEditRow extends Row {
  version: number;
  template: string;
  /** Of the case. */
  language: Locale;
  edits: WrittenEdit[];
  edited_by: string;
  edited_by_name: string;
  edited_at: Date | string;
  document_id: string | null;
  /** Whether somebody read it and completed a task that signs. */
  is_signed: boolean;
}

/** The engine may go on before it is noted here that the task is completed. */
const signed = `exists (select from casework.letter_approval a join casework.task t on t.id = a.task_id
  where a.case_id = e.case_id and a.template = e.template and a.version = e.version
    and (t.state = 'completed' or t.completing_by is not null))`;
const columns = `e.version, e.template, e.language, e.edits, e.edited_by, p.name as edited_by_name, e.edited_at,
  l.document_id, ${signed} as is_signed`;
const rows = `casework.letter_edit e
  join casework.person p on p.id = e.edited_by
  left join casework.letter l on l.id = e.letter_id`;

/** Letters were edited in the language of the case alone: edits of then do not say it. */
const inLanguages = (row: LetterEditRow): LetterEditRow => ({
  ...row,
  edits: row.edits.map((edit) => ({ ...edit, language: edit.language ?? row.language })),
});

const listEdits = async (db: Queryable, query: string, parameters: readonly string[]): Promise<LetterEditRow[]> =>
  (await db.query<LetterEditRow>(query, [...parameters])).map(inLanguages);

/** The last change to a letter of a case that has not left yet. */
export const findPendingEdit = async (
  db: Queryable,
  { caseId, template }: OfLetter,
): Promise<LetterEditRow | undefined> =>
  (
    await listEdits(
      db,
      `select ${columns} from ${rows}
        where e.case_id = $1 and e.template = $2 and e.letter_id is null order by e.version desc limit 1`,
      [caseId, template],
    )
  )[0];

/** The last change to a letter that somebody signed and that has not left yet; later ones are nobody's. */
export const findSignedEdit = async (
  db: Queryable,
  { caseId, template }: OfLetter,
): Promise<LetterEditRow | undefined> =>
  (
    await listEdits(
      db,
      `select ${columns} from ${rows}
        where e.case_id = $1 and e.template = $2 and e.letter_id is null and ${signed} order by e.version desc limit 1`,
      [caseId, template],
    )
  )[0];

export const hasPendingEdits = async (db: Queryable, caseId: string): Promise<boolean> =>
  (await tables(db)
    .selectFrom('letter_edit')
    .select('id')
    .where('case_id', '=', caseId)
    .where('letter_id', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Every change to letters of a case, the newest first. */
export const listLetterEditRows = (db: Queryable, caseId: string): Promise<LetterEditRow[]> =>
  listEdits(
    db,
    `select ${columns} from ${rows} where e.case_id = $1 order by e.edited_at desc, e.version desc limit 200`,
    [caseId],
  );

export const lastVersion = async (db: Queryable, { caseId, template }: OfLetter): Promise<number> => {
  const row = await tables(db)
    .selectFrom('letter_edit')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('case_id', '=', caseId)
    .where('template', '=', template)
    .executeTakeFirst();
  return row?.version ?? 0;
};

export interface NewLetterEdit extends OfLetter {
  readonly id: string;
  readonly administration: string;
  readonly taskId: string;
  readonly language: Locale;
  readonly version: number;
  readonly edits: readonly WrittenEdit[];
  readonly personId: string;
  readonly at: number;
}

/** Of two who change the same letter at once, the second is told. */
export const insertLetterEdit = async (tx: Queryable, edit: NewLetterEdit): Promise<void> => {
  await tables(tx)
    .insertInto('letter_edit')
    .values({
      id: edit.id,
      administration: edit.administration,
      case_id: edit.caseId,
      task_id: edit.taskId,
      template: edit.template,
      language: edit.language,
      version: edit.version,
      edits: sql<string>`${jsonOf(edit.edits)}::jsonb`,
      edited_by: edit.personId,
      edited_at: isoOf(edit.at),
    })
    .execute()
    .catch((thrown: unknown) => {
      if (thrown instanceof DatabaseFault && thrown.code === 'CONFLICT')
        throw new CaseworkError('STALE_REVISION', `Expected the letter as it was read, but somebody changed it`, {
          cause: thrown,
        });
      throw thrown;
    });
};

/** They left with this letter, or were overtaken by it. */
export const settleEdits = (tx: Queryable, { caseId, template, letterId }: OfLetter & { readonly letterId: string }) =>
  tables(tx)
    .updateTable('letter_edit')
    .set({ letter_id: letterId })
    .where('case_id', '=', caseId)
    .where('template', '=', template)
    .where('letter_id', 'is', null)
    .execute();

export interface NewApproval extends OfLetter {
  readonly taskId: string;
  readonly administration: string;
  readonly version: number;
  readonly personId: string;
  readonly at: number;
}

export const insertApproval = (tx: Queryable, approval: NewApproval) =>
  tables(tx)
    .insertInto('letter_approval')
    .values({
      task_id: approval.taskId,
      administration: approval.administration,
      case_id: approval.caseId,
      template: approval.template,
      version: approval.version,
      approved_by: approval.personId,
      approved_at: isoOf(approval.at),
    })
    .execute();

/** What was approved with a completion that was refused counts for nothing. */
export const deleteApproval = (tx: Queryable, taskId: string) =>
  tables(tx).deleteFrom('letter_approval').where('task_id', '=', taskId).execute();
