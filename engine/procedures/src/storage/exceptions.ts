import type { Queryable, Selectable } from '@irisflow/database';
import { jsonOf } from '@irisflow/foundation';
import type { VersionException } from '../views/release-finding.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type ExceptionRow = Selectable<Tables['version_exception']>;

export interface NewException extends VersionException {
  readonly key: string;
  readonly version: number;
  readonly administration: string;
}

export const insertException = (db: Queryable, { key, version, administration, reason, findings }: NewException) =>
  tables(db)
    .insertInto('version_exception')
    .values({ procedure_key: key, version, administration, reason, findings: jsonOf(findings) })
    .execute();

/** The versions of a procedure that were published although something spoke against them. */
export const listExceptionRows = (db: Queryable, key: string): Promise<ExceptionRow[]> =>
  tables(db).selectFrom('version_exception').selectAll().where('procedure_key', '=', key).execute();
