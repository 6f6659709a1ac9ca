import { type Queryable, type Row, takeNamedLock } from '@irisflow/database';
import type { CaseChannel, OfficeApplicant, PrefilledValue, UnavailableSource } from '../views/application.ts';
import { type FormData, type Locale, isoOf, jsonOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface ApplicationRow extends Row {
  id: string;
  procedure_key: string;
  procedure_version: number;
  administration: string;
  person_id: string;
  language: Locale;
  revision: number;
  data: FormData;
  prefill: PrefilledValue[];
  unavailable: UnavailableSource[];
  page: string | null;
  saved_at: Date | string;
  case_id: string | null;
  /** The clerk who opened it for somebody; null where people fill their own. */
  opened_by: string | null;
  channel: CaseChannel;
  received_on: string | null;
  contact_id: string | null;
  applicant: OfficeApplicant | null;
  /** Whether it asks for restricted answers, so that no colleague of the clerk who opened it reads it. */
  opener_only: boolean;
}

const columns = `id, procedure_key, procedure_version, administration, person_id, language, revision, data, prefill,
       unavailable, page, saved_at, case_id, opened_by, channel, received_on::text as received_on, contact_id, applicant, opener_only`;

export const findOpenApplication = async (
  db: Queryable,
  { personId, procedureKey }: { personId: string; procedureKey: string },
): Promise<ApplicationRow | undefined> => {
  const rows = await db.query<ApplicationRow>(
    `select ${columns} from casework.application_draft
      where person_id = $1 and procedure_key = $2 and case_id is null and opened_by is null`,
    [personId, procedureKey],
  );
  return rows[0];
};

export const findApplication = async (db: Queryable, id: string): Promise<ApplicationRow | undefined> => {
  const rows = await db.query<ApplicationRow>(`select ${columns} from casework.application_draft where id = $1`, [id]);
  return rows[0];
};

/** The same, locked until the transaction ends. */
export const lockApplication = async (db: Queryable, id: string): Promise<ApplicationRow | undefined> => {
  const rows = await db.query<ApplicationRow>(
    `select ${columns} from casework.application_draft where id = $1 for update`,
    [id],
  );
  return rows[0];
};

/** The application that is being filled of what a contact said, where there is one. */
export const findApplicationOfContact = async (
  db: Queryable,
  { contactId, procedureKey }: { contactId: string; procedureKey: string },
): Promise<ApplicationRow | undefined> => {
  const rows = await db.query<ApplicationRow>(
    `select ${columns} from casework.application_draft
      where contact_id = $1 and procedure_key = $2 and case_id is null`,
    [contactId, procedureKey],
  );
  return rows[0];
};

export const listOpenApplications = (db: Queryable, personId: string): Promise<ApplicationRow[]> =>
  db.query<ApplicationRow>(
    `select ${columns} from casework.application_draft where person_id = $1 and case_id is null and opened_by is null
      order by saved_at desc`,
    [personId],
  );

export interface NewApplication {
  readonly id: string;
  readonly procedureKey: string;
  readonly procedureVersion: number;
  readonly administration: string;
  readonly personId: string;
  readonly language: Locale;
  readonly data: FormData;
  readonly prefill: readonly PrefilledValue[];
  readonly unavailable: readonly UnavailableSource[];
  readonly at: number;
}

/** What an office fills for somebody. */
export interface NewOfficeApplication extends NewApplication {
  readonly openedBy: string;
  readonly channel: CaseChannel;
  readonly receivedOn: string | null;
  readonly contactId: string | null;
  readonly applicant: OfficeApplicant;
  readonly openerOnly: boolean;
}

/** Writes an application that an office fills; nothing happens where there is one of the contact already. */
export const insertOfficeApplication = async (db: Queryable, application: NewOfficeApplication): Promise<void> => {
  const at = isoOf(application.at);
  await tables(db)
    .insertInto('application_draft')
    .values({
      id: application.id,
      procedure_key: application.procedureKey,
      procedure_version: application.procedureVersion,
      administration: application.administration,
      person_id: application.personId,
      language: application.language,
      revision: 1,
      data: jsonOf(application.data),
      prefill: jsonOf(application.prefill),
      unavailable: jsonOf(application.unavailable),
      created_at: at,
      saved_at: at,
      opened_by: application.openedBy,
      channel: application.channel,
      received_on: application.receivedOn,
      contact_id: application.contactId,
      applicant: jsonOf(application.applicant),
      opener_only: application.openerOnly,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Writes a new application; answers false when the person already has an open one of this procedure. */
export const insertApplication = async (db: Queryable, application: NewApplication): Promise<boolean> => {
  const rows = await db.query(
    `insert into casework.application_draft (id, procedure_key, procedure_version, administration, person_id, language,
       revision, data, prefill, unavailable, created_at, saved_at)
     values ($1, $2, $3, $4, $5, $6, 1, $7::jsonb, $8::jsonb, $9::jsonb, $10, $10)
     on conflict (person_id, procedure_key) where case_id is null and opened_by is null do nothing
     returning id`,
    [
      application.id,
      application.procedureKey,
      application.procedureVersion,
      application.administration,
      application.personId,
      application.language,
      jsonOf(application.data),
      jsonOf(application.prefill),
      jsonOf(application.unavailable),
      isoOf(application.at),
    ],
  );
  return rows.length > 0;
};

export interface ApplicationWrite {
  readonly id: string;
  readonly data: FormData;
  readonly language: Locale;
  readonly page: string | null;
  readonly at: number;
}

export const updateApplication = async (db: Queryable, write: ApplicationWrite): Promise<number> => {
  const rows = await db.query<{ revision: number }>(
    `update casework.application_draft
        set data = $2::jsonb, language = $3, page = $4, saved_at = $5, revision = revision + 1
      where id = $1 returning revision`,
    [write.id, jsonOf(write.data), write.language, write.page, isoOf(write.at)],
  );
  return rows[0]?.revision ?? 0;
};

export interface ApplicationFilling {
  readonly id: string;
  readonly prefill: readonly PrefilledValue[];
  readonly unavailable: readonly UnavailableSource[];
}

/** Notes what sources said since; the answers and their revision stay, because a screen may be working on them. */
export const fillApplication = (db: Queryable, { id, prefill, unavailable }: ApplicationFilling) =>
  db.query('update casework.application_draft set prefill = $2::jsonb, unavailable = $3::jsonb where id = $1', [
    id,
    jsonOf(prefill),
    jsonOf(unavailable),
  ]);

interface ClosedApplication extends Pick<ApplicationWrite, 'id' | 'data'> {
  readonly caseId: string;
  readonly prefill: readonly PrefilledValue[];
}

/** It became a case: what is kept apart there does not stay here. */
export const closeApplication = (db: Queryable, { id, caseId, data, prefill }: ClosedApplication) =>
  db.query('update casework.application_draft set case_id = $2, data = $3::jsonb, prefill = $4::jsonb where id = $1', [
    id,
    caseId,
    jsonOf(data),
    jsonOf(prefill),
  ]);

/** Also forgets for which draft sources were consulted; the consultations themselves stay. */
export const deleteApplication = async (db: Queryable, id: string): Promise<void> => {
  await db.query('update casework.consultation set draft_id = null where draft_id = $1', [id]);
  await db.query('delete from casework.application_draft where id = $1', [id]);
};

/** The next number under a prefix in a year; numbers of rolled-back submissions are used again, so there are no gaps. */
export const nextCaseNumber = async (
  db: Queryable,
  { prefix, year }: { prefix: string; year: number },
): Promise<number> => {
  const rows = await db.query<{ last: number }>(
    `insert into casework.case_counter (prefix, year, last) values ($1, $2, 1)
     on conflict (prefix, year) do update set last = casework.case_counter.last + 1 returning last`,
    [prefix, year],
  );
  return rows[0]?.last ?? 1;
};

/** How many drafts and cases of a person have not ended; takes a lock of theirs, so that nobody opens two at once. */
export const countOpenThings = async (
  db: Queryable,
  { personId, ended }: { personId: string; ended: readonly string[] },
): Promise<number> => {
  // Locking the row would take the right to change it.
  await takeNamedLock(db, `open things of ${personId}`);
  const drafts = await tables(db)
    .selectFrom('application_draft')
    .select((one) => one.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('case_id', 'is', null)
    .executeTakeFirst();
  const cases = await tables(db)
    .selectFrom('case_file')
    .select((one) => one.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('status', 'not in', ended)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return Number(drafts?.count ?? 0) + Number(cases?.count ?? 0);
};
