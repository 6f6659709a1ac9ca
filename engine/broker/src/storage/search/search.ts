import type { Database } from '@irisflow/database';
import type { Page, PageRequest, SortClause } from '@irisflow/protocol';
import { ALWAYS, type Binder, type Condition, allOf, createBinder } from './binder.ts';
import { compileFilter } from './compile-filter.ts';
import { isObject } from './compile-value.ts';
import { beyond, cursorColumn, orderBy, reverse, sortKeys, writeCursor } from './compile-sort.ts';
import type { Noun } from './noun.ts';

export interface SearchRequest {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort: readonly SortClause<string>[];
  readonly page: PageRequest;
  /** Whose rows may be found; null while tenancy is off. */
  readonly tenantIds: ReadonlySet<string> | null;
  /** Narrows the noun, for instance to the variables of one task. */
  readonly within?: Condition;
}

/** Counting stops here: an exact number of millions helps nobody and costs seconds. */
const MAX_TOTAL = 10_000;

const selectList = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} as "${name}"`)
    .join(', ');

/** Rows of the noun that the tenants may see. */
const visible = <Row, View>(noun: Noun<Row, View>, tenantIds: ReadonlySet<string> | null, binder: Binder): string =>
  tenantIds === null ? noun.where : `${noun.where} and ${noun.belongsTo(tenantIds)(binder)}`;

const says = (filter: SearchRequest['filter'], field: string): boolean => {
  const { [field]: own, $or: alternatives } = filter;
  return (
    (own ?? null) !== null ||
    (Array.isArray(alternatives) && alternatives.some((one) => isObject(one) && says(one, field)))
  );
};

const withoutSetAside = <Row, View>({ setAside }: Noun<Row, View>, filter: SearchRequest['filter']): string =>
  setAside === undefined || says(filter, setAside.unlessAsked) ? ALWAYS : `not (${setAside.where})`;

const whereOf = <Row, View>(noun: Noun<Row, View>, { filter, within, tenantIds }: SearchRequest) => {
  const binder = createBinder();
  const conditions = [
    visible(noun, tenantIds, binder),
    within?.(binder) ?? ALWAYS,
    compileFilter(noun.fields, filter, binder),
    withoutSetAside(noun, filter),
  ];
  return { binder, where: allOf(conditions) };
};

const pageStatement = <Row, View>(noun: Noun<Row, View>, request: SearchRequest) => {
  const { page, sort } = request;
  const { binder, where } = whereOf(noun, request);
  const order = sortKeys(noun.fields, sort, noun.identity);
  const keys = 'before' in page ? reverse(order) : order;
  const cursor = 'before' in page ? page.before : 'after' in page ? page.after : null;
  const start = cursor === null ? '' : ` and ${beyond(keys, cursor, binder)}`;
  const offset = 'from' in page ? ` offset ${binder.bind(page.from, 'bigint')}` : '';
  const columns = `${selectList(noun.columns)}, ${cursorColumn(order)} as "cursor"`;
  const limit = binder.bind(page.limit, 'bigint');
  const text = `select ${columns} from ${noun.from} where ${where}${start} order by ${orderBy(keys)} limit ${limit}${offset}`;
  return { text, values: binder.values };
};

const countStatement = <Row, View>(noun: Noun<Row, View>, request: SearchRequest) => {
  const { binder, where } = whereOf(noun, request);
  const text = `select count(*)::integer as total from (select from ${noun.from} where ${where} limit ${MAX_TOTAL + 1}) counted`;
  return { text, values: binder.values };
};

/**
 * One page of what matches; fails with a SearchRefusal when the request asks for something that the noun does not have.
 * Reads what was acknowledged: the tables are written in the commit of the command.
 */
export const search = async <Row, View>(
  database: Database,
  noun: Noun<Row, View>,
  request: SearchRequest,
): Promise<Page<View>> => {
  const page = pageStatement(noun, request);
  const count = countStatement(noun, request);
  const [found, [counted]] = await Promise.all([
    database.query<Row & { readonly cursor: string } & Record<string, unknown>>(page.text, page.values),
    database.query<{ readonly total: number }>(count.text, count.values),
  ]);
  const rows = 'before' in request.page ? found.toReversed() : found;
  const cursorOf = (row: { readonly cursor: string } | undefined) =>
    row === undefined ? null : writeCursor(row.cursor);
  const total = counted?.total ?? 0;
  return {
    items: rows.map(({ cursor: _cursor, ...row }) => noun.toView(row as unknown as Row)),
    page: {
      totalItems: Math.min(total, MAX_TOTAL),
      hasMoreTotalItems: total > MAX_TOTAL,
      startCursor: cursorOf(rows[0]),
      endCursor: cursorOf(rows.at(-1)),
    },
  };
};

export interface FindRequest {
  readonly identity: string;
  /** Whose rows may be found; null while tenancy is off. */
  readonly tenantIds: ReadonlySet<string> | null;
}

/** The one row with this identity, or null. */
export const find = async <Row, View>(
  database: Database,
  noun: Noun<Row, View>,
  { identity, tenantIds }: FindRequest,
): Promise<View | null> => {
  const { sql, type } = noun.identity;
  const binder = createBinder();
  const where = `${visible(noun, tenantIds, binder)} and ${sql} = ${binder.bind(identity, type)}`;
  const [row] = await database.query<Row & Record<string, unknown>>(
    `select ${selectList(noun.columns)} from ${noun.from} where ${where}`,
    binder.values,
  );
  return row === undefined ? null : noun.toView(row);
};
