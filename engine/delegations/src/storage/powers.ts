import type { CaseReach } from '@irisflow/access';
import type { Queryable, Row } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import type { Power } from '../power.ts';

interface PowerRow extends Row {
  id: string;
  delegate_id: string;
  delegator_id: string;
  delegator: string;
  groups: string[];
  procedures: string[] | null;
  capacity: LocalizedText;
  reach: CaseReach[] | null;
}

/**
 * What is worth something on a day, the eldest first: nobody withdrew it, both still handle cases of the administration, and who
 * gave it still has some of its groups. Groups are compared with roles too, because tasks name both.
 */
const inForce = (whose: string): string => `
  select g.id, g.delegate_id, g.delegator_id, d.name as delegator, g.procedures, g.capacity,
         casework.reach_of(g.delegator_id) as reach,
         array(select unnest(g.groups) intersect select unnest(d.groups || d.roles) order by 1) as groups
    from casework.delegation g
    join casework.person d on d.id = g.delegator_id
    join casework.person e on e.id = g.delegate_id
   where ${whose} and g.withdrawn_at is null and g.from_day <= $2 and g.to_day >= $2
     and d.administration = g.administration and d.roles && array['agent', 'supervisor']
     and e.administration = g.administration and e.roles && array['agent', 'supervisor']
     and g.groups && (d.groups || d.roles)
   order by g.given_at, g.id`;

const powerOf = (row: PowerRow): Power => ({
  id: row.id,
  delegator: { id: row.delegator_id, name: row.delegator },
  groups: row.groups,
  procedures: row.procedures,
  capacity: row.capacity,
  ...(row.reach === null ? {} : { reach: row.reach }),
});

/** What somebody may do on a day in the name of colleagues. */
export const listPowersOf = async (
  db: Queryable,
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<Power[]> => (await db.query<PowerRow>(inForce('g.delegate_id = $1'), [personId, today])).map(powerOf);

/** The same for everybody of an administration, by who may. */
export const listPowersIn = async (
  db: Queryable,
  { administration, today }: { readonly administration: string; readonly today: string },
): Promise<Map<string, Power[]>> => {
  const rows = await db.query<PowerRow>(inForce('g.administration = $1'), [administration, today]);
  const powers = new Map<string, Power[]>();
  for (const row of rows) powers.set(row.delegate_id, [...(powers.get(row.delegate_id) ?? []), powerOf(row)]);
  return powers;
};
