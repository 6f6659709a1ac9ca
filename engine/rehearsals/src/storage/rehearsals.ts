import type { Queryable, Row } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { FolderFile } from '@irisflow/procedures';
import type { CaseResult } from '../views/case-result.ts';
import type { RehearsalState, UnreplayableReason } from '../views/rehearsal.ts';

export interface RehearsalRow extends Row {
  id: string;
  administration: string;
  procedure_key: string;
  from_day: string;
  to_day: string;
  parameters_on: string | null;
  started_by: string;
  started_at: Date | string;
  state: RehearsalState;
  ended_at: Date | string | null;
  has_more: boolean;
  is_restricted: boolean;
}

const columns = `id, administration, procedure_key, from_day::text, to_day::text, parameters_on::text, started_by, started_at, state,
  ended_at, has_more, is_restricted`;

export interface NewRehearsal {
  readonly id: string;
  readonly administration: string;
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly parametersOn: string | null;
  readonly personId: string;
  readonly at: number;
  readonly hasMore: boolean;
  readonly isRestricted: boolean;
  readonly draft: readonly FolderFile[];
}

/** Takes the place of the one before, which has ended; the cases of that one go with it. */
export const insertRehearsal = async (tx: Queryable, one: NewRehearsal): Promise<void> => {
  await tx.query('delete from casework.rehearsal where procedure_key = $1', [one.key]);
  await tx.query(
    `insert into casework.rehearsal (id, administration, procedure_key, from_day, to_day, parameters_on, started_by, started_at, state,
       has_more, is_restricted, draft, next_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'running', $9, $10, $11::jsonb, $8)`,
    [
      one.id,
      one.administration,
      one.key,
      one.from,
      one.to,
      one.parametersOn,
      one.personId,
      isoOf(one.at),
      one.hasMore,
      one.isRestricted,
      jsonOf(one.draft),
    ],
  );
};

/** The one of a procedure; locked until the transaction ends. */
export const lockRehearsal = async (tx: Queryable, key: string): Promise<RehearsalRow | undefined> =>
  (
    await tx.query<RehearsalRow>(`select ${columns} from casework.rehearsal where procedure_key = $1 for update`, [key])
  )[0];

export const findRehearsal = async (db: Queryable, key: string): Promise<RehearsalRow | undefined> =>
  (await db.query<RehearsalRow>(`select ${columns} from casework.rehearsal where procedure_key = $1`, [key]))[0];

export type TakenRehearsal = RehearsalRow & { readonly draft: readonly FolderFile[] };

/** Takes one that runs and that nobody is at, for a while: when this process dies, another goes on with it after that. */
export const takeRehearsal = async (
  db: Queryable,
  { at, keepMs }: { readonly at: number; readonly keepMs: number },
): Promise<TakenRehearsal | undefined> => {
  const rows = await db.query<TakenRehearsal>(
    `update casework.rehearsal set next_at = $2
      where id = (select id from casework.rehearsal where state = 'running' and next_at <= $1
                   order by next_at, id limit 1 for update skip locked)
      returning ${columns}, draft`,
    [isoOf(at), isoOf(at + keepMs)],
  );
  return rows[0];
};

/** Lets others have it at once. */
export const letGo = (db: Queryable, { id, at }: { readonly id: string; readonly at: number }) =>
  db.query('update casework.rehearsal set next_at = $2 where id = $1', [id, isoOf(at)]);

/** Ends one that runs; what was taken of the draft goes. */
export const endRehearsal = (
  db: Queryable,
  { id, state, at }: { readonly id: string; readonly state: Exclude<RehearsalState, 'running'>; readonly at: number },
) =>
  db.query(
    `update casework.rehearsal set state = $2, ended_at = $3, draft = null where id = $1 and state = 'running'`,
    [id, state, isoOf(at)],
  );

export const isRunning = async (db: Queryable, id: string): Promise<boolean> =>
  (await db.query(`select id from casework.rehearsal where id = $1 and state = 'running'`, [id])).length > 0;

/** What became of one case. */
export type Settled =
  | { readonly state: 'replayed'; readonly result: CaseResult }
  | { readonly state: 'unreplayable'; readonly reason: UnreplayableReason };

export const settleCase = (
  db: Queryable,
  { id, position }: { readonly id: string; readonly position: number },
  settled: Settled,
) =>
  db.query(
    `update casework.rehearsal_case set state = $3, reason = $4, result = $5::jsonb where rehearsal_id = $1 and position = $2`,
    [
      id,
      position,
      settled.state,
      settled.state === 'unreplayable' ? settled.reason : null,
      settled.state === 'replayed' ? jsonOf(settled.result) : null,
    ],
  );

export interface SettledRow extends Row {
  case_id: string;
  state: 'waiting' | Settled['state'];
  reason: UnreplayableReason | null;
  result: CaseResult | null;
}

export const listSettled = (db: Queryable, id: string) =>
  db.query<SettledRow>(
    'select case_id, state, reason, result from casework.rehearsal_case where rehearsal_id = $1 order by position',
    [id],
  );

/** Which of some cases whoever reads sees, by their references. */
export const listReferences = (db: Queryable, ids: readonly string[]) =>
  db.query<Row & { id: string; reference: string }>(
    'select id, reference from casework.case_file where id = any($1::text[])',
    [ids],
  );
