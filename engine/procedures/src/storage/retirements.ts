import { type Queryable, type Row, shareNamedLock, takeNamedLock } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** What everybody may know of a procedure that ends. Days are `YYYY-MM-DD`. */
export interface PublicRetirementRow extends Row {
  readonly id: string;
  readonly procedure_key: string;
  readonly administration: string;
  readonly closes_on: string;
  readonly drafts_until: string;
  readonly replaced_by: string | null;
  readonly replaced_url: string | null;
  readonly contact_email: string | null;
  readonly contact_phone: string | null;
}

export interface RetirementRow extends PublicRetirementRow {
  readonly reason: string;
  readonly asked_at: Date | string;
  readonly asked_by: string;
  readonly requested_by: string;
  readonly approved_at: Date | string | null;
  readonly approved_by: string | null;
  readonly back_reason: string | null;
  readonly back_asked_at: Date | string | null;
  readonly back_asked_by: string | null;
  readonly back_requested_by: string | null;
}

/** What everybody may read. */
export const publicRetirementColumns = [
  'id',
  'procedure_key',
  'administration',
  'closes_on',
  'drafts_until',
  'replaced_by',
  'replaced_url',
  'contact_email',
  'contact_phone',
  'approved_at',
  'ended_at',
] as const;

/** Days come as text: drivers would make instants of them. */
const publicColumns = `r.id, r.procedure_key, r.administration, r.closes_on::text as closes_on,
       r.drafts_until::text as drafts_until, r.replaced_by, r.replaced_url, r.contact_email, r.contact_phone`;
const ownColumns = `${publicColumns}, r.reason, r.asked_at, r.asked_by, r.requested_by, r.approved_at, r.approved_by,
       r.back_reason, r.back_asked_at, r.back_asked_by, r.back_requested_by`;
const inForce = 'r.ended_at is null and r.approved_at is not null';

/** How a procedure ends, once that is approved. */
export const findRetirement = async (db: Queryable, key: string): Promise<PublicRetirementRow | undefined> =>
  (
    await db.query<PublicRetirementRow>(
      `select ${publicColumns} from casework.procedure_retirement r where r.procedure_key = $1 and ${inForce}`,
      [key],
    )
  )[0];

/** Every procedure that ends, once that is approved. */
export const listRetirements = (db: Queryable): Promise<PublicRetirementRow[]> =>
  db.query<PublicRetirementRow>(
    `select ${publicColumns} from casework.procedure_retirement r where ${inForce} order by r.procedure_key`,
  );

/** The same with what was only asked for, for those who draw. */
export const listRetirementRows = (db: Queryable, administration: string): Promise<RetirementRow[]> =>
  db.query<RetirementRow>(
    `select ${ownColumns} from casework.procedure_retirement r
      where r.administration = $1 and r.ended_at is null order by r.procedure_key`,
    [administration],
  );

/** What stands of one procedure, approved or not. */
export const findRetirementRow = async (db: Queryable, key: string): Promise<RetirementRow | undefined> =>
  (
    await db.query<RetirementRow>(
      `select ${ownColumns} from casework.procedure_retirement r where r.procedure_key = $1 and r.ended_at is null`,
      [key],
    )
  )[0];

const lockName = (key: string): string => `retirement of ${key}`;

/** Until the transaction ends a procedure neither ends nor comes back. */
export const shareRetirement = (tx: Queryable, key: string): Promise<void> => shareNamedLock(tx, lockName(key));

/** Until the transaction ends nobody files: whoever was at it has filed. */
export const takeRetirement = (tx: Queryable, key: string): Promise<void> => takeNamedLock(tx, lockName(key));

export interface NewRetirement {
  readonly id: string;
  readonly key: string;
  readonly administration: string;
  readonly closesOn: string;
  readonly draftsUntil: string;
  readonly replacedBy: string | null;
  readonly replacedUrl: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly reason: string;
  readonly at: number;
  readonly by: string;
  readonly requestedBy: string;
}

/** Adds what is asked for, unless something stands already; answers whether it was added. */
export const insertRetirement = async (tx: Queryable, given: NewRetirement): Promise<boolean> => {
  const rows = await tables(tx)
    .insertInto('procedure_retirement')
    .values({
      id: given.id,
      procedure_key: given.key,
      administration: given.administration,
      closes_on: given.closesOn,
      drafts_until: given.draftsUntil,
      replaced_by: given.replacedBy,
      replaced_url: given.replacedUrl,
      contact_email: given.contactEmail,
      contact_phone: given.contactPhone,
      reason: given.reason,
      asked_at: isoOf(given.at),
      asked_by: given.by,
      requested_by: given.requestedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
};

interface Act {
  readonly id: string;
  readonly at: number;
  readonly by: string;
}

export const approveRetirementRow = (tx: Queryable, { id, at, by }: Act) =>
  tables(tx)
    .updateTable('procedure_retirement')
    .set({ approved_at: isoOf(at), approved_by: by })
    .where('id', '=', id)
    .execute();

export const askBackRow = (
  tx: Queryable,
  { id, at, by, requestedBy, reason }: Act & { readonly requestedBy: string; readonly reason: string },
) =>
  tables(tx)
    .updateTable('procedure_retirement')
    .set({ back_reason: reason, back_asked_at: isoOf(at), back_asked_by: by, back_requested_by: requestedBy })
    .where('id', '=', id)
    .execute();

export const dropBackRow = (tx: Queryable, id: string) =>
  tables(tx)
    .updateTable('procedure_retirement')
    .set({ back_reason: null, back_asked_at: null, back_asked_by: null, back_requested_by: null })
    .where('id', '=', id)
    .execute();

export const endRetirementRow = (tx: Queryable, { id, at, by, reason }: Act & { readonly reason: string }) =>
  tables(tx)
    .updateTable('procedure_retirement')
    .set({ ended_at: isoOf(at), ended_by: by, end_reason: reason })
    .where('id', '=', id)
    .execute();
