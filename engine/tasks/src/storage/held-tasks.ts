import type { Queryable, Row } from '@irisflow/database';

/** An open task that somebody has in the name of a colleague. */
export interface TaskHeldUnder extends Row {
  id: string;
  administration: string;
  case_id: string;
  element_id: string;
  assignee: string;
  /** The delegation. */
  held_under: string;
}

/** Those which nothing lets their assignee do on a day any more. */
export const listHeldWithoutPower = (db: Queryable, today: string): Promise<TaskHeldUnder[]> =>
  db.query<TaskHeldUnder>('select * from casework.tasks_held_without_power($1::date)', [today]);
