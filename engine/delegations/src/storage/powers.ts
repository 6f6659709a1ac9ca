import type { CaseReach } from '@irisflow/access';
import type { Queryable, Row } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import type { Power } from '../power.ts';

interface PowerRow extends Row {
  id: string;
  delegator_id: string;
  delegator: string;
  groups: string[];
  procedures: string[] | null;
  capacity: LocalizedText;
  reach: CaseReach[] | null;
  apart: string[];
}

const powerOf = (row: PowerRow): Power => ({
  id: row.id,
  delegator: { id: row.delegator_id, name: row.delegator },
  groups: row.groups,
  procedures: row.procedures,
  capacity: row.capacity,
  ...(row.reach === null ? {} : { reach: row.reach }),
  ...(row.apart.length === 0 ? {} : { apart: row.apart }),
});

/** What somebody may do on a day in the name of colleagues. */
export const listPowersOf = async (
  db: Queryable,
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<Power[]> =>
  (await db.query<PowerRow>('select * from casework.powers_of($1, $2::date)', [personId, today])).map(powerOf);

/** The same for everybody of an administration, by who may. */
export const listPowersIn = async (
  db: Queryable,
  { administration, today }: { readonly administration: string; readonly today: string },
): Promise<Map<string, Power[]>> => {
  const rows = await db.query<PowerRow & { delegate_id: string }>(
    `select w.delegate_id, p.*
       from (select distinct g.delegate_id from casework.delegation g
              where g.administration = $1 and g.withdrawn_at is null and g.from_day <= $2 and g.to_day >= $2) w
      cross join lateral casework.powers_of(w.delegate_id, $2::date) p`,
    [administration, today],
  );
  const powers = new Map<string, Power[]>();
  for (const row of rows) powers.set(row.delegate_id, [...(powers.get(row.delegate_id) ?? []), powerOf(row)]);
  return powers;
};
