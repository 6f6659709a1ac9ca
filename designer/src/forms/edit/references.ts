import type {
  Calculation,
  CodesOfField,
  Condition,
  ControlElement,
  ControlOptions,
  FieldSchema,
  FormBindings,
  FormDefinition,
  Rule,
} from '@irisflow/forms';
import { childrenOf, mapElements, places, type Element } from './tree.ts';

/** What becomes of a scope: another one, the same, or nothing where what it named is gone. */
type Scopes = (scope: string) => string | undefined;

/** What a field is found by: its scope, and that of the repeated group whose rows ask it. */
export interface Target {
  readonly scope: string;
  readonly table?: string | undefined;
}

const isWithin = (scope: string, whole: string): boolean => scope === whole || scope.startsWith(`${whole}/`);

const condition = (value: Condition, scopes: Scopes): Condition | undefined => {
  if ('scope' in value) {
    const scope = scopes(value.scope);
    if (scope === undefined) return undefined;
    return scope === value.scope ? value : { ...value, scope };
  }
  const conditions = value.conditions.flatMap((inner) => condition(inner, scopes) ?? []);
  if (conditions.length === 0) return undefined;
  const isSame =
    conditions.length === value.conditions.length && conditions.every((one, at) => one === value.conditions[at]);
  return isSame ? value : { ...value, conditions };
};

const rule = (value: Rule, scopes: Scopes): Rule | undefined => {
  const next = condition(value.condition, scopes);
  if (next === undefined) return undefined;
  return next === value.condition ? value : { ...value, condition: next };
};

/** How a calculation speaks of the fields of the form and, for a table, of its rows. */
interface CalcScopes {
  readonly form: Scopes;
  /** Of the rows of the table at a scope. */
  readonly rows: (table: string) => Scopes;
}

const keyOf = (scope: string): string => scope.split('/').at(-1) ?? '';
const scopeOf = (key: string): string => `#/properties/${key}`;

const sumOf = (calc: Extract<Calculation, { op: 'sum' }>, { form, rows }: CalcScopes): Calculation | undefined => {
  const scopes = calc.scopes.flatMap((scope) => form(scope) ?? []);
  if (scopes.length === 0) return undefined;
  if (calc.field === undefined) return { ...calc, scopes };
  const field = rows(calc.scopes[0] ?? '')(scopeOf(calc.field));
  return field === undefined ? undefined : { ...calc, scopes, field: keyOf(field) };
};

const countOf = (calc: Extract<Calculation, { op: 'count' }>, { form, rows }: CalcScopes): Calculation | undefined => {
  const scope = form(calc.scope);
  if (scope === undefined) return undefined;
  const where = calc.where === undefined ? undefined : condition(calc.where, rows(calc.scope));
  return { op: calc.op, scope, ...(where !== undefined && { where }) };
};

const calculation = (calc: Calculation, scopes: CalcScopes): Calculation | undefined => {
  if (calc.op === 'sum') return sumOf(calc, scopes);
  if (calc.op === 'count') return countOf(calc, scopes);
  if (calc.op === 'test') {
    const next = condition(calc.condition, scopes.form);
    return next && { ...calc, condition: next };
  }
  const scope = scopes.form(calc.scope);
  if (calc.op === 'age') return scope === undefined ? undefined : { ...calc, scope };
  const minus = scopes.form(calc.minus);
  return scope === undefined || minus === undefined ? undefined : { ...calc, scope, minus };
};

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** A list whose choices stand under a field that is gone offers all of them. */
const codesOf = ({ list, under }: CodesOfField, scopes: Scopes): CodesOfField => {
  const next = under === undefined ? undefined : scopes(under);
  return { list, ...(next !== undefined && { under: next }) };
};

const options = (value: ControlOptions, scopes: CalcScopes): ControlOptions => {
  const next = withoutUndefined({
    ...value,
    requiredWhen: value.requiredWhen && condition(value.requiredWhen, scopes.form),
    calc: value.calc && calculation(value.calc, scopes),
    codes: value.codes && codesOf(value.codes, scopes.form),
  }) as ControlOptions;
  return isSame(next, value) ? value : next;
};

const element = (value: Element, scopes: CalcScopes, own: Scopes): Element => {
  const next = withoutUndefined({ ...value, rule: value.rule && rule(value.rule, scopes.form) }) as Element;
  if (next.type !== 'Control') return isSame(next, value) ? value : next;
  const control = { ...next, scope: own(next.scope) ?? next.scope, options: options(next.options, scopes) };
  return isSame(control, value) ? value : control;
};

const bindings = (value: FormBindings, scopes: Scopes): FormBindings => {
  const moved = <T extends { readonly scope: string }>(list: readonly T[]): readonly T[] =>
    list.flatMap((one) => {
      const scope = scopes(one.scope);
      return scope === undefined ? [] : [scope === one.scope ? one : { ...one, scope }];
    });
  const { prefill, files, process } = value;
  return withoutUndefined({
    ...value,
    prefill: prefill && moved(prefill),
    files: files && moved(files),
    process:
      process &&
      withoutUndefined({
        ...process,
        in: process.in?.flatMap((one) =>
          scopes(one.to) === undefined ? [] : [{ ...one, to: scopes(one.to) ?? one.to }],
        ),
        out: process.out?.flatMap((one) =>
          scopes(one.from) === undefined ? [] : [{ ...one, from: scopes(one.from) ?? one.from }],
        ),
      }),
  }) as FormBindings;
};

const keep: Scopes = (scope) => scope;

/** Changes every mention of a field: in rules, calculations, bindings and access; fields inside it go along. */
const changeScopes = (form: FormDefinition, { scope: target, table }: Target, scopes: Scopes): FormDefinition => {
  const changed: Scopes = (scope) => (isWithin(scope, target) ? scopes(scope) : scope);
  const calc: CalcScopes = {
    form: table === undefined ? changed : keep,
    rows: (of) => (of === table ? changed : keep),
  };
  const inRows = new Set(
    places(form)
      .filter(({ element: one }) => one.type === 'Control' && one.options.widget === 'table')
      .flatMap(({ element: one }) => childrenOf(one).map(({ id }) => ({ id, table: (one as ControlElement).scope })))
      .map(({ id, table: of }) => [id, of] as const),
  );
  const tableOf = new Map(inRows);
  const next = mapElements(form, (one) => {
    const around = tableOf.get(one.id);
    if (around === undefined) return element(one, calc, calc.form);
    return around === table ? element(one, { ...calc, form: changed }, changed) : one;
  });
  if (table !== undefined) return next;
  return withoutUndefined({
    ...next,
    bindings: form.bindings && bindings(form.bindings, changed),
    access: form.access?.flatMap((entry) => {
      const scope = changed(entry.scope);
      return scope === undefined ? [] : [{ ...entry, scope }];
    }),
  }) as FormDefinition;
};

/** A field has another scope from now on. */
export const moveScope = (form: FormDefinition, target: Target, to: string): FormDefinition =>
  changeScopes(form, target, (scope) => `${to}${scope.slice(target.scope.length)}`);

/** A field is gone: conditions lose what they said of it, and what only spoke of it goes too. */
export const forgetScope = (form: FormDefinition, target: Target): FormDefinition =>
  changeScopes(form, target, () => undefined);

/** Elements whose rules or calculations look at a field. */
export const usersOf = (form: FormDefinition, target: Target): readonly Element[] => {
  const after = new Map(places(forgetScope(form, target)).map(({ element: one }) => [one.id, one]));
  return places(form)
    .map(({ element: one }) => one)
    .filter((one) => !isSame(speaking(one), speaking(after.get(one.id) ?? one)));
};

const speaking = (one: Element): unknown =>
  one.type === 'Control' ? [one.rule, one.options.requiredWhen, one.options.calc, one.options.codes] : one.rule;

/** Changes what conditions compare the answer to a field with. */
export const changeComparedValue = (
  form: FormDefinition,
  target: Target,
  { from, to }: { from: string; to: string },
): FormDefinition => {
  const renamed = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(renamed) as T;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
      if (name === 'const' && inner === from) return [name, to];
      if (name === 'enum' && Array.isArray(inner))
        return [name, inner.map((one: unknown) => (one === from ? to : one))];
      return [name, typeof inner === 'object' ? renamed(inner) : inner];
    });
    return Object.fromEntries(entries) as T;
  };
  const inConditions = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(inConditions) as T;
    if (typeof value !== 'object' || value === null) return value;
    if ('scope' in value && 'schema' in value && value.scope === target.scope)
      return { ...value, schema: renamed(value.schema as FieldSchema) };
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, inConditions(inner as unknown)]),
    ) as T;
  };
  const next = { ...form, uischema: inConditions(form.uischema) };
  return isSame(next.uischema, form.uischema) ? form : next;
};
