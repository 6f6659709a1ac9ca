import type { Queryable, Row } from '@irisflow/database';

interface HolderRow extends Row {
  right_id: string;
  number_index: string | null;
  enterprise_number: string | null;
}

export interface HolderNumbers {
  readonly index: string | null;
  readonly enterprise: string | null;
}

/** By which numbers the holders of rights are known. */
export const holdersOf = async (
  db: Queryable,
  rightIds: readonly string[],
): Promise<ReadonlyMap<string, HolderNumbers>> => {
  const rows = await db.query<HolderRow>(
    `select r.id as right_id, p.number_index, o.enterprise_number
       from casework.granted_right r
       left join casework.case_party p on p.case_id = r.case_id and p.role = 'applicant'
       left join casework.party o on o.id = r.person_id
      where r.id = any($1::text[])`,
    [rightIds],
  );
  return new Map(rows.map((row) => [row.right_id, { index: row.number_index, enterprise: row.enterprise_number }]));
};

export interface SumsOfState extends Row {
  state: string | null;
  rights: number;
  /** Cents by field, as text. */
  sums: Readonly<Record<string, string>>;
}

interface OfFile {
  readonly importId: string;
  /** Whose amounts are added up. */
  readonly fields: readonly string[];
}

/** Rows by state with the sum of each field, of whatever has both: one pass, and one more for each field of money, of which there are few. */
const summed = (rows: string, cents: string): string =>
  `with said as materialized (${rows})
   select w.state, count(*)::integer as rights,
          (select coalesce(jsonb_object_agg(f.name, s.cents), '{}'::jsonb)
             from unnest($2::text[]) as f (name)
             cross join lateral (
               select coalesce(sum(${cents}), 0)::text as cents
                 from said o where o.state is not distinct from w.state) as s) as sums
     from said w group by w.state`;

/** What the rows of a file say, by state; a row whose state nobody could read has none. */
export const sumsInFile = (db: Queryable, { importId, fields }: OfFile): Promise<SumsOfState[]> =>
  db.query<SumsOfState>(
    summed(
      'select r.right_state as state, r.amounts as said from casework.right_import_row r where r.import_id = $1',
      '(o.said ->> f.name)::numeric',
    ),
    [importId, fields],
  );

/** What the rights come to that stand under the rows of a file, as they are known now for a day, by state. */
export const sumsStanding = (db: Queryable, { importId, fields, day }: OfFile & { readonly day: string }) =>
  db.query<SumsOfState>(
    summed(
      `select v.state, v.data as said
         from casework.right_import_row r
         join casework.granted_right g on g.id = r.right_id
         cross join lateral (
           select n.state, n.data from casework.right_version n
            where n.right_id = g.id and n.effective_on <= greatest($3::date, g.begins_on)
            order by n.effective_on desc, n.sequence desc limit 1) as v
        where r.import_id = $1`,
      'round((o.said ->> f.name)::numeric * 100)',
    ),
    [importId, fields, day],
  );

interface OfKind {
  readonly importId: string;
  readonly administration: string;
  readonly procedureKey: string;
  readonly kind: string;
}

/** Rights of a kind that stand here and that no row of the file is about. */
export const countNotInFile = async (
  db: Queryable,
  { importId, administration, procedureKey, kind }: OfKind,
): Promise<number> => {
  const [row] = await db.query<{ rights: number }>(
    `select count(*)::integer as rights from casework.granted_right g
      where g.administration = $2 and g.procedure_key = $3 and g.kind = $4
        and not exists (select from casework.right_import_row r where r.import_id = $1 and r.number = g.number)`,
    [importId, administration, procedureKey, kind],
  );
  return row?.rights ?? 0;
};
