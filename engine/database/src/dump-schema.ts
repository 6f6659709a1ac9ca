import type { Queryable } from './database.ts';

interface ColumnRow extends Record<string, unknown> {
  readonly table_name: string;
  readonly column_text: string;
}
interface DefinitionRow extends Record<string, unknown> {
  readonly table_name: string;
  readonly definition: string;
}

const COLUMNS = `
  select c.relname as table_name,
         a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
           || case when a.attnotnull then ' not null' else '' end
           || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as column_text
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where n.nspname = $1 and c.relkind in ('r', 'p', 'v')
   order by c.relname, a.attnum`;

/** Not-null constraints became rows of pg_constraint in PostgreSQL 18; columns state them already. */
const CONSTRAINTS = `
  select c.relname as table_name, con.conname || ' ' || pg_get_constraintdef(con.oid) as definition
    from pg_constraint con
    join pg_class c on c.oid = con.conrelid
    join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = $1 and con.contype in ('p', 'u', 'f', 'c')
   order by c.relname, con.conname`;

const INDEXES = `
  select tablename as table_name, indexdef as definition
    from pg_indexes i
   where schemaname = $1
     and not exists (select from pg_constraint con join pg_namespace n on n.oid = con.connamespace
                      where n.nspname = i.schemaname and con.conname = i.indexname)
   order by tablename, indexname`;

const OPTIONS = `
  select c.relname as table_name, array_to_string(c.reloptions, ', ') as definition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = $1 and c.relkind in ('r', 'p') and c.reloptions is not null
   order by c.relname`;

const groupByTable = <R extends { readonly table_name: string }>(rows: readonly R[]): Map<string, R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(row.table_name, [...(groups.get(row.table_name) ?? []), row]);
  return groups;
};

/**
 * The tables, constraints and indexes of `schema` as text that is equal on PostgreSQL 15 and PGlite, for a golden file:
 * whoever changes the schema sees the change in review.
 */
export const dumpSchema = async (database: Queryable, schema: string): Promise<string> => {
  const columns = groupByTable(await database.query<ColumnRow>(COLUMNS, [schema]));
  const constraints = groupByTable(await database.query<DefinitionRow>(CONSTRAINTS, [schema]));
  const indexes = groupByTable(await database.query<DefinitionRow>(INDEXES, [schema]));
  const options = groupByTable(await database.query<DefinitionRow>(OPTIONS, [schema]));
  const sections = [...columns].map(([table, rows]) =>
    [
      `table ${table}`,
      ...rows.map((row) => `  ${row.column_text}`),
      ...(constraints.get(table) ?? []).map((row) => `  constraint ${row.definition}`),
      ...(indexes.get(table) ?? []).map((row) => `  ${row.definition}`),
      ...(options.get(table) ?? []).map((row) => `  with ${row.definition}`),
    ].join('\n'),
  );
  return `${sections.join('\n\n')}\n`;
};
