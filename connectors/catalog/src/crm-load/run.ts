import { incident, type RunContext } from '@irisflow/connector-sdk';
import { Type } from 'typebox';

import { bulkCsv } from '../crm/bulk-csv.ts';
import { API, askCrm, callCrm } from '../crm/call-crm.ts';
import type { Input, Output } from './schema.ts';

const Load = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9]{15,18}$' }) });

export const run = async ({ object, externalIdField, rows }: Input, context: RunContext): Promise<Output> => {
  const nameless = rows.findIndex((row) => (row[externalIdField] ?? '') === '');
  if (nameless >= 0) throw incident(`Expected each row to have ${externalIdField}, but row ${nameless + 1} has none.`);
  const order = {
    object,
    externalIdFieldName: externalIdField,
    operation: 'upsert',
    contentType: 'CSV',
    lineEnding: 'LF',
  };
  const { id } = await askCrm(context, { path: `${API}/jobs/ingest`, method: 'POST', body: order }, Load);
  const path = `${API}/jobs/ingest/${id}`;
  try {
    await callCrm(context, { path: `${path}/batches`, method: 'PUT', csv: bulkCsv(rows) });
    await callCrm(context, { path, method: 'PATCH', body: { state: 'UploadComplete' } });
  } catch (error) {
    await abandon(context, path);
    throw error;
  }
  return { loadId: id, rows: rows.length };
};

/** A load that is not complete counts against the quota until somebody ends it; what made it fail matters more than this. */
const abandon = async (context: RunContext, path: string): Promise<void> => {
  try {
    await callCrm(context, { path, method: 'PATCH', body: { state: 'Aborted' } });
  } catch {
    context.log({ level: 'warn', message: 'A load of the CRM was begun and could not be ended.' });
  }
};
