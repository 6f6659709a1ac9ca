import { decodeChange } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import { SCHEMA } from '../row-statement.ts';

/** Rows of the diary in memory at once. */
const CHUNK = 500;

interface DiaryRow extends Record<string, unknown> {
  readonly position: string;
  readonly change: string;
}

/** Ids of the sequence flows that one instance of a change took. */
const flowsOf = (text: string, processInstanceKey: ProcessInstanceKey): string[] => {
  const change = decodeChange(text);
  if (change.aggregate !== 'tree') return [];
  return change.events.flatMap((event) =>
    event.kind === 'flowTaken' && event.processInstanceKey === processInstanceKey ? [event.flowId] : [],
  );
};

/** Ids of the sequence flows that a process instance took, in order of the first time; the diary remembers them. */
export const loadTakenFlows = async (
  database: Database,
  { rootKey, processInstanceKey }: { readonly rootKey: string; readonly processInstanceKey: ProcessInstanceKey },
): Promise<readonly string[]> => {
  const flows = new Set<string>();
  let position = '0';
  for (let rows: DiaryRow[] = [], isFirst = true; isFirst || rows.length === CHUNK; isFirst = false) {
    rows = await database.query<DiaryRow>(
      `select position, change from ${SCHEMA}.engine_record where root_key = $1 and position > $2 order by position limit ${CHUNK}`,
      [rootKey, position],
    );
    for (const { change } of rows) for (const flow of flowsOf(change, processInstanceKey)) flows.add(flow);
    position = rows.at(-1)?.position ?? position;
  }
  return [...flows];
};
