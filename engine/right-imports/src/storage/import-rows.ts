import { sql, type Queryable, type Row } from '@irisflow/database';
import type { Finding } from '../rows/finding.ts';
import type { JudgedRight } from '../rows/judge-right.ts';
import type { RightRowCounts, RightRowKind, RightRowState } from '../views/right-import.ts';
import { tables } from './tables.ts';

export interface StoredRow {
  readonly position: number;
  readonly line: number;
  readonly sealed: string | null;
  readonly state: RightRowState;
  readonly findings: readonly Finding[];
  readonly number: string | null;
  readonly differences: readonly string[];
  readonly accepted_by: string | null;
  readonly right_id: string | null;
  readonly case_id: string | null;
}

const columns = [
  'position',
  'line',
  'sealed',
  'state',
  'findings',
  'number',
  'differences',
  'accepted_by',
  'right_id',
  'case_id',
] as const;

interface NewRows {
  readonly importId: string;
  readonly administration: string;
  readonly rows: readonly { readonly position: number; readonly line: number; readonly sealed: string }[];
}

export const insertRows = (db: Queryable, { importId, administration, rows }: NewRows) =>
  db.query(
    `insert into casework.right_import_row (import_id, position, administration, line, sealed, state, findings)
     select $1, t.position, $2, t.line, t.sealed, 'waiting', '[]'::jsonb
       from unnest($3::integer[], $4::integer[], $5::text[]) as t (position, line, sealed)`,
    [
      importId,
      administration,
      rows.map(({ position }) => position),
      rows.map(({ line }) => line),
      rows.map(({ sealed }) => sealed),
    ],
  );

const rowsOf = (db: Queryable, importId: string) =>
  tables(db).selectFrom('right_import_row').select(columns).where('import_id', '=', importId);

/** Rows that no dry run judged yet, in the order of the file. */
export const listWaitingRows = async (
  db: Queryable,
  { importId, limit }: { importId: string; limit: number },
): Promise<StoredRow[]> =>
  (await rowsOf(db, importId).where('state', '=', 'waiting').orderBy('position').limit(limit).execute()) as StoredRow[];

const isToDo = sql<boolean>`(state = 'ready' or (state = 'differs' and accepted_by is not null))`;

/** Rows that become rights, and those whose differences somebody accepted, in the order of the file. */
export const listRowsToDo = async (
  db: Queryable,
  { importId, limit }: { importId: string; limit: number },
): Promise<StoredRow[]> =>
  (await rowsOf(db, importId).where(isToDo).orderBy('position').limit(limit).execute()) as StoredRow[];

/** The row, for this process alone, while something is still to be done with it. */
export const lockRowToDo = async (
  tx: Queryable,
  { importId, position }: { importId: string; position: number },
): Promise<StoredRow | undefined> =>
  (await rowsOf(tx, importId).where('position', '=', position).where(isToDo).forUpdate().executeTakeFirst()) as
    | StoredRow
    | undefined;

/** Rows below a place of the file, of one kind or of all. */
export const listRowsAfter = async (
  db: Queryable,
  { importId, kind, after, limit }: { importId: string; kind: RightRowKind | null; after: number; limit: number },
): Promise<StoredRow[]> => {
  let rows = rowsOf(db, importId).where('position', '>', after);
  if (kind === 'warned') rows = rows.where('state', '=', 'ready').where('findings', '<>', sql<string>`'[]'::jsonb`);
  else if (kind === 'accepted') rows = rows.where('state', '=', 'differs').where('accepted_by', 'is not', null);
  else if (kind !== null) rows = rows.where('state', '=', kind);
  return (await rows.orderBy('position').limit(limit).execute()) as StoredRow[];
};

interface Settled {
  readonly state: RightRowState;
  readonly findings: readonly Finding[];
  readonly rightId?: string;
  readonly caseId?: string;
}

export const settleRow = (
  tx: Queryable,
  { importId, position }: { importId: string; position: number },
  { state, findings, rightId, caseId }: Settled,
) =>
  tables(tx)
    .updateTable('right_import_row')
    .set({
      state,
      findings: JSON.stringify(findings),
      ...(rightId === undefined ? {} : { right_id: rightId }),
      ...(caseId === undefined ? {} : { case_id: caseId }),
    })
    .where('import_id', '=', importId)
    .where('position', '=', position)
    .execute();

export interface JudgedRow extends JudgedRight {
  readonly position: number;
}

/** What a dry run found of a batch. */
export const writeJudged = (tx: Queryable, importId: string, rows: readonly JudgedRow[]) =>
  tx.query(
    `update casework.right_import_row as r
        set state = j.state, findings = j.findings, number = j.number, right_state = j.right_state, amounts = j.amounts,
            differences = array(select jsonb_array_elements_text(j.differences)), right_id = j.right_id, case_id = j.case_id
       from jsonb_to_recordset($2::jsonb) as j (position integer, state text, findings jsonb, number text, right_state text,
            amounts jsonb, differences jsonb, right_id text, case_id text)
      where r.import_id = $1 and r.position = j.position and r.state = 'waiting'`,
    [
      importId,
      JSON.stringify(
        rows.map(({ rightState, rightId, caseId, ...row }) => ({
          ...row,
          right_state: rightState,
          right_id: rightId,
          case_id: caseId,
        })),
      ),
    ],
  );

/** The first line of the file with each of these numbers, as far as it was judged. */
export const linesOfNumbers = async (
  db: Queryable,
  { importId, numbers }: { importId: string; numbers: readonly string[] },
): Promise<ReadonlyMap<string, number>> => {
  const rows = await db.query<{ number: string; line: number }>(
    `select number, min(line)::integer as line from casework.right_import_row
      where import_id = $1 and number = any($2::text[]) group by 1`,
    [importId, numbers],
  );
  return new Map(rows.map(({ number, line }) => [number, line]));
};

interface Accepting {
  readonly importId: string;
  /** Null for every one. */
  readonly positions: readonly number[] | null;
  /** Null where it is taken back. */
  readonly acceptedBy: string | null;
}

/** Accepts what the file says otherwise of rights that stand, or takes that back; answers of how many. */
export const acceptRows = async (tx: Queryable, { importId, positions, acceptedBy }: Accepting): Promise<number> => {
  const rows = await tx.query(
    `update casework.right_import_row set accepted_by = $3
      where import_id = $1 and state = 'differs' and ($2::integer[] is null or position = any($2::integer[]))
      returning 1`,
    [importId, positions, acceptedBy],
  );
  return rows.length;
};

export const noCounts: RightRowCounts = {
  waiting: 0,
  ready: 0,
  warned: 0,
  same: 0,
  differs: 0,
  accepted: 0,
  wrong: 0,
  imported: 0,
  changed: 0,
  failed: 0,
};

interface CountRow extends Row {
  import_id: string;
  kind: keyof RightRowCounts;
  rows: number;
}

/** How many rows of each file are how far. */
export const countRows = async (
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RightRowCounts>> => {
  const found = await db.query<CountRow>(
    `select import_id, count(*)::integer as rows,
            case when state = 'ready' and findings <> '[]'::jsonb then 'warned'
                 when state = 'differs' and accepted_by is not null then 'accepted' else state end as kind
       from casework.right_import_row where import_id = any($1::text[]) group by 1, 3`,
    [ids],
  );
  const counts = new Map(ids.map((id) => [id, { ...noCounts }]));
  for (const { import_id: id, kind, rows } of found) {
    const one = counts.get(id);
    if (one !== undefined) one[kind] = rows;
  }
  return counts;
};

export interface ProblemRow extends Row {
  code: Finding['code'];
  key: string | null;
  /** As the first one has them. */
  params: Finding['params'];
  rows: number;
  line: number;
}

/** What was found of rows in some states, by column and kind: how often, and where first. */
export const listProblems = (
  db: Queryable,
  { importId, states }: { readonly importId: string; readonly states: readonly RightRowState[] },
): Promise<ProblemRow[]> =>
  db.query<ProblemRow>(
    `select f.finding ->> 'code' as code, f.finding ->> 'key' as key, count(*)::integer as rows, min(r.line)::integer as line,
            (array_agg(f.finding -> 'params' order by r.position))[1] as params
       from casework.right_import_row r cross join lateral jsonb_array_elements(r.findings) as f (finding)
      where r.import_id = $1 and r.state = any($2::text[])
      group by 1, 2 order by min(r.position), 2 limit 200`,
    [importId, states],
  );
