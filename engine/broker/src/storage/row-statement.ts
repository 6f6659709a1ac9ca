import type { Statement } from '@irisflow/database';

/** PostgreSQL types that a column of a batch may have. */
export type ColumnType = 'bigint' | 'integer' | 'text' | 'boolean';
export type Columns = Readonly<Record<string, ColumnType>>;

/** One row of a batch; the order is that of the columns. Keys travel as text: a JSON number would lose digits. */
export type RowValues = readonly (string | number | boolean | null)[];

/** What every statement of the engine has in front of its tables. */
export const SCHEMA = 'engine';

const picked = (columns: Columns) =>
  Object.entries(columns)
    .map(([name, type], index) => `(r->>${index})::${type} as ${name}`)
    .join(', ');

/** PostgreSQL cannot store U+0000, and JSON of a lone surrogate is no valid jsonb: both would fail the whole batch. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** Replaces what no text column can hold; `\\u0000` behind a backslash is the six harmless characters. */
const storable = (json: string): string =>
  UNSTORABLE.test(json)
    ? json.replaceAll(
        /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi,
        (_found, slashes: string) => `${slashes}\\ufffd`,
      )
    : json;

/** Rows as one parameter: 1.2 times cheaper than one array a column at 100 rows. */
export const rowsParameter = (rows: readonly RowValues[]): string => storable(JSON.stringify(rows));

interface RowStatement {
  (rows: readonly RowValues[]): Statement;
}

const prepared =
  (name: string, text: string): RowStatement =>
  (rows) => ({ name, text, values: [rowsParameter(rows)] });

/** Inserts the rows of a batch with one statement. */
export const insertRows = (table: string, columns: Columns, onConflict = ''): RowStatement =>
  prepared(
    `insert_${table}`,
    `insert into ${SCHEMA}.${table} (${Object.keys(columns).join(', ')}) select ${picked(columns)} from jsonb_array_elements($1::jsonb) r${onConflict}`,
  );

/** Inserts rows or, where the first column exists, sets the other columns. */
export const upsertRows = (table: string, columns: Columns): RowStatement => {
  const [key, ...others] = Object.keys(columns);
  return insertRows(
    table,
    columns,
    ` on conflict (${key}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
};

/** Sets the other columns where the first one equals; `as` names the prepared statement when a table has several. */
export const updateRows = (table: string, columns: Columns, as = table): RowStatement => {
  const [key, ...others] = Object.keys(columns);
  return prepared(
    `update_${as}`,
    `update ${SCHEMA}.${table} t set ${others.map((name) => `${name} = d.${name}`).join(', ')} from (select ${picked(columns)} from jsonb_array_elements($1::jsonb) r) d where t.${key} = d.${key}`,
  );
};

/** Deletes the rows whose key is in the first place. */
export const deleteRows = (table: string, key: string, type: ColumnType): RowStatement =>
  prepared(
    `delete_${table}`,
    `delete from ${SCHEMA}.${table} where ${key} in (select (r->>0)::${type} from jsonb_array_elements($1::jsonb) r)`,
  );
