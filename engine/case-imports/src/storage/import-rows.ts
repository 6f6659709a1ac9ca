import { sql, type Queryable, type Row } from '@irisflow/database';
import type { Finding } from '../rows/finding.ts';
import type { JudgedRow } from '../rows/judge-batch.ts';
import type { ImportCounts, RowKind, RowState } from '../views/case-import.ts';
import { tables } from './tables.ts';

export interface StoredRow {
  readonly position: number;
  readonly line: number;
  readonly sealed: string | null;
  readonly state: RowState;
  readonly findings: readonly Finding[];
  readonly reference: string | null;
  readonly case_id: string | null;
}

const columns = ['position', 'line', 'sealed', 'state', 'findings', 'reference', 'case_id'] as const;

/** Rows in one state, in the order of the file. */
export const listRowsIn = async (
  db: Queryable,
  { importId, state, limit }: { importId: string; state: RowState; limit: number },
): Promise<StoredRow[]> =>
  (await tables(db)
    .selectFrom('case_import_row')
    .select(columns)
    .where('import_id', '=', importId)
    .where('state', '=', state)
    .orderBy('position')
    .limit(limit)
    .execute()) as StoredRow[];

/** Rows below a place of the file, of one kind or of all. */
export const listRowsAfter = async (
  db: Queryable,
  { importId, kind, after, limit }: { importId: string; kind: RowKind | null; after: number; limit: number },
): Promise<StoredRow[]> => {
  let rows = tables(db)
    .selectFrom('case_import_row')
    .select(columns)
    .where('import_id', '=', importId)
    .where('position', '>', after);
  if (kind === 'warned') rows = rows.where('state', '=', 'ready').where('findings', '<>', sql<string>`'[]'::jsonb`);
  else if (kind !== null) rows = rows.where('state', '=', kind);
  return (await rows.orderBy('position').limit(limit).execute()) as StoredRow[];
};

/** The row, for this process alone, while it is still to be taken over. */
export const lockReadyRow = async (
  tx: Queryable,
  { importId, position }: { importId: string; position: number },
): Promise<StoredRow | undefined> =>
  (await tables(tx)
    .selectFrom('case_import_row')
    .select(columns)
    .where('import_id', '=', importId)
    .where('position', '=', position)
    .where('state', '=', 'ready')
    .forUpdate()
    .executeTakeFirst()) as StoredRow | undefined;

export const settleRow = (
  tx: Queryable,
  { importId, position }: { importId: string; position: number },
  { state, caseId, findings }: { state: RowState; caseId: string | null; findings: readonly Finding[] },
) =>
  tables(tx)
    .updateTable('case_import_row')
    .set({ state, case_id: caseId, findings: JSON.stringify(findings) })
    .where('import_id', '=', importId)
    .where('position', '=', position)
    .execute();

/** What a dry run found of a batch. */
export const writeJudged = (tx: Queryable, importId: string, rows: readonly JudgedRow[]) =>
  tx.query(
    `update casework.case_import_row as r
        set state = j.state, findings = j.findings::jsonb, reference = j.reference, number_index = j.number_index,
            case_id = j.case_id
       from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
         as j (position, state, findings, reference, number_index, case_id)
      where r.import_id = $1 and r.position = j.position and r.state = 'waiting'`,
    [
      importId,
      rows.map(({ position }) => position),
      rows.map(({ state }) => state),
      rows.map(({ findings }) => JSON.stringify(findings)),
      rows.map(({ reference }) => reference),
      rows.map(({ numberIndex }) => numberIndex),
      rows.map(({ caseId }) => caseId),
    ],
  );

interface LineRow extends Row {
  value: string;
  line: number;
}

const linesOf = async (
  db: Queryable,
  column: 'reference' | 'number_index',
  { importId, values }: { importId: string; values: readonly string[] },
): Promise<ReadonlyMap<string, number>> => {
  const rows = await db.query<LineRow>(
    `select ${column} as value, min(line)::integer as line from casework.case_import_row
      where import_id = $1 and ${column} = any($2::text[]) group by 1`,
    [importId, values],
  );
  return new Map(rows.map(({ value, line }) => [value, line]));
};

/** The first line of the file with each of these references, or numbers, as far as it was judged. */
export const linesOfReferences = (db: Queryable, of: { importId: string; values: readonly string[] }) =>
  linesOf(db, 'reference', of);
export const linesOfNumbers = (db: Queryable, of: { importId: string; values: readonly string[] }) =>
  linesOf(db, 'number_index', of);

interface CaseOfNumber extends Row {
  number_index: string;
  reference: string;
}

/** The newest case of a procedure for each of these numbers. */
export const casesOfNumbers = async (
  db: Queryable,
  {
    administration,
    procedureKey,
    numbers,
  }: { administration: string; procedureKey: string; numbers: readonly string[] },
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.query<CaseOfNumber>(
    `select distinct on (p.number_index) p.number_index, f.reference
       from casework.case_party p join casework.case_file f on f.id = p.case_id
      where p.administration = $1 and p.number_index = any($2::text[]) and p.role = 'applicant' and f.procedure_key = $3
      order by p.number_index, f.submitted_at desc`,
    [administration, numbers, procedureKey],
  );
  return new Map(rows.map(({ number_index: index, reference }) => [index, reference]));
};

/** Cases by the names under which an import opened them. */
export const casesByName = async (
  db: Queryable,
  { administration, names }: { administration: string; names: readonly string[] },
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tables(db)
    .selectFrom('external_reference')
    .select(['reference', 'case_id'])
    .where('administration', '=', administration)
    .where('reference', 'in', names.length === 0 ? [''] : names)
    .execute();
  return new Map(rows.map((row) => [row.reference, row.case_id]));
};

export const noCounts: ImportCounts = { waiting: 0, ready: 0, warned: 0, known: 0, wrong: 0, imported: 0, failed: 0 };

interface CountRow extends Row {
  import_id: string;
  kind: keyof ImportCounts;
  rows: number;
}

/** How many rows of each file are how far; `warned` are those that are ready with something to be known. */
export const countRows = async (db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, ImportCounts>> => {
  const found = await db.query<CountRow>(
    `select import_id, case when state = 'ready' and findings <> '[]'::jsonb then 'warned' else state end as kind,
            count(*)::integer as rows
       from casework.case_import_row where import_id = any($1::text[]) group by 1, 2`,
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

/** What was found, by column and kind: how often, and where first. */
export const listProblems = (db: Queryable, importId: string): Promise<ProblemRow[]> =>
  db.query<ProblemRow>(
    `select f.finding ->> 'code' as code, f.finding ->> 'key' as key, count(*)::integer as rows, min(r.line)::integer as line,
            (array_agg(f.finding -> 'params' order by r.position))[1] as params
       from casework.case_import_row r cross join lateral jsonb_array_elements(r.findings) as f (finding)
      where r.import_id = $1 group by 1, 2 order by min(r.position), 2 limit 200`,
    [importId],
  );
