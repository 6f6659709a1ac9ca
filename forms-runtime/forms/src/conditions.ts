import { holds } from './check-schema.ts';
import type { Condition, SchemaCondition } from './form.ts';
import { pathOfScope, readAt } from './pointer.ts';
import type { EffectiveSchema } from './schema.ts';

const isLeaf = (condition: Condition): condition is SchemaCondition => 'scope' in condition;

const leafHolds = (condition: SchemaCondition, data: unknown, today: string): boolean => {
  const value = readAt(data, pathOfScope(condition.scope));
  if (value === undefined && condition.failWhenUndefined === true) return false;
  return holds(condition.schema, value, today);
};

/** Whether a condition holds for some data; scopes start at the root of `data`. */
export const conditionHolds = (condition: Condition, data: unknown, today: string): boolean => {
  if (isLeaf(condition)) return leafHolds(condition, data, today);
  const test = (inner: Condition): boolean => conditionHolds(inner, data, today);
  return condition.type === 'AND' ? condition.conditions.every(test) : condition.conditions.some(test);
};

/** Every scope a condition reads. */
export const scopesOf = (condition: Condition): readonly string[] =>
  isLeaf(condition) ? [condition.scope] : condition.conditions.flatMap(scopesOf);

/** An absent value satisfies what JSON Schema only asks of present ones; this says whether the leaf accepts absence. */
const acceptsAbsence = (condition: SchemaCondition): boolean =>
  condition.failWhenUndefined !== true && holds(condition.schema, undefined, '0000-00-00');

const leafSchema = (condition: SchemaCondition): EffectiveSchema => {
  const path = pathOfScope(condition.scope);
  const absenceAllowed = acceptsAbsence(condition);
  return path.reduceRight<EffectiveSchema>(
    (inner, name) => ({
      properties: { [name]: inner },
      ...(absenceAllowed ? {} : { type: 'object', required: [name] }),
    }),
    condition.schema,
  );
};

/** Writes a condition as the schema of an `if`, so that both validators decide exactly what the rules decide. */
export const conditionSchema = (condition: Condition): EffectiveSchema => {
  if (isLeaf(condition)) return leafSchema(condition);
  const parts = condition.conditions.map(conditionSchema);
  return condition.type === 'AND' ? { allOf: parts } : { anyOf: parts };
};
