import type { Queryable } from '@irisflow/database';
import type { ContactPoints } from '../views/party.ts';
import { tables } from './tables.ts';

const kinds = ['email', 'phone', 'address'] as const;

export const findContactPoints = async (db: Queryable, partyId: string): Promise<ContactPoints> => {
  const rows = await tables(db)
    .selectFrom('contact_point')
    .select(['kind', 'value'])
    .where('party_id', '=', partyId)
    .execute();
  const valueOf = (kind: (typeof kinds)[number]) => rows.find((row) => row.kind === kind)?.value ?? null;
  return { email: valueOf('email'), phone: valueOf('phone'), address: valueOf('address') };
};

/** The address of a party for mails, and since when they are known to read it. */
export const findEmail = (
  db: Queryable,
  partyId: string,
): Promise<{ value: string; verified_at: Date | string | null } | undefined> =>
  tables(db)
    .selectFrom('contact_point')
    .select(['value', 'verified_at'])
    .where('party_id', '=', partyId)
    .where('kind', '=', 'email')
    .executeTakeFirst();

/** Notes that they read what is sent there, if it is still where they say that they are reached. */
export const verifyEmail = async (
  db: Queryable,
  { partyId, value, at }: { readonly partyId: string; readonly value: string; readonly at: string },
): Promise<boolean> => {
  const verified = await tables(db)
    .updateTable('contact_point')
    .set({ verified_at: at })
    .where('party_id', '=', partyId)
    .where('kind', '=', 'email')
    .where('value', '=', value)
    .returning('kind')
    .executeTakeFirst();
  return verified !== undefined;
};

/** Writes how a party can be reached; what is not said any more is forgotten, and another value is not proven. */
export const saveContactPoints = async (
  db: Queryable,
  { partyId, points, at }: { partyId: string; points: ContactPoints; at: string },
): Promise<void> => {
  for (const kind of kinds) {
    const value = points[kind];
    if (value === null)
      await tables(db).deleteFrom('contact_point').where('party_id', '=', partyId).where('kind', '=', kind).execute();
    else
      await tables(db)
        .insertInto('contact_point')
        .values({ party_id: partyId, kind, value, since: at })
        .onConflict((conflict) =>
          conflict
            .columns(['party_id', 'kind'])
            .doUpdateSet({ value, since: at, verified_at: null })
            .where('contact_point.value', '!=', value),
        )
        .execute();
  }
};
