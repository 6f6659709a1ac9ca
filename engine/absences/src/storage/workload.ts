import { sql, type Queryable, type Row } from '@irisflow/database';
import type { CaseReach, Role } from '@irisflow/access';
import type { Locale } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface ColleagueRow extends Row {
  id: string;
  name: string;
  language: Locale;
  roles: Role[];
  groups: string[];
  open_tasks: number;
  /** The last day of their absence, if they are away. */
  absent_until: string | null;
  /** What of the cases they see; null where no rule of access bounds them. */
  reach: CaseReach[] | null;
}

/** Who works in an administration, with what each has at hand and whether they are there. */
export const listColleagues = (
  db: Queryable,
  { administration, today }: { administration: string; today: string },
): Promise<ColleagueRow[]> =>
  db.query<ColleagueRow>(
    `select p.id, p.name, p.language, p.roles, p.groups, casework.reach_of(p.id) as reach,
            (select count(*)::integer from casework.task t where t.assignee = p.id and t.state = 'open') as open_tasks,
            (select max(a.to_day)::text from casework.absence a
              where a.person_id = p.id and a.ended_at is null and a.from_day <= $2 and a.to_day >= $2) as absent_until
       from casework.person p
      where p.administration = $1 and p.roles && array['agent', 'supervisor']
      order by p.name, p.id`,
    [administration, today],
  );

/** Open tasks of somebody, those with the fewest days left first. */
export const listTasksOf = async (
  db: Queryable,
  { personId, limit }: { personId: string; limit: number },
): Promise<string[]> =>
  (
    await tables(db)
      .selectFrom('task')
      .select('id')
      .where('assignee', '=', personId)
      .where('state', '=', 'open')
      .orderBy('halted')
      .orderBy('due_rank')
      .orderBy('id')
      .limit(limit)
      .execute()
  ).map(({ id }) => id);

export interface Performed {
  readonly caseId: string;
  readonly elementId: string;
  readonly personId: string;
}

/** Who did which steps of some cases, or is about to have done them, and in whose name; each under every account of theirs. */
export const listPerformed = async (db: Queryable, caseIds: readonly string[]): Promise<Performed[]> => {
  if (caseIds.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('task as t')
    .leftJoin('delegation as g', (join) =>
      join.on(
        'g.id',
        '=',
        sql<string>`case when t.completed_by is null then t.completing_under else t.completed_under end`,
      ),
    )
    .select([
      't.case_id',
      't.element_id',
      sql<string[]>`array(select s.id from casework.person w join casework.person s on s.party_id = w.party_id
         where w.id in (coalesce(t.completed_by, t.completing_by), g.delegator_id))`.as('people'),
    ])
    .where('t.case_id', 'in', caseIds)
    .where('t.state', '!=', 'canceled')
    .execute();
  return rows.flatMap(({ case_id: caseId, element_id: elementId, people }) =>
    people.map((personId) => ({ caseId, elementId, personId })),
  );
};
