import type { Queryable, Row } from '@irisflow/database';
import { instantOrNull, type LocalizedText } from '@irisflow/foundation';

/**
 * Tasks `t` that somebody did, `w`, under which delegation `g`, if any. One under completion counts as done by who is at it: the
 * process may run on before the engine's answer is noted here.
 */
const doneTasks = `casework.task t
    join casework.person w on w.id = coalesce(t.completed_by, t.completing_by)
    left join casework.delegation g
      on g.id = case when t.completed_by is null then t.completing_under else t.completed_under end`;

export interface Performed {
  readonly caseId: string;
  readonly elementId: string;
  readonly personId: string;
}

/** Who did which steps of some cases, and in whose name, for four eyes; each is somebody under every account of theirs. */
export const listPerformed = async (db: Queryable, caseIds: readonly string[]): Promise<Performed[]> => {
  if (caseIds.length === 0) return [];
  const rows = await db.query<Row & { case_id: string; element_id: string; id: string }>(
    `select distinct t.case_id, t.element_id, s.id
       from ${doneTasks}
       left join casework.person d on d.id = g.delegator_id
       join casework.person s on s.party_id in (w.party_id, d.party_id)
      where t.case_id = any($1::text[]) and t.state <> 'canceled'`,
    [caseIds],
  );
  return rows.map(({ case_id: caseId, element_id: elementId, id }) => ({ caseId, elementId, personId: id }));
};

/** A step of a case that somebody did, with everybody whom they count as. */
export interface DoneStep {
  readonly elementId: string;
  readonly personId: string;
  readonly name: string;
  readonly delegatorId: string | null;
  /** In whose name, by delegation. */
  readonly delegator: string | null;
  readonly accounts: readonly string[];
  /** Null for one that the engine is still told of. */
  readonly doneAt: string | null;
}

/** Who did the steps of a case, the last one first; a step under completion comes before those. */
export const listDoneSteps = async (db: Queryable, caseId: string): Promise<DoneStep[]> => {
  const rows = await db.query<
    Row & {
      element_id: string;
      id: string;
      name: string;
      delegator_id: string | null;
      delegator: string | null;
      accounts: string[];
      ended_at: Date | string | null;
    }
  >(
    `select t.element_id, w.id, w.name, d.id as delegator_id, d.name as delegator, t.ended_at,
            array(select s.id from casework.person s
                   where s.id in (w.id, d.id) or s.party_id in (w.party_id, d.party_id)) as accounts
       from ${doneTasks}
       left join casework.person d on d.id = g.delegator_id
      where t.case_id = $1 and t.state <> 'canceled'
      order by t.state = 'open' desc, t.ended_at desc, t.id desc`,
    [caseId],
  );
  return rows.map((row) => ({
    elementId: row.element_id,
    personId: row.id,
    name: row.name,
    delegatorId: row.delegator_id,
    delegator: row.delegator,
    accounts: row.accounts,
    doneAt: instantOrNull(row.ended_at),
  }));
};

export interface Performer extends Row {
  name: string;
  element_id: string;
  /** For whom, and in which capacity they do that; null where they did it themselves. */
  delegator: string | null;
  capacity: LocalizedText | null;
}

/** Who last completed a task of a case, or one of some elements; a task under completion comes first. */
export const findPerformer = async (
  db: Queryable,
  { caseId, elementIds = null }: { caseId: string; elementIds?: readonly string[] | null },
): Promise<Performer | undefined> => {
  const [row] = await db.query<Performer>(
    `select w.name, t.element_id, d.name as delegator, g.capacity
       from ${doneTasks}
       left join casework.person d on d.id = g.delegator_id
      where t.case_id = $1 and t.state <> 'canceled' and ($2::text[] is null or t.element_id = any($2::text[]))
      order by t.state = 'open' desc, t.ended_at desc, t.id desc
      limit 1`,
    [caseId, elementIds],
  );
  return row;
};

/** Name of who last completed a task of a case, else undefined. */
export const findLastPerformer = async (db: Queryable, caseId: string): Promise<string | undefined> =>
  (await findPerformer(db, { caseId }))?.name;
