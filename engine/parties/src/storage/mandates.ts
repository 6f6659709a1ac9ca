import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

type MandateOrigin = 'desk' | 'portal' | 'provider';

export interface MandateRow {
  readonly id: string;
  readonly mandator_id: string;
  readonly mandator_name: string;
  /** Somebody who is known, or null where it was given to whoever proves to have a number. */
  readonly mandatee_id: string | null;
  readonly mandatee_index: string | null;
  readonly mandatee_name: string;
  /** Null for every procedure. */
  readonly procedures: string[] | null;
  readonly may_delegate: boolean;
  /** Days as `YYYY-MM-DD`. */
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly origin: MandateOrigin;
  readonly administration: string | null;
  readonly proof: string;
  readonly granted_at: Date | string;
  readonly granted_by: string | null;
  readonly revoked_at: Date | string | null;
}

const columns = [
  'm.id',
  'm.mandator_id',
  'm.mandator_name',
  'm.mandatee_id',
  'm.mandatee_index',
  'm.mandatee_name',
  'm.procedures',
  'm.may_delegate',
  sql<string>`m.valid_from::text`.as('valid_from'),
  sql<string | null>`m.valid_to::text`.as('valid_to'),
  'm.origin',
  'm.administration',
  'm.proof',
  'm.granted_at',
  'm.granted_by',
  'm.revoked_at',
] as const;

const mandates = (db: Queryable) => tables(db).selectFrom('mandate as m').select(columns).$castTo<MandateRow>();

/** Given to a party, or to a number that it has or had. */
const isHeldBy = (partyId: string) =>
  sql<boolean>`(m.mandatee_id = ${partyId} or m.mandatee_index in (
    select i.number_index from casework.party_identifier i where i.party_id = ${partyId} and i.state <> 'canceled'))`;

const isInForce = (today: string) =>
  sql<boolean>`(m.revoked_at is null and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date))`;

const MANY = 500;

/** The newest first. */
export const listMandatesOf = (db: Queryable, mandatorId: string): Promise<MandateRow[]> =>
  mandates(db)
    .where('m.mandator_id', '=', mandatorId)
    .orderBy('m.granted_at', 'desc')
    .orderBy('m.id')
    .limit(MANY)
    .execute();

/** Those that a party may use today. */
export const listMandatesHeld = (
  db: Queryable,
  { partyId, today }: { partyId: string; today: string },
): Promise<MandateRow[]> =>
  mandates(db)
    .where(isHeldBy(partyId))
    .where(isInForce(today))
    .orderBy('m.mandator_name')
    .orderBy('m.id')
    .limit(MANY)
    .execute();

export interface UsableMandate extends MandateRow {
  readonly kind: 'person' | 'organization';
  readonly name: string;
}

/** A mandate that a party may use today, with whom it is of. */
export const findUsableMandate = (
  db: Queryable,
  { id, partyId, today }: { id: string; partyId: string; today: string },
): Promise<UsableMandate | undefined> =>
  mandates(db)
    .innerJoin('party as p', 'p.id', 'm.mandator_id')
    .select(['p.kind', 'p.name'])
    .$castTo<UsableMandate>()
    .where('m.id', '=', id)
    .where(isHeldBy(partyId))
    .where(isInForce(today))
    .executeTakeFirst();

export const lockMandate = (db: Queryable, id: string): Promise<MandateRow | undefined> =>
  mandates(db).where('m.id', '=', id).forUpdate().executeTakeFirst();

export type NewMandate = Omit<MandateRow, 'revoked_at' | 'granted_at'> & { readonly granted_at: string };

export const insertMandate = async (db: Queryable, mandate: NewMandate): Promise<void> => {
  await tables(db).insertInto('mandate').values(mandate).execute();
};

export const revokeMandateRow = async (
  db: Queryable,
  { id, at, by }: { id: string; at: string; by: string | null },
): Promise<void> => {
  await tables(db).updateTable('mandate').set({ revoked_at: at, revoked_by: by }).where('id', '=', id).execute();
};

/** What a provider said before and was not revoked since. */
export const listClaimedMandates = (db: Queryable, mandateeId: string): Promise<MandateRow[]> =>
  mandates(db)
    .where('m.mandatee_id', '=', mandateeId)
    .where('m.origin', '=', 'provider')
    .where('m.revoked_at', 'is', null)
    .execute();
