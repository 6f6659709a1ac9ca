import { ALWAYS, type Binder, SearchRefusal, allOf } from './binder.ts';
import { type FieldKind, type Operator, type ValueField, fieldKinds, readValue } from './field.ts';

export type Json = Readonly<Record<string, unknown>>;

/** One operator on one column. */
interface Comparison {
  readonly kind: FieldKind;
  readonly sql: string;
  readonly values: readonly string[] | undefined;
  readonly value: unknown;
  /** Where the value is in the request, for messages. */
  readonly path: string;
}
type Compile = (comparison: Comparison, binder: Binder) => string;

const MAX_LIST = 1_000;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bound = ({ kind, values, value, path }: Comparison, binder: Binder) => {
  const read = readValue(kind, value, path);
  if (values === undefined || values.includes(String(read))) return binder.bind(read, fieldKinds[kind].sqlType);
  throw new SearchRefusal(
    `Expected ${path} to be one of ${values.join(', ')}, but found '${String(read).slice(0, 200)}'`,
  );
};

export const listOf = (value: unknown, path: string): readonly unknown[] => {
  if (Array.isArray(value) && value.length <= MAX_LIST) return value;
  throw new SearchRefusal(`Expected ${path} to be a list of at most ${MAX_LIST} entries, but it is not`);
};

const isIn: Compile = (comparison, binder) => {
  const entries = listOf(comparison.value, comparison.path);
  return `${comparison.sql} in (${entries.map((value) => bound({ ...comparison, value }, binder)).join(', ')})`;
};

const exists: Compile = ({ sql, value, path }) =>
  `${sql} is ${readValue('flag', value, path) === true ? 'not null' : 'null'}`;

/** `*` stands for any characters, `?` for one; a backslash takes the meaning away. */
const likePattern = (pattern: string): string =>
  pattern.replaceAll(/\\[*?\\]|[*?%_\\]/g, (found) => {
    if (found === '*') return '%';
    if (found === '?') return '_';
    if (found === String.raw`\*` || found === String.raw`\?`) return found.slice(1);
    return found.length === 2 ? found : `\\${found}`;
  });

const isLike: Compile = ({ sql, value, path }, binder) => {
  const pattern = readValue('text', value, path);
  return `${sql} like ${binder.bind(likePattern(String(pattern)), 'text')}`;
};

const headEquals = ({ head }: ValueField, comparison: Comparison, binder: Binder): string =>
  head === undefined ? '' : ` and ${head.sql} = left(${bound(comparison, binder)}, ${head.length})`;

const compares =
  (operator: string): Compile =>
  (comparison, binder) =>
    `${comparison.sql} ${operator} ${bound(comparison, binder)}`;

const positive: Readonly<Record<Exclude<Operator, '$neq' | '$notIn'>, Compile>> = {
  $eq: compares('='),
  $in: isIn,
  $exists: exists,
  $like: isLike,
  $gt: compares('>'),
  $gte: compares('>='),
  $lt: compares('<'),
  $lte: compares('<='),
};

/** A row without a value is different from every value. */
const negated = { $neq: '$eq', $notIn: '$in' } as const;

const isOperator = (name: string): name is Operator => name in positive || name in negated;

const impliedBy = ({ implies }: ValueField, operator: Operator, value: unknown): string => {
  if (implies === undefined || (operator !== '$eq' && operator !== '$in')) return '';
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.every((asked) => typeof asked === 'string' && implies.values.has(asked)) ? ` and ${implies.sql}` : '';
};

const someRow = ({ through }: ValueField, condition: string): string =>
  through === undefined ? condition : `exists (select from ${through.from} where ${through.where} and ${condition})`;

/** A client that has nothing to choose from sends an empty list and means no choice. */
const isNoChoice = (operator: Operator, value: unknown): boolean =>
  (operator === '$in' || operator === '$notIn') && Array.isArray(value) && value.length === 0;

const compileOperator = (field: ValueField, comparison: Comparison & { operator: Operator }, binder: Binder) => {
  const { operator, value, path } = comparison;
  if (isNoChoice(operator, value)) return ALWAYS;
  if (operator === '$exists' && field.through !== undefined) {
    return `${readValue('flag', value, path) === true ? '' : 'not '}${someRow(field, 'true')}`;
  }
  if (operator === '$neq' || operator === '$notIn') {
    return `(${someRow(field, positive[negated[operator]](comparison, binder))}) is not true`;
  }
  const head = operator === '$eq' ? headEquals(field, comparison, binder) : '';
  return `${someRow(field, positive[operator](comparison, binder))}${head}${impliedBy(field, operator, value)}`;
};

/** The condition that a field's value or operators ask for. */
export const compileValue = (
  field: ValueField,
  { value, path }: { value: unknown; path: string },
  binder: Binder,
): string => {
  const operators = isObject(value) ? value : { $eq: value };
  const conditions = Object.entries(operators).map(([operator, operand]) => {
    if (!isOperator(operator) || !fieldKinds[field.kind].operators.includes(operator)) {
      throw new SearchRefusal(
        `Expected ${path} to have operators of ${fieldKinds[field.kind].operators.join(', ')}, but found '${operator}'`,
      );
    }
    const place = {
      kind: field.kind,
      sql: field.sql,
      values: field.values,
      value: operand,
      path: isObject(value) ? `${path}.${operator}` : path,
    };
    return compileOperator(field, { ...place, operator }, binder);
  });
  return allOf(conditions);
};
