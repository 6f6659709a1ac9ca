import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewCorrection {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly sourceKey: string;
  readonly field: string;
  readonly documentId: string;
  readonly at: number;
  readonly sealed: string;
}

export const insertCorrection = async (db: Queryable, correction: NewCorrection): Promise<void> => {
  await tables(db)
    .insertInto('source_correction')
    .values({
      id: correction.id,
      case_id: correction.caseId,
      administration: correction.administration,
      source_key: correction.sourceKey,
      field: correction.field,
      document_id: correction.documentId,
      at: isoOf(correction.at),
      sealed: correction.sealed,
    })
    .execute();
};

/** The newest first. */
export const listCorrections = (db: Queryable, caseId: string) =>
  tables(db)
    .selectFrom('source_correction as s')
    .innerJoin('document as d', 'd.id', 's.document_id')
    .select(['s.id', 's.source_key', 's.field', 's.at', 's.sealed', 's.document_id', 'd.name as document_name'])
    .where('s.case_id', '=', caseId)
    .orderBy('s.at', 'desc')
    .orderBy('s.id', 'desc')
    .execute();

export type CorrectionRow = Awaited<ReturnType<typeof listCorrections>>[number];
