import type { Queryable, Row } from '@irisflow/database';
import { isoOf, type Position } from '@irisflow/foundation';
import type { LegalLanguage, ParagraphKept } from '../views/paragraph.ts';
import { tables } from './tables.ts';

export interface NewUse {
  readonly id: string;
  readonly administration: string;
  readonly paragraphId: string;
  readonly version: number;
  readonly caseId: string;
  readonly taskId: string;
  readonly field: string;
  readonly language: LegalLanguage;
  readonly inserted: string;
  readonly personId: string;
  readonly at: number;
}

export const insertUse = (tx: Queryable, use: NewUse) =>
  tables(tx)
    .insertInto('paragraph_use')
    .values({
      id: use.id,
      administration: use.administration,
      paragraph_id: use.paragraphId,
      version: use.version,
      case_id: use.caseId,
      task_id: use.taskId,
      field: use.field,
      language: use.language,
      inserted: use.inserted,
      used_by: use.personId,
      used_at: isoOf(use.at),
    })
    .execute();

export interface UseOfTask {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly field: string;
  readonly inserted: string;
}

/** What was put into the answers of a task, the eldest first. */
export const listUsesOfTask = (db: Queryable, taskId: string): Promise<UseOfTask[]> =>
  tables(db)
    .selectFrom('paragraph_use as u')
    .innerJoin('paragraph as p', 'p.id', 'u.paragraph_id')
    .select(['u.id', 'p.key', 'u.version', 'u.field', 'u.inserted'])
    .where('u.task_id', '=', taskId)
    .orderBy('u.used_at')
    .orderBy('u.id')
    .execute();

export const countUsesOfTask = async (db: Queryable, taskId: string): Promise<number> => {
  const { total } = await tables(db)
    .selectFrom('paragraph_use')
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow();
  return Number(total);
};

export const setKept = (tx: Queryable, { ids, kept }: { ids: readonly string[]; kept: ParagraphKept }) =>
  tables(tx).updateTable('paragraph_use').set({ kept }).where('id', 'in', ids).execute();

export interface UseRow extends Row {
  id: string;
  version: number;
  case_id: string;
  reference: string;
  procedure_key: string;
  procedure_version: number;
  element_id: string;
  field: string;
  language: LegalLanguage;
  used_by: string;
  used_by_name: string;
  used_at: Date | string;
  kept: ParagraphKept | null;
}

/** In which answers a paragraph was put, the newest first; one more than asked for says that there are more. */
export const listUseRows = (
  db: Queryable,
  { paragraphId, after, limit }: { paragraphId: string; after: Position | null; limit: number },
): Promise<UseRow[]> =>
  db.query<UseRow>(
    `select u.id, u.version, u.case_id, f.reference, f.procedure_key,
            coalesce(t.process_version, f.procedure_version) as procedure_version, t.element_id, u.field,
            u.language, u.used_by, w.name as used_by_name, u.used_at,
            case when t.state = 'completed' then u.kept end as kept
       from casework.paragraph_use u
       join casework.case_file f on f.id = u.case_id
       join casework.task t on t.id = u.task_id
       join casework.person w on w.id = u.used_by
      where u.paragraph_id = $1 and ($2::timestamptz is null or (u.used_at, u.id) < ($2::timestamptz, $3))
      order by u.used_at desc, u.id desc limit $4`,
    [paragraphId, after?.sort ?? null, after?.id ?? null, limit + 1],
  );

export const countUseRows = async (db: Queryable, paragraphId: string): Promise<number> => {
  const { total } = await tables(db)
    .selectFrom('paragraph_use')
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .where('paragraph_id', '=', paragraphId)
    .executeTakeFirstOrThrow();
  return Number(total);
};
