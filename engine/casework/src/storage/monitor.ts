import type { Queryable, Row } from '@irisflow/database';

export interface ProcessOwner extends Row {
  procedure_key: string;
  administration: string;
  version: number;
}

/** Which procedure a deployed process belongs to; undefined for processes that casework did not publish. */
export const findProcessOwner = async (
  db: Queryable,
  processDefinitionKey: string,
): Promise<ProcessOwner | undefined> => {
  const rows = await db.query<ProcessOwner>(
    `select v.procedure_key, p.administration, v.version
       from casework.procedure_version v join casework.procedure p on p.key = v.procedure_key
      where v.process_definition_key = $1 order by v.version desc limit 1`,
    [processDefinitionKey],
  );
  return rows[0];
};

export interface InstanceCase extends Row {
  id: string;
  reference: string;
  process_instance_key: string;
}

export const findInstanceCases = (db: Queryable, keys: readonly string[]): Promise<InstanceCase[]> =>
  db.query<InstanceCase>(
    'select id, reference, process_instance_key from casework.case_file where process_instance_key = any($1::text[])',
    [keys],
  );
