import { type Queryable, type Row } from '@irisflow/database';
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
