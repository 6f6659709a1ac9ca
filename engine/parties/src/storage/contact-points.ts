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

/** Writes how a party can be reached; what is not said any more is forgotten. */
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
        .onConflict((conflict) => conflict.columns(['party_id', 'kind']).doUpdateSet({ value, since: at }))
        .execute();
  }
};
