import type { Database, Queryable, Row } from '@irisflow/database';

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const readOf = (node: Node): number =>
  node['Relation Name'] === undefined
    ? 0
    : (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

/** Runs a statement of ours and keeps the plan that it ran by. */
const watching = (db: Queryable, plans: Node[]): Queryable => ({
  query: async <R extends Row>(text: string, values: readonly unknown[] = []) => {
    const [row] = await db.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) ${text}`, values);
    if (row !== undefined) plans.push(row['QUERY PLAN'][0].Plan);
    return db.query<R>(text, values);
  },
});

export interface WatchedRead {
  readonly rows: number;
  /** Rows that were looked at, counted from the plans as they ran. */
  readonly read: number;
  /** Tables that were read from end to end. */
  readonly scanned: readonly (string | undefined)[];
}

/** What reading something costs, on a real PostgreSQL and as whoever the database acts for. */
export const watchRead = async (
  db: Database,
  work: (db: Queryable) => Promise<readonly unknown[]>,
): Promise<WatchedRead> => {
  const plans: Node[] = [];
  const rows = await work(watching(db, plans));
  const nodes = plans.flatMap(nodesOf);
  return {
    rows: rows.length,
    read: nodes.reduce((sum, node) => sum + readOf(node), 0),
    scanned: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
  };
};

/** Copies of the row that each administration has in a table, numbered from 1 to as many. */
export const copiesOf = (table: string, count: number, changed: string): string =>
  `insert into casework.${table}
   select r.* from casework.${table} t, generate_series(1, ${count}) n,
     lateral jsonb_populate_record(t, to_jsonb(t) || jsonb_build_object(${changed})) r`;
