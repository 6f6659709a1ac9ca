import type { CompiledControl, CompiledForm } from './compile-form.ts';
import { conditionSchema } from './conditions.ts';
import type { Audience, Condition, Rule } from './form.ts';
import { PATTERN_TEXT_LIMIT } from './pattern-cost.ts';
import type { Path } from './pointer.ts';
import type { EffectiveSchema, FieldSchema } from './schema.ts';

/** Longest text, in characters, of a field whose schema sets no `maxLength`. */
export const TEXT_LIMIT = 10_000;
/** Most rows or entries of a list whose schema sets no `maxItems`. */
export const ITEMS_LIMIT = 200;

const boundText = (schema: FieldSchema): EffectiveSchema => {
  const ceiling = schema.pattern === undefined ? TEXT_LIMIT : PATTERN_TEXT_LIMIT;
  return { maxLength: Math.min(schema.maxLength ?? ceiling, ceiling) };
};

const boundsOf = (schema: FieldSchema): EffectiveSchema => {
  if (schema.type === 'string') return boundText(schema);
  return schema.type === 'array' ? { maxItems: Math.min(schema.maxItems ?? ITEMS_LIMIT, ITEMS_LIMIT) } : {};
};

const mapProperties = (
  properties: Readonly<Record<string, FieldSchema>>,
  convert: (schema: FieldSchema) => EffectiveSchema,
): Readonly<Record<string, EffectiveSchema>> =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, convert(schema)]));

/** Copies the value keywords, turns choices into `enum`, closes objects and bounds sizes. */
const strictField = (schema: FieldSchema): EffectiveSchema => {
  const { oneOf, readOnly: _readOnly, default: _default, properties, required, items, ...keywords } = schema;
  return {
    ...keywords,
    ...boundsOf(schema),
    ...(oneOf === undefined ? {} : { enum: oneOf.map((choice) => choice.const) }),
    ...(items === undefined ? {} : { items: strictField(items) }),
    ...(properties === undefined
      ? {}
      : { properties: mapProperties(properties, strictField), additionalProperties: false }),
    ...(required === undefined ? {} : { required }),
  };
};

const controlSchema = (control: CompiledControl): EffectiveSchema => {
  const strict = strictField(control.schema);
  const minItems =
    control.required && control.schema.type === 'array' ? { minItems: Math.max(strict.minItems ?? 0, 1) } : {};
  const maxItems = control.file === undefined ? {} : { maxItems: control.file.maxCount };
  const items = control.rows.length === 0 ? {} : { items: closedObject(control.rows) };
  return { ...strict, ...minItems, ...maxItems, ...items };
};

interface Branch {
  readonly name: string;
  readonly own: readonly CompiledControl[];
  readonly deeper: readonly { readonly control: CompiledControl; readonly rest: Path }[];
}

const branchesOf = (
  entries: readonly { readonly control: CompiledControl; readonly rest: Path }[],
): readonly Branch[] => {
  const names = [...new Set(entries.map(({ rest }) => rest[0] ?? ''))];
  return names.map((name) => {
    const under = entries.filter(({ rest }) => rest[0] === name);
    return {
      name,
      own: under.filter(({ rest }) => rest.length === 1).map(({ control }) => control),
      deeper: under
        .filter(({ rest }) => rest.length > 1)
        .map(({ control, rest }) => ({ control, rest: rest.slice(1) })),
    };
  });
};

const propertiesOf = (
  entries: readonly { readonly control: CompiledControl; readonly rest: Path }[],
): EffectiveSchema => {
  const properties = branchesOf(entries).map(({ name, own, deeper }) => {
    const [control] = own;
    return [name, control === undefined ? propertiesOf(deeper) : controlSchema(control)] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
};

const requirePath = (path: Path): EffectiveSchema =>
  path.reduceRight<EffectiveSchema>(
    (inner, name, depth) => (depth === path.length - 1 ? { required: [name] } : { properties: { [name]: inner } }),
    {},
  );

const ruleSchema = (rule: Rule): EffectiveSchema =>
  rule.effect === 'SHOW' ? conditionSchema(rule.condition) : { not: conditionSchema(rule.condition) };

const requirement = (control: CompiledControl, when: Condition | undefined): EffectiveSchema => {
  const conditions = [...control.showRules.map(ruleSchema), ...(when === undefined ? [] : [conditionSchema(when)])];
  const then = requirePath(control.path);
  // oxlint-disable-next-line unicorn/no-thenable -- "then" is a JSON Schema keyword; nobody awaits a schema
  return conditions.length === 0 ? then : { if: { allOf: conditions }, then };
};

const requirements = (controls: readonly CompiledControl[]): readonly EffectiveSchema[] =>
  controls.flatMap((control) => {
    if (control.required) return [requirement(control, undefined)];
    return control.requiredWhen === undefined ? [] : [requirement(control, control.requiredWhen)];
  });

const closedObject = (controls: readonly CompiledControl[]): EffectiveSchema => {
  const allOf = requirements(controls);
  const closed = propertiesOf(controls.map((control) => ({ control, rest: control.path })));
  return allOf.length === 0 ? closed : { ...closed, allOf };
};

/**
 * Writes the schema that settled data of an audience must satisfy: closed objects, bounded sizes, and every
 * "required while visible" as `if`/`then`. Derived from the form, never stored by hand.
 */
export const effectiveSchema = (compiled: CompiledForm, audience: Audience): EffectiveSchema =>
  closedObject(compiled.controls.filter((control) => control.audiences.includes(audience)));
