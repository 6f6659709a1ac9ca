import type { Queryable, Selectable } from '@irisflow/database';
import { jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { CaseworkTables } from './tables.gen.ts';
import { tables } from './tables.ts';

type Row = Selectable<CaseworkTables['answer_correction']>;

export type CorrectionRow = Omit<Row, 'label' | 'before' | 'after'> & {
  readonly label: LocalizedText;
  readonly before: LocalizedText;
  readonly after: LocalizedText;
};

export const insertCorrection = (db: Queryable, row: CorrectionRow) =>
  tables(db)
    .insertInto('answer_correction')
    .values({ ...row, label: jsonOf(row.label), before: jsonOf(row.before), after: jsonOf(row.after) })
    .execute();

/** The newest first. */
export const listCorrections = (db: Queryable, caseId: string): Promise<CorrectionRow[]> =>
  tables(db)
    .selectFrom('answer_correction')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('corrected_at', 'desc')
    .orderBy('id')
    .$castTo<CorrectionRow>()
    .execute();
