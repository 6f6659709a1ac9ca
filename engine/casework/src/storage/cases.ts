import { type Queryable, type Row, sql } from '@irisflow/database';
import type { CaseChannel, PrefilledValue } from '../views/application.ts';
import type { CaseStatus, InstanceCase } from '@irisflow/procedures';
import { type FormData, type Locale, foldText, isoOf, jsonOf } from '@irisflow/foundation';

/** Whose instances these are, those that a case had before it was reopened and those that began with its rights included. */
export const findInstanceCases = (db: Queryable, keys: readonly string[]): Promise<InstanceCase[]> =>
  db.query<InstanceCase & Row>(
    `select id, reference, process_instance_key, procedure_key, procedure_version from casework.case_file
      where process_instance_key = any($1::text[])
     union all
     select f.id, f.reference, e.key, f.procedure_key, f.procedure_version
       from casework.case_file f cross join lateral unnest(f.earlier_instances) as e (key)
      where f.earlier_instances && $1::text[] and f.earlier_instances <> '{}' and e.key = any($1::text[])
     union all
     select f.id, f.reference, r.process_instance_key, f.procedure_key, r.procedure_version
       from casework.right_instance r join casework.case_file f on f.id = r.case_id
      where r.process_instance_key = any($1::text[])`,
    [keys],
  );

export interface CaseRow extends Row {
  id: string;
  administration: string;
  reference: string;
  procedure_key: string;
  procedure_version: number;
  person_id: string;
  applicant: string;
  applicant_email: string | null;
  applicant_email_verified: boolean;
  language: Locale;
  /** NIS code, where the procedure says where its answers name the commune. */
  commune: string | null;
  status: CaseStatus;
  data: FormData;
  prefill: PrefilledValue[];
  submitted_at: Date | string;
  updated_at: Date | string;
  closed_at: Date | string | null;
  withdrawal_asked_at: Date | string | null;
  process_instance_key: string | null;
  /** Null for what came on paper. */
  draft_id: string | null;
  /** The case whose decision this one is an appeal against. */
  appeal_of: string | null;
  channel: CaseChannel;
  received_on: string | null;
  opened_by: string | null;
  /** Where the process last was, and the procedure's own status that follows from it. */
  milestone: string | null;
  own_status: string | null;
  /** Further languages of letters, those that count first. */
  also_in: Locale[];
  /** The applicant's name in letters that can be printed, where their own cannot. */
  name_in_letters: string | null;
  /** Since when it goes on after it was closed, how it had ended, and the processes that it had before. */
  reopened_at: Date | string | null;
  reopened_from: CaseStatus | null;
  earlier_instances: string[];
}

/** Of a case what lists show: who may read no more than that reads this. */
export const headColumns = [
  'f.id',
  'f.reference',
  'f.procedure_key',
  'f.procedure_version',
  'f.applicant',
  'f.language',
  'f.also_in',
  'f.status',
  'f.own_status',
  'f.submitted_at',
  'f.updated_at',
] as const;
type Named<Column> = Column extends `f.${infer Name extends keyof CaseRow & string}` ? Name : never;
export type CaseHead = Pick<CaseRow, Named<(typeof headColumns)[number]>>;

/** Of `case_file as f`. */
export const caseColumns = [
  'f.id',
  'f.administration',
  'f.reference',
  'f.procedure_key',
  'f.procedure_version',
  'f.person_id',
  'f.applicant',
  'f.applicant_email',
  'f.applicant_email_verified',
  'f.language',
  'f.commune',
  'f.status',
  'f.data',
  'f.prefill',
  'f.submitted_at',
  'f.updated_at',
  'f.closed_at',
  'f.withdrawal_asked_at',
  'f.process_instance_key',
  'f.draft_id',
  'f.appeal_of',
  'f.channel',
  sql<string | null>`f.received_on::text`.as('received_on'),
  'f.opened_by',
  'f.milestone',
  'f.own_status',
  'f.also_in',
  'f.name_in_letters',
  'f.reopened_at',
  'f.reopened_from',
  'f.earlier_instances',
] as const;
const columns = caseColumns
  .map((column) => (typeof column === 'string' ? column : 'f.received_on::text as received_on'))
  .join(', ');

export interface NewCase {
  readonly id: string;
  readonly administration: string;
  readonly reference: string;
  readonly procedureKey: string;
  readonly procedureVersion: number;
  readonly personId: string;
  readonly applicant: string;
  readonly applicantEmail: string | null;
  readonly isApplicantEmailVerified: boolean;
  readonly language: Locale;
  readonly data: FormData;
  readonly prefill: readonly PrefilledValue[];
  readonly at: number;
  readonly draftId: string | null;
  readonly appealOf?: string;
  readonly channel: CaseChannel;
  /** Null where it came in as it was entered. */
  readonly receivedOn: string | null;
  readonly openedBy: string | null;
  readonly ownStatus?: string | null;
  /** Other words by which it is found. */
  readonly knownAs?: string;
  readonly alsoIn: readonly Locale[];
}

export const insertCase = (db: Queryable, newCase: NewCase) =>
  db.query(
    `insert into casework.case_file (id, administration, reference, procedure_key, procedure_version, person_id, applicant,
       applicant_email, search_text, language, status, data, prefill, submitted_at, updated_at, draft_id,
       applicant_email_verified, channel, received_on, opened_by, appeal_of, own_status, also_in)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'submitted', $11::jsonb, $12::jsonb, $13, $13, $14, $15, $16,
       $17::date, $18, $19, $20, $21)`,
    [
      newCase.id,
      newCase.administration,
      newCase.reference,
      newCase.procedureKey,
      newCase.procedureVersion,
      newCase.personId,
      newCase.applicant,
      newCase.applicantEmail,
      foldText(`${newCase.reference} ${newCase.applicant} ${newCase.knownAs ?? ''}`.trim()),
      newCase.language,
      jsonOf(newCase.data),
      jsonOf(newCase.prefill),
      isoOf(newCase.at),
      newCase.draftId,
      newCase.isApplicantEmailVerified,
      newCase.channel,
      newCase.receivedOn,
      newCase.openedBy,
      newCase.appealOf ?? null,
      newCase.ownStatus ?? null,
      newCase.alsoIn,
    ],
  );

export const findCase = async (db: Queryable, id: string): Promise<CaseRow | undefined> =>
  (await db.query<CaseRow>(`select ${columns} from casework.case_file f where f.id = $1`, [id]))[0];

/** A case of an administration by its key or its reference. */
export const findCaseByName = async (
  db: Queryable,
  { administration, name }: { readonly administration: string; readonly name: string },
): Promise<CaseRow | undefined> => {
  const rows = await db.query<CaseRow>(
    `select ${columns} from casework.case_file f where f.administration = $1 and (f.id = $2 or f.reference = $2)`,
    [administration, name],
  );
  return rows.find(({ id }) => id === name) ?? rows[0];
};

/** Cases by their keys, in no order; those that the reader may not see are left out. */
export const findCases = (db: Queryable, ids: readonly string[]): Promise<CaseRow[]> =>
  db.query<CaseRow>(`select ${columns} from casework.case_file f where f.id = any($1::text[])`, [ids]);

/** Cases of a person under a procedure that have not ended, the newest first. */
export const listOpenCasesOf = (
  db: Queryable,
  { personId, procedureKey, ended }: { personId: string; procedureKey: string; ended: readonly string[] },
): Promise<CaseRow[]> =>
  db.query<CaseRow>(
    `select ${columns} from casework.case_file f
      where f.person_id = $1 and f.procedure_key = $2 and f.closed_at is null and not f.status = any($3::text[])
        and f.appeal_of is null
      order by f.submitted_at desc, f.id desc limit 20`,
    [personId, procedureKey, ended],
  );

const MOST_OF_NUMBER = 100;

/** Cases of an administration whose applicant has a number, the newest first. */
export const listCasesOfNumber = (
  db: Queryable,
  { administration, numberIndex }: { administration: string; numberIndex: string },
): Promise<CaseRow[]> =>
  db.query<CaseRow>(
    `select ${columns} from casework.case_party p join casework.case_file f on f.id = p.case_id
      where p.administration = $1 and p.number_index = $2 and p.role = 'applicant'
      order by f.submitted_at desc, f.id desc limit ${MOST_OF_NUMBER}`,
    [administration, numberIndex],
  );

/** Appeals against the decision of a case, the first one first. */
export const listAppealsOf = (db: Queryable, caseId: string): Promise<CaseRow[]> =>
  db.query<CaseRow>(
    `select ${columns} from casework.case_file f where f.appeal_of = $1 order by f.submitted_at, f.reference`,
    [caseId],
  );

export const lockCase = async (db: Queryable, id: string): Promise<CaseRow | undefined> =>
  (await db.query<CaseRow>(`select ${columns} from casework.case_file f where f.id = $1 for update`, [id]))[0];

/** Whether nobody is at work on a case now; it then stays as it is until the transaction ends, and nobody was waited for. */
export const holdIdleCase = async (db: Queryable, id: string): Promise<boolean> =>
  (await db.query('select 1 from casework.case_file where id = $1 for key share skip locked', [id])).length > 0;

/** The cases for which instances work, those that began with a right included. */
export const findCasesByInstances = (db: Queryable, keys: readonly string[]): Promise<CaseRow[]> =>
  db.query<CaseRow>(
    `select ${columns} from casework.case_file f
      where f.id = any(array(
        select o.id from casework.case_file o where o.process_instance_key = any($1::text[])
         union all
        select r.case_id from casework.right_instance r where r.process_instance_key = any($1::text[])))`,
    [keys],
  );

/** The case for which an instance of the engine works: its own process, or one that began with a right that it granted. */
export interface InstanceOwner extends Row {
  process_instance_key: string;
  id: string;
  administration: string;
  /** Of one that began with a right; null for the case's own, which has the version of the case. */
  process_version: number | null;
}

export const findInstanceOwners = (db: Queryable, keys: readonly string[]): Promise<InstanceOwner[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db.query<InstanceOwner>(
        `select process_instance_key, id, administration, null::integer as process_version
           from casework.case_file where process_instance_key = any($1::text[])
         union all
         select process_instance_key, case_id, administration, procedure_version
           from casework.right_instance where process_instance_key = any($1::text[])`,
        [keys],
      );

export const listCasesOfPerson = (db: Queryable, personId: string): Promise<CaseRow[]> =>
  db.query<CaseRow>(
    `select ${columns} from casework.case_file f where f.person_id = $1 order by f.submitted_at desc, f.id desc limit 500`,
    [personId],
  );

/** The statuses that cases of an administration have: one look into an index for each that there may be. */
export const listStatusesInUse = async (
  db: Queryable,
  { administration, statuses }: { administration: string; statuses: readonly CaseStatus[] },
): Promise<CaseStatus[]> => {
  const rows = await db.query<{ status: CaseStatus }>(
    `select known.status from unnest($2::text[]) with ordinality as known (status, place)
      where exists (select from casework.case_file f where f.administration = $1 and f.status = known.status)
      order by known.place`,
    [administration, statuses],
  );
  return rows.map(({ status }) => status);
};

export const setCaseStatusRow = async (
  db: Queryable,
  { row, status, ownStatus, at }: { row: CaseRow; status: CaseStatus; ownStatus: string | null; at: number },
): Promise<void> => {
  await db.query('update casework.case_file set status = $2, own_status = $3, updated_at = $4 where id = $1', [
    row.id,
    status,
    ownStatus,
    isoOf(at),
  ]);
  await insertStatusChange(db, { caseId: row.id, administration: row.administration, status, at });
};

export const setAnswersRow = (db: Queryable, { id, data, at }: { id: string; data: FormData; at: number }) =>
  db.query('update casework.case_file set data = $2::jsonb, updated_at = $3 where id = $1', [
    id,
    jsonOf(data),
    isoOf(at),
  ]);

type Standing = Pick<CaseRow, 'id' | 'procedure_key' | 'procedure_version' | 'status' | 'milestone'>;

/** Where cases stand, without what was answered in them. */
export const listStandings = (db: Queryable, ids: readonly string[]): Promise<Standing[]> =>
  db.query<Standing & Row>(
    'select id, procedure_key, procedure_version, status, milestone from casework.case_file where id = any($1::text[])',
    [ids],
  );

export const setMilestoneRow = (
  db: Queryable,
  { id, milestone, ownStatus }: { id: string; milestone: string | null; ownStatus: string | null },
) =>
  db.query('update casework.case_file set milestone = $2, own_status = $3 where id = $1', [id, milestone, ownStatus]);

/** The own statuses that cases of an administration have, each with its procedure. */
export const listOwnStatusesInUse = (
  db: Queryable,
  administration: string,
): Promise<{ procedure_key: string; own_status: string; version: number }[]> =>
  db.query(
    `select procedure_key, own_status, max(procedure_version) as version from casework.case_file
      where administration = $1 and own_status is not null group by 1, 2 order by 1, 2 limit 200`,
    [administration],
  );

export const insertStatusChange = (
  db: Queryable,
  change: { caseId: string; administration: string; status: string; at: number },
) =>
  db.query('insert into casework.status_change (case_id, administration, status, at) values ($1, $2, $3, $4)', [
    change.caseId,
    change.administration,
    change.status,
    isoOf(change.at),
  ]);

export interface StatusChangeRow extends Row {
  status: CaseStatus;
  at: Date | string;
}

export const listStatusChanges = (db: Queryable, caseId: string): Promise<StatusChangeRow[]> =>
  db.query<StatusChangeRow>('select status, at from casework.status_change where case_id = $1 order by id', [caseId]);

export const touchCase = (db: Queryable, { id, at }: { id: string; at: number }) =>
  db.query('update casework.case_file set updated_at = $2 where id = $1', [id, isoOf(at)]);

export const closeCaseRow = (db: Queryable, { id, at }: { id: string; at: number }) =>
  db.query('update casework.case_file set closed_at = $2, updated_at = $2 where id = $1 and closed_at is null', [
    id,
    isoOf(at),
  ]);

/** Opens a closed case again. Its process belongs to what was before; how it had ended stays known. */
export const reopenCaseRow = (db: Queryable, { id, at }: { id: string; at: number }) =>
  db.query(
    `update casework.case_file
        set reopened_at = $2, reopened_from = status, closed_at = null, withdrawal_asked_at = null, milestone = null,
            earlier_instances = earlier_instances || array_remove(array[process_instance_key], null),
            process_instance_key = null, updated_at = $2
      where id = $1`,
    [id, isoOf(at)],
  );

export const setNameInLetters = (db: Queryable, { id, name, at }: { id: string; name: string; at: number }) =>
  db.query('update casework.case_file set name_in_letters = $2, updated_at = $3 where id = $1', [id, name, isoOf(at)]);

export const markWithdrawal = (db: Queryable, { id, at }: { id: string; at: number }) =>
  db.query('update casework.case_file set withdrawal_asked_at = $2, updated_at = $2 where id = $1', [id, isoOf(at)]);

/** Gives a case its root instance; a case that already has one keeps it, and the answer says which. */
export const takeInstance = async (
  db: Queryable,
  { id, processInstanceKey }: { id: string; processInstanceKey: string },
): Promise<string | null> => {
  const rows = await db.query<{ process_instance_key: string | null }>(
    `update casework.case_file set process_instance_key = coalesce(process_instance_key, $2)
      where id = $1 returning process_instance_key`,
    [id, processInstanceKey],
  );
  return rows[0]?.process_instance_key ?? null;
};
