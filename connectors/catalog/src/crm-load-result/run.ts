import { bpmnError, notYet, type RunContext } from '@irisflow/connector-sdk';
import { parse } from 'csv-parse/sync';
import { Type } from 'typebox';

import { API, askCrm, callCrm } from '../crm/call-crm.ts';
import type { Input, Output } from './schema.ts';

const PAUSE_MS = 15_000;
const MOST_FAILURES = 100;
/** Ten thousand refused rows with long fields. */
const MAX_BYTES = 32 * 1024 * 1024;

const State = Type.Object({
  state: Type.String(),
  numberRecordsProcessed: Type.Optional(Type.Integer()),
  numberRecordsFailed: Type.Optional(Type.Integer()),
});

export const run = async ({ loadId }: Input, context: RunContext): Promise<Output> => {
  const path = `${API}/jobs/ingest/${loadId}`;
  const {
    state,
    numberRecordsProcessed: processed = 0,
    numberRecordsFailed: failed = 0,
  } = await askCrm(context, { path }, State);
  if (['Open', 'UploadComplete', 'InProgress'].includes(state))
    throw notYet('The CRM is still busy with what it was handed.', PAUSE_MS);
  if (state !== 'JobComplete')
    throw bpmnError('CRM_REFUSED', `The CRM ended what it was handed (${state}).`, { reason: state, fields: [] });
  return { processed, failed, failures: failed === 0 ? [] : await readFailures(context, path) };
};

const readFailures = async (context: RunContext, path: string): Promise<Output['failures']> => {
  const { text } = await callCrm(context, { path: `${path}/failedResults/`, accept: 'text/csv', maxBytes: MAX_BYTES });
  const rows = parse<Record<string, string>>(text, { columns: true, to: MOST_FAILURES, skip_empty_lines: true });
  return rows.map(({ sf__Id: _id, sf__Error: error = '', ...row }) => ({ row, reason: error.split(':')[0] ?? '' }));
};
