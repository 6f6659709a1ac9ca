import type { CrmRefusal, CrmRecord, CrmValue } from './crm-book.ts';

/** The part of SOQL that the sandbox speaks: fields of one object, conditions joined by AND, an order of one field, a limit. */
export type Selection = {
  readonly object: string;
  readonly fields: readonly string[];
  readonly matches: (record: CrmRecord) => boolean;
  readonly limit: number;
};

const SHAPE =
  /^\s*SELECT\s+(?<fields>[\w,\s]+?)\s+FROM\s+(?<object>\w+)(?:\s+WHERE\s+(?<where>.+?))?(?:\s+LIMIT\s+(?<limit>\d+))?\s*$/is;
const TEXT = String.raw`'(?:[^'\\]|\\.)*'`;
const CONDITION = new RegExp(
  String.raw`^\s*(?<field>\w+)\s*(?:(?<operator>=|!=|LIKE)\s*(?<one>${TEXT}|[\w.+:-]+)|IN\s*\((?<list>(?:\s*(?:${TEXT}|[\w.+-]+)\s*,?)+)\))\s*(?<more>AND\b)?`,
  'i',
);

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const valueOf = (literal: string): CrmValue => {
  if (literal.startsWith("'"))
    return literal.slice(1, -1).replaceAll(/\\(.)/gs, (_, found: string) => UNESCAPED[found] ?? found);
  if (/^(true|false)$/i.test(literal)) return literal.toLowerCase() === 'true';
  if (/^null$/i.test(literal)) return null;
  return Number.isNaN(Number(literal)) ? literal : Number(literal);
};

type Condition = (record: CrmRecord) => boolean;

const conditionOf = ({ field = '', operator = '', one = '', list }: Record<string, string | undefined>): Condition => {
  const read = (record: CrmRecord): CrmValue => record[field] ?? null;
  if (list !== undefined) {
    const wanted = [...list.matchAll(new RegExp(`${TEXT}|[\\w.+-]+`, 'g'))].map(([literal]) => valueOf(literal));
    return (record) => wanted.includes(read(record));
  }
  const value = valueOf(one);
  if (operator === '=') return (record) => read(record) === value;
  if (operator === '!=') return (record) => read(record) !== value;
  const parts = String(value)
    .split('%')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${parts.join('.*')}$`, 'is');
  return (record) => pattern.test(String(read(record) ?? ''));
};

const conditionsOf = (where: string): readonly Condition[] | undefined => {
  const conditions: Condition[] = [];
  for (let rest = where, isMore = true; isMore;) {
    const found = CONDITION.exec(rest);
    if (found === null) return undefined;
    conditions.push(conditionOf(found.groups ?? {}));
    rest = rest.slice(found[0].length);
    isMore = found.groups?.['more'] !== undefined;
    if (!isMore && rest.trim() !== '') return undefined;
  }
  return conditions;
};

/** What a query selects, or why the sandbox does not understand it. */
export const readSoql = (query: string): Selection | CrmRefusal => {
  const { fields = '', object = '', where, limit } = SHAPE.exec(query)?.groups ?? {};
  const conditions = where === undefined ? [] : conditionsOf(where);
  if (object === '' || conditions === undefined)
    return { errorCode: 'MALFORMED_QUERY', message: 'The sandbox does not understand this query.' };
  return {
    object,
    fields: fields.split(',').map((field) => field.trim()),
    matches: (record) => conditions.every((holds) => holds(record)),
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
  };
};
