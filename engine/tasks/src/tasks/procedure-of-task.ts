import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { TaskRow } from '../storage/tasks.ts';
import type { Surroundings } from '../surroundings.ts';

type OfCase = Pick<CaseRow, 'procedure_key' | 'procedure_version'>;

/** Which version of its procedure a task is of: the one with which its process began, where that lives with a right, else its case's. */
export const versionOfTask = ({ process_version: own }: Pick<TaskRow, 'process_version'>, row: OfCase): number =>
  own ?? row.procedure_version;

/** The version that says how a task is called and what is asked in it. */
export const procedureOfTask = (
  { library }: Pick<Surroundings, 'library'>,
  db: Queryable,
  { task, row }: { readonly task: Pick<TaskRow, 'process_version'>; readonly row: OfCase },
): Promise<PublishedProcedure> => library.version(db, row.procedure_key, versionOfTask(task, row));
