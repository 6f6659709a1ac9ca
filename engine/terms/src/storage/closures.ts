import type { Queryable, Row } from '@irisflow/database';
import type { Closure } from '@irisflow/calendar';
import { instantOf, isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';

interface ClosureFacts {
  readonly id: string;
  readonly name: LocalizedText;
  readonly addedAt: string;
  readonly addedBy: string;
}

/** A closure as an administration lists it. */
export type ListedClosure = Closure & ClosureFacts;

interface ClosureRow extends Row {
  id: string;
  name: LocalizedText;
  recurs: Closure['recurs'];
  date: string | null;
  from_day: string;
  to_day: string | null;
  added_at: Date | string;
  added_by: string;
}

const columns = 'id, name, recurs, date, from_day::text as from_day, to_day::text as to_day, added_at, added_by';

const closureOf = (row: ClosureRow): ListedClosure => {
  const facts = { id: row.id, name: row.name, addedAt: instantOf(row.added_at), addedBy: row.added_by };
  return row.recurs === 'yearly'
    ? { ...facts, recurs: 'yearly', date: row.date ?? '', from: row.from_day, to: row.to_day }
    : { ...facts, recurs: 'once', from: row.from_day, to: row.to_day ?? row.from_day };
};

export const listClosureRows = async (db: Queryable, administration: string): Promise<ListedClosure[]> =>
  (
    await db.query<ClosureRow>(
      `select ${columns} from casework.closure where administration = $1 order by from_day, id`,
      [administration],
    )
  ).map(closureOf);

export interface NewClosure {
  readonly id: string;
  readonly administration: string;
  readonly name: LocalizedText;
  readonly closure: Closure;
  readonly at: number;
  readonly by: string;
}

export const insertClosure = (db: Queryable, { id, administration, name, closure, at, by }: NewClosure) =>
  db.query(
    `insert into casework.closure (id, administration, name, recurs, date, from_day, to_day, added_at, added_by)
     values ($1, $2, $3::jsonb, $4, $5, $6::date, $7::date, $8, $9)`,
    [
      id,
      administration,
      jsonOf(name),
      closure.recurs,
      closure.recurs === 'yearly' ? closure.date : null,
      closure.from,
      closure.to,
      isoOf(at),
      by,
    ],
  );

/** Takes a closure off the list; answers whether it stood there. */
export const deleteClosure = async (
  db: Queryable,
  { id, administration }: { id: string; administration: string },
): Promise<boolean> =>
  (
    await db.query('delete from casework.closure where id = $1 and administration = $2 returning id', [
      id,
      administration,
    ])
  ).length > 0;
