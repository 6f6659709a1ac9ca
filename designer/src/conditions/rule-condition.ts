import { pathOfScope, type Condition } from '@irisflow/forms';
import { groupOf, type Group, type Line, type Operator, type Part, type Value } from './condition.ts';

type Leaf = Extract<Condition, { readonly scope: string }>;
type Schema = Leaf['schema'];

const scopeOf = (name: string): string =>
  `#/${name
    .split('.')
    .map((part) => `properties/${part}`)
    .join('/')}`;

const constantOf = (value: Value | null): string | number | boolean | undefined => {
  if (value?.kind === 'text') return value.text;
  if (value?.kind === 'number') return value.number;
  return value?.kind === 'yesNo' ? value.isYes : undefined;
};

const dayOf = (value: Value | null): string | undefined => {
  if (value?.kind === 'day') return value.day;
  return value?.kind === 'today' ? 'today' : undefined;
};

const schemaOfDay = (operator: Operator, day: string): Schema | null => {
  switch (operator) {
    case 'is':
      return { dateMin: day, dateMax: day };
    case 'isNot':
      return { not: { dateMin: day, dateMax: day } };
    case 'isAtLeast':
      return { dateMin: day };
    case 'isAtMost':
      return { dateMax: day };
    case 'isLess':
      return { not: { dateMin: day } };
    case 'isMore':
      return { not: { dateMax: day } };
    default:
      return null;
  }
};

const limits: Partial<Readonly<Record<Operator, 'exclusiveMaximum' | 'maximum' | 'exclusiveMinimum' | 'minimum'>>> = {
  isLess: 'exclusiveMaximum',
  isAtMost: 'maximum',
  isMore: 'exclusiveMinimum',
  isAtLeast: 'minimum',
};

const schemaOfConstant = (operator: Operator, constant: string | number | boolean): Schema | null => {
  const limit = limits[operator];
  if (limit !== undefined) return typeof constant === 'number' ? { [limit]: constant } : null;
  switch (operator) {
    case 'is':
      return { const: constant };
    case 'isNot':
      return { not: { const: constant } };
    case 'contains':
      return { contains: { const: constant } };
    case 'lacks':
      return { not: { contains: { const: constant } } };
    default:
      return null;
  }
};

const schemaOf = ({ operator, value }: Line): Schema | null => {
  if (operator === 'isFilled') return {};
  if (value?.kind === 'choices') {
    if (value.choices.length === 0) return null;
    if (operator === 'isOneOf') return { enum: value.choices };
    return operator === 'isNoneOf' ? { not: { enum: value.choices } } : null;
  }
  const day = dayOf(value);
  if (day !== undefined) return schemaOfDay(operator, day);
  const constant = constantOf(value);
  return constant === undefined ? null : schemaOfConstant(operator, constant);
};

const everyType = ['string', 'number', 'boolean', 'array', 'object'] as const;
/** What no value that is there satisfies. */
const absent: Schema = { not: { anyOf: everyType.map((type) => ({ type })) } };

const ruleOfLine = (line: Line): Condition | null => {
  if (line.name === '') return null;
  const scope = scopeOf(line.name);
  if (line.operator === 'isEmpty') return { scope, schema: absent };
  const schema = schemaOf(line);
  return schema === null ? null : { scope, schema, failWhenUndefined: true };
};

const ruleOfPart = (part: Part): Condition | null => {
  if (part.kind === 'line') return ruleOfLine(part);
  if (part.kind === 'written') return JSON.parse(part.text) as Condition;
  // Rules of forms have no negation of a group: none is offered.
  if (part.isNegated) return null;
  const conditions = part.parts.map(ruleOfPart).filter((condition) => condition !== null);
  return conditions.length === 0 ? null : { type: part.join === 'all' ? 'AND' : 'OR', conditions };
};

/**
 * A condition as a rule of a form has it; null while no line of it is complete. The names of its lines are the dotted paths of
 * fields, from the root of the form or of a row.
 */
export const ruleOfCondition = (condition: Group): Condition | null => {
  const [only, ...more] = condition.parts;
  return only !== undefined && more.length === 0 && only.kind !== 'group' ? ruleOfPart(only) : ruleOfPart(condition);
};

const valueOf = (constant: unknown): Value | null => {
  if (typeof constant === 'string') return { kind: 'text', text: constant };
  if (typeof constant === 'number') return { kind: 'number', number: constant };
  return typeof constant === 'boolean' ? { kind: 'yesNo', isYes: constant } : null;
};

const isSameJson = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const valueOfDay = (day: string): Value => (day === 'today' ? { kind: 'today' } : { kind: 'day', day });

/** Every value that one of the keywords of a schema may stand for. */
const valuesIn = (schema: Schema): Value[] => {
  const inner = schema.not ?? schema;
  const constants = [inner.const, inner.contains?.const, ...Object.values(limits).map((limit) => inner[limit])];
  const days = [inner.dateMin, inner.dateMax].filter((day) => day !== undefined);
  const choices = (inner.enum ?? []).filter((choice) => typeof choice !== 'boolean');
  return [
    ...constants.map(valueOf).filter((value) => value !== null),
    ...days.filter((day) => /^(?:today|\d{4}-\d{2}-\d{2})$/.test(day)).map(valueOfDay),
    ...(choices.length === 0 ? [] : [{ kind: 'choices', choices } as const]),
  ];
};

const valueOperators: readonly Operator[] = [
  'is', 'isNot', 'isOneOf', 'isNoneOf', 'isLess', 'isAtMost', 'isMore', 'isAtLeast', 'contains', 'lacks',
]; // prettier-ignore

/** Lines without a value. */
const unaryOf = ({ schema, failWhenUndefined = false }: Leaf): Operator | null => {
  if (isSameJson(schema, absent) && !failWhenUndefined) return 'isEmpty';
  return isSameJson(schema, {}) && failWhenUndefined ? 'isFilled' : null;
};

/** Without the mark, what was not answered satisfies whatever is not asked of it: only a constant refuses that itself. */
const refusesAbsence = ({ schema, failWhenUndefined }: Leaf): boolean =>
  failWhenUndefined === true || schema.const !== undefined || schema.enum !== undefined;

/** The line that compiles to a leaf: what is offered in words is what is read in words. */
const lineOf = (leaf: Leaf): Line | null => {
  const name = pathOfScope(leaf.scope).join('.');
  const unary = unaryOf(leaf);
  if (unary !== null) return { kind: 'line', name, operator: unary, value: null };
  if (!refusesAbsence(leaf)) return null;
  const lines = valuesIn(leaf.schema).flatMap((value) =>
    valueOperators.map((operator): Line => ({ kind: 'line', name, operator, value })),
  );
  return lines.find((line) => isSameJson(schemaOf(line), leaf.schema)) ?? null;
};

const partOf = (condition: Condition): Part => {
  if ('scope' in condition) return lineOf(condition) ?? { kind: 'written', text: JSON.stringify(condition) };
  return groupOf(condition.conditions.map(partOf), condition.type === 'AND' ? 'all' : 'any');
};

/** The condition that a rule of a form says; parts that have no words keep their JSON. */
export const conditionOfRule = (rule: Condition | null): Group => {
  if (rule === null) return groupOf([]);
  const part = partOf(rule);
  return part.kind === 'group' ? part : groupOf([part]);
};
