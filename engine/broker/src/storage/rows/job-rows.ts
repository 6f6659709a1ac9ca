import type { Job, JobEvent, JobPhase } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import type { JobKey, JobState } from '@irisflow/protocol';
import { insertRows, type RowValues, updateRows } from '../row-statement.ts';

type Phase = JobPhase | 'ended';

/** A job as it is at the end of the batch; `job` is null for one that existed before and has left the state. */
interface JobRow {
  readonly key: JobKey;
  readonly rootKey: string;
  readonly createdAt: number | null;
  job: Job | null;
  phase: Phase;
  state: JobState;
  errorCode: string | null;
  errorMessage: string | null;
  deniedReason: string | null;
  endedAt: number | null;
  updatedAt: number;
}

const insert = insertRows('job', {
  key: 'bigint',
  root_key: 'bigint',
  process_instance_key: 'bigint',
  element_key: 'bigint',
  element_id: 'text',
  tenant_id: 'text',
  type: 'text',
  kind: 'text',
  listener_event_type: 'text',
  headers: 'text',
  phase: 'text',
  state: 'text',
  retries: 'integer',
  worker: 'text',
  deadline: 'bigint',
  retry_at: 'bigint',
  error_code: 'text',
  error_message: 'text',
  created_at: 'bigint',
  ended_at: 'bigint',
  denied_reason: 'text',
  updated_at: 'bigint',
});
const change = updateRows('job', {
  key: 'bigint',
  element_id: 'text',
  phase: 'text',
  state: 'text',
  retries: 'integer',
  worker: 'text',
  deadline: 'bigint',
  retry_at: 'bigint',
  error_code: 'text',
  error_message: 'text',
  updated_at: 'bigint',
});
/** Ended in a batch after the one that created it; the error only overwrites when there is one. */
const end = updateRows(
  'job',
  { key: 'bigint', phase: 'text', state: 'text', ended_at: 'bigint', updated_at: 'bigint' },
  'job_end',
);
const endWithError = updateRows(
  'job',
  {
    key: 'bigint',
    phase: 'text',
    state: 'text',
    ended_at: 'bigint',
    updated_at: 'bigint',
    error_code: 'text',
    error_message: 'text',
  },
  'job_end_with_error',
);
const endWithDenial = updateRows(
  'job',
  { key: 'bigint', phase: 'text', state: 'text', ended_at: 'bigint', updated_at: 'bigint', denied_reason: 'text' },
  'job_end_with_denial',
);

/** What the API calls a job after each event. */
const STATES: { readonly [Kind in JobEvent['kind']]: JobState } = {
  jobCreated: 'CREATED',
  jobActivated: 'CREATED',
  jobCompleted: 'COMPLETED',
  jobFailed: 'FAILED',
  jobTimedOut: 'TIMED_OUT',
  jobYielded: 'CREATED',
  jobRecovered: 'CREATED',
  jobParked: 'FAILED',
  jobRetriesUpdated: 'RETRIES_UPDATED',
  jobTimeoutUpdated: 'CREATED',
  jobErrorThrown: 'ERROR_THROWN',
  jobCanceled: 'CANCELED',
};

const endsJob = (event: JobEvent): boolean =>
  event.kind === 'jobCompleted' || event.kind === 'jobCanceled' || (event.kind === 'jobErrorThrown' && event.caught);

const mutable = (row: JobRow, job: Job): RowValues => [
  row.phase,
  row.state,
  job.retries,
  job.worker,
  job.deadline,
  job.retryAt,
  row.errorCode,
  row.errorMessage ?? job.errorMessage,
];

const toInsert = (row: JobRow, job: Job): RowValues => [
  job.key,
  row.rootKey,
  job.processInstanceKey,
  job.elementKey,
  job.elementId,
  job.tenantId,
  job.type,
  job.kind,
  job.listenerEventType,
  job.headers,
  ...mutable(row, job),
  row.createdAt,
  row.endedAt,
  row.deniedReason,
  row.updatedAt,
];

const toEnd = ({ key, phase, state, endedAt, updatedAt }: JobRow): RowValues => [key, phase, state, endedAt, updatedAt];
const toEndWithError = (row: JobRow): RowValues => [...toEnd(row), row.errorCode, row.errorMessage];
const toEndWithDenial = (row: JobRow): RowValues => [...toEnd(row), row.deniedReason];

/** Follows one event; `current` is the job in the loaded tree, if it is still there. */
const follow = (row: JobRow, event: JobEvent, current: Job | undefined, at: number) => {
  row.state = STATES[event.kind];
  row.updatedAt = at;
  if (event.kind === 'jobErrorThrown')
    Object.assign(row, { errorCode: event.errorCode, errorMessage: event.errorMessage });
  if (event.kind === 'jobCompleted') row.deniedReason = event.deniedReason ?? null;
  if (endsJob(event)) Object.assign(row, { phase: 'ended', endedAt: at });
  else if (current !== undefined) Object.assign(row, { job: current, phase: current.phase });
};

const newRow = (event: JobEvent, current: Job | undefined, place: { rootKey: string; at: number }): JobRow => {
  const isNew = event.kind === 'jobCreated';
  return {
    key: isNew ? event.job.key : event.key,
    rootKey: place.rootKey,
    createdAt: isNew ? place.at : null,
    job: current ?? (isNew ? event.job : null),
    phase: 'activatable',
    state: 'CREATED',
    errorCode: null,
    errorMessage: null,
    deniedReason: null,
    endedAt: null,
    updatedAt: place.at,
  };
};

type Write = typeof insert;

/** The statement that brings a row up to date, with its values; null when there is nothing to write. */
const writeOf = (row: JobRow): readonly [Write, RowValues] | null => {
  if (row.createdAt !== null && row.job !== null) return [insert, toInsert(row, row.job)];
  if (row.phase !== 'ended') {
    return row.job === null ? null : [change, [row.key, row.job.elementId, ...mutable(row, row.job), row.updatedAt]];
  }
  if (row.errorCode !== null) return [endWithError, toEndWithError(row)];
  return row.deniedReason === null ? [end, toEnd(row)] : [endWithDenial, toEndWithDenial(row)];
};

/** Rows of `job` that one batch writes: created, handed out and completed in one batch is one insert. */
export const createJobRows = () => {
  const rows = new Map<JobKey, JobRow>();
  return {
    follow: (event: JobEvent, current: Job | undefined, place: { rootKey: string; at: number }) => {
      const key = event.kind === 'jobCreated' ? event.job.key : event.key;
      const row = rows.get(key) ?? newRow(event, current, place);
      rows.set(key, row);
      follow(row, event, current, place.at);
    },
    statements: (): Statement[] => {
      const writes = new Map<Write, RowValues[]>(
        [insert, change, end, endWithError, endWithDenial].map((to) => [to, []]),
      );
      for (const row of rows.values()) {
        const write = writeOf(row);
        if (write !== null) writes.get(write[0])?.push(write[1]);
      }
      return Array.from(writes)
        .filter(([, written]) => written.length > 0)
        .map(([statement, written]) => statement(written));
    },
  };
};
