import { sql, type Queryable } from '@irisflow/database';
import {
  listWorklistKeys,
  type Worklist,
  type WorklistFilter,
  type WorklistKey,
  type WorklistSort,
} from '@irisflow/worklist';
import type { Sql } from '../filter/field-value.ts';
import { tables } from '../storage/tables.ts';

/** As many tasks as one request looks at. */
export const MAX_LOOKED = 2000;
/** A statement for fewer is not worth its while. */
const FEWEST = 50;
/** Of tasks that were looked at without finding any, so many times more are looked at next. */
const BOLDER = 4;

export interface Sieving {
  readonly worklist: Worklist;
  /** What the indexes of the worklist narrow down by themselves. */
  readonly walk: WorklistFilter;
  /** What each task has to be; null lets all of them through. */
  readonly condition: Sql<boolean> | null;
  readonly sort: WorklistSort;
  readonly after: WorklistKey | null;
  readonly limit: number;
}

export interface Sieved {
  readonly keys: readonly WorklistKey[];
  /** How many tasks were looked at. */
  readonly looked: number;
  /** The last task that was looked at for the page; null when there are no others. */
  readonly next: WorklistKey | null;
}

/** Which of some tasks are what they have to be. Each is found by its key, whatever the planner thinks of reading them all. */
const fitting = async (
  db: Queryable,
  keys: readonly WorklistKey[],
  condition: Sql<boolean> | null,
): Promise<ReadonlySet<string>> => {
  const ids = keys.map(({ id }) => id);
  if (condition === null || ids.length === 0) return new Set(ids);
  const rows = await tables(db)
    .selectFrom(sql<{ id: string }>`unnest(${ids}::text[])`.as<'k'>(sql`k(id)`))
    .select('k.id')
    .where(
      sql<boolean>`(select ${condition} from casework.task t join casework.case_file f on f.id = t.case_id where t.id = k.id)`,
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
};

interface Progress {
  readonly looked: number;
  readonly found: number;
  readonly limit: number;
}

/** How many tasks to look at next: a few more than the page needs, judging by how many passed so far. */
const nextLook = ({ looked, found, limit }: Progress): number => {
  if (looked === 0) return Math.max(2 * limit, FEWEST);
  const guess = found === 0 ? BOLDER * looked : Math.ceil((1.2 * looked * (limit - found)) / found);
  return Math.min(Math.max(guess, FEWEST), MAX_LOOKED - looked);
};

/**
 * A page of the tasks that pass a filter, in the order of the list: they are looked at as an index brings them, a stretch after
 * the other, until the page is full or as many were looked at as one request may. It then says where it goes on.
 */
export const sieveTasks = async (db: Queryable, sieving: Sieving): Promise<Sieved> => {
  const { worklist, walk, condition, sort, limit } = sieving;
  const found: WorklistKey[] = [];
  let looked = 0;
  let { after } = sieving;
  while (looked < MAX_LOOKED) {
    const look = condition === null ? limit + 1 : nextLook({ looked, found: found.length, limit });
    const keys = await listWorklistKeys(db, worklist, walk, { sort, after, limit: look });
    const passing = await fitting(db, keys, condition);
    for (const [place, key] of keys.entries()) {
      looked += 1;
      after = key;
      if (passing.has(key.id)) found.push(key);
      const isLast = place === keys.length - 1 && keys.length < look;
      if (found.length === limit) return { keys: found, looked, next: isLast ? null : key };
    }
    if (keys.length < look) return { keys: found, looked, next: null };
  }
  return { keys: found, looked, next: after };
};
