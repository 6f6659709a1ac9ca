import { type Queryable, type Row, sql, takeNamedLock } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface AbsenceRow extends Row {
  id: string;
  administration: string;
  person_id: string;
  person: string;
  from_day: string;
  to_day: string;
  stand_in: string | null;
  stand_in_name: string | null;
  open_tasks: number;
}

const absences = (db: Queryable) =>
  tables(db)
    .selectFrom('absence as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('person as s', 's.id', 'a.stand_in')
    .select([
      'a.id',
      'a.administration',
      'a.person_id',
      'p.name as person',
      sql<string>`a.from_day::text`.as('from_day'),
      sql<string>`a.to_day::text`.as('to_day'),
      'a.stand_in',
      's.name as stand_in_name',
      sql<number>`(select count(*)::integer from casework.task t where t.assignee = a.person_id and t.state = 'open')`.as(
        'open_tasks',
      ),
    ])
    .where('a.ended_at', 'is', null);

/** Those that are not over, the next ones first. */
export const listAbsences = (
  db: Queryable,
  { administration, today }: { administration: string; today: string },
): Promise<AbsenceRow[]> =>
  absences(db)
    .where('a.administration', '=', administration)
    .where('a.to_day', '>=', today)
    .orderBy('a.from_day')
    .orderBy('p.name')
    .limit(500)
    .$castTo<AbsenceRow>()
    .execute();

/** One that was not ended. */
export const findAbsence = (db: Queryable, id: string): Promise<AbsenceRow | undefined> =>
  absences(db).where('a.id', '=', id).$castTo<AbsenceRow>().executeTakeFirst();

export interface NewAbsence {
  readonly id: string;
  readonly administration: string;
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly standInId: string | null;
  readonly recordedBy: string;
  readonly at: number;
}

/** Whether somebody is away already on one of these days; who asks for the same person waits. */
export const lockOverlap = async (tx: Queryable, { personId, from, to }: NewAbsence): Promise<boolean> => {
  await takeNamedLock(tx, `absence of ${personId}`);
  const found = await tables(tx)
    .selectFrom('absence')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('from_day', '<=', to)
    .where('to_day', '>=', from)
    .executeTakeFirst();
  return found !== undefined;
};

export const insertAbsence = (tx: Queryable, absence: NewAbsence) =>
  tables(tx)
    .insertInto('absence')
    .values({
      id: absence.id,
      administration: absence.administration,
      person_id: absence.personId,
      from_day: absence.from,
      to_day: absence.to,
      stand_in: absence.standInId,
      recorded_by: absence.recordedBy,
      recorded_at: isoOf(absence.at),
    })
    .execute();

export const endAbsence = (tx: Queryable, { id, at }: { id: string; at: number }) =>
  tables(tx)
    .updateTable('absence')
    .set({ ended_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
