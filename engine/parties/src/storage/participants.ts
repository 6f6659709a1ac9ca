import type { CaseAccess } from '@irisflow/access';
import { sql, type Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** Instants as both stores give them, days as text; the columns are checked by the database. */
export interface ParticipantRow {
  readonly id: string;
  readonly case_id: string;
  readonly administration: string;
  readonly role: string;
  readonly access: CaseAccess;
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly number_sealed: string | null;
  readonly number_index: string | null;
  readonly enterprise_number: string | null;
  /** Null until whoever has the number was seen here. */
  readonly party_id: string | null;
  readonly language: Locale;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly relation: string | null;
  readonly birth_date: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly proof: string;
  readonly added_at: Date | string;
  readonly added_by: string;
  readonly ended_at: Date | string | null;
  readonly end_reason: string | null;
}

export type NewParticipant = Omit<ParticipantRow, 'ended_at' | 'end_reason'>;

const columns = [
  'p.id',
  'p.case_id',
  'p.administration',
  'p.role',
  'p.access',
  'p.kind',
  'p.name',
  'p.number_sealed',
  'p.number_index',
  'p.enterprise_number',
  'p.party_id',
  'p.language',
  'p.email',
  'p.phone',
  'p.address',
  'p.relation',
  sql<string | null>`p.birth_date::text`.as('birth_date'),
  sql<string>`p.valid_from::text`.as('valid_from'),
  sql<string | null>`p.valid_to::text`.as('valid_to'),
  'p.proof',
  'p.added_at',
  'p.added_by',
  'p.ended_at',
  'p.end_reason',
] as const;

const participants = (db: Queryable) =>
  tables(db).selectFrom('participant as p').select(columns).$castTo<ParticipantRow>();

/** Answers whether they were added: nobody stands twice in one role of a case. */
export const insertParticipant = async (db: Queryable, row: NewParticipant): Promise<boolean> => {
  const added = await tables(db)
    .insertInto('participant')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

/** Everybody who takes or took part in a case, the first ones first. */
export const listParticipantRows = (db: Queryable, caseId: string): Promise<ParticipantRow[]> =>
  participants(db).where('p.case_id', '=', caseId).orderBy('p.added_at').orderBy('p.id').execute();

export interface KnownAs {
  readonly partyId: string;
  readonly numberIndexes: readonly string[];
  readonly enterpriseNumber: string | null;
}

/** Where somebody takes part, by who they are or by a number that they prove to have. */
export const listParticipantsKnownAs = (
  db: Queryable,
  { partyId, numberIndexes, enterpriseNumber }: KnownAs,
): Promise<ParticipantRow[]> =>
  participants(db)
    .where('p.ended_at', 'is', null)
    .where((one) =>
      one.or([
        one('p.party_id', '=', partyId),
        one.and([one('p.party_id', 'is', null), one('p.number_index', 'in', ['', ...numberIndexes])]),
        one.and([one('p.party_id', 'is', null), one('p.enterprise_number', '=', enterpriseNumber ?? '')]),
      ]),
    )
    .limit(500)
    .execute();

/** Where somebody who is known takes or took part, in the cases of one administration, the last ones first. */
export const listParticipantsOfParty = (
  db: Queryable,
  { administration, partyId }: { readonly administration: string; readonly partyId: string },
): Promise<ParticipantRow[]> =>
  participants(db)
    .where('p.party_id', '=', partyId)
    .where('p.administration', '=', administration)
    .orderBy('p.added_at', 'desc')
    .limit(200)
    .execute();

export const lockParticipant = (
  db: Queryable,
  { caseId, id }: { readonly caseId: string; readonly id: string },
): Promise<ParticipantRow | undefined> =>
  participants(db).where('p.id', '=', id).where('p.case_id', '=', caseId).forUpdate().executeTakeFirst();

export const endParticipantRow = async (
  db: Queryable,
  ended: { readonly id: string; readonly at: string; readonly by: string; readonly reason: string },
): Promise<void> => {
  await tables(db)
    .updateTable('participant')
    .set({ ended_at: ended.at, ended_by: ended.by, end_reason: ended.reason })
    .where('id', '=', ended.id)
    .execute();
};

/** Says that whoever was noted by a number is this party. */
export const nameParticipant = async (
  db: Queryable,
  { id, partyId }: { readonly id: string; readonly partyId: string },
): Promise<void> => {
  await tables(db).updateTable('participant').set({ party_id: partyId }).where('id', '=', id).execute();
};
