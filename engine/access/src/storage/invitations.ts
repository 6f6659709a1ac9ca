import { sql, type Queryable } from '@irisflow/database';
import type { InvitationView } from '../views/people.ts';
import type { Role } from '../views/person.ts';
import { instantOf, isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

const columns = ['id', 'administration', 'issuer', 'subject', 'email', 'roles', 'groups', 'expires_at'] as const;

export interface InvitationValues extends Omit<InvitationView, 'expiresAt' | 'roles' | 'groups'> {
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly at: number;
  readonly by: string;
  readonly expiresAt: number;
}

const view = (row: Awaited<ReturnType<typeof openInvitations>>[number]): InvitationView => ({
  id: row.id,
  administration: row.administration,
  issuer: row.issuer,
  subject: row.subject,
  email: row.email,
  roles: row.roles as Role[],
  groups: row.groups,
  expiresAt: instantOf(row.expires_at),
});

/** Writes an invitation; answers false when the same person has one of the same administration already. */
export const insertInvitation = async (db: Queryable, invitation: InvitationValues): Promise<boolean> => {
  const { at, by, expiresAt, roles, groups, ...values } = invitation;
  const rows = await tables(db)
    .insertInto('invitation')
    .values({
      ...values,
      roles: [...roles],
      groups: [...groups],
      created_at: isoOf(at),
      created_by: by,
      expires_at: isoOf(expiresAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
};

export interface InvitationSearch {
  readonly administration: string | null;
  readonly at: number;
}

const openInvitations = (db: Queryable, { administration, at }: InvitationSearch) => {
  let query = tables(db).selectFrom('invitation').select(columns).where('expires_at', '>', isoOf(at));
  if (administration !== null) query = query.where('administration', '=', administration);
  return query.orderBy('expires_at', 'desc').orderBy('id').limit(500).execute();
};

export const listOpenInvitations = async (db: Queryable, search: InvitationSearch): Promise<InvitationView[]> =>
  (await openInvitations(db, search)).map(view);

export const deleteExpiredInvitations = (db: Queryable, at: number) =>
  tables(db).deleteFrom('invitation').where('expires_at', '<=', isoOf(at)).execute();

/** Takes an invitation away and answers it; undefined when it is not there or of another administration. */
export const deleteInvitation = async (
  db: Queryable,
  { id, administration }: { id: string; administration: string | null },
): Promise<InvitationView | undefined> => {
  let query = tables(db).deleteFrom('invitation').where('id', '=', id);
  if (administration !== null) query = query.where('administration', '=', administration);
  const row = await query.returning(columns).executeTakeFirst();
  return row === undefined ? undefined : view(row);
};

export interface Invited {
  readonly issuer: string;
  readonly subject: string;
  /** Null when the provider does not vouch for it: an invitation is worth roles. */
  readonly verifiedEmail: string | null;
  readonly at: number;
}

/** Takes the invitation that is meant for this person: of several administrations the one that asked last. */
export const takeInvitation = async (db: Queryable, invited: Invited): Promise<InvitationView | undefined> => {
  const { issuer, subject, verifiedEmail, at } = invited;
  const found = await tables(db)
    .selectFrom('invitation')
    .select('id')
    .where('expires_at', '>', isoOf(at))
    .where(sql<boolean>`((issuer = ${issuer} and subject = ${subject}) or email = ${verifiedEmail}::text)`)
    .orderBy('created_at', 'desc')
    .orderBy(sql`subject is null`)
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return found === undefined ? undefined : deleteInvitation(db, { id: found.id, administration: null });
};
