import {
  pathOfScope,
  type Calculation,
  type Condition,
  type ControlElement,
  type ControlOptions,
  type FieldSchema,
  type FileBinding,
  type FormDefinition,
  type PrefillBinding,
  type Translations,
} from '@irisflow/forms';
import { freeKey, freePrefix, holderOfGap, tableOfGap, writeField, type Added } from './build.ts';
import { fieldOf, setRequired } from './fields.ts';
import { forgetScope, moveScope, type Target } from './references.ts';
import { renamedKey } from './texts.ts';
import {
  canHold,
  findPlace,
  freeName,
  insertElement,
  mapElements,
  places,
  tableAround,
  within,
  type Element,
  type Gap,
} from './tree.ts';

/** A part of a form that can be put elsewhere, in the same form or another: an element with all that belongs to it. */
export interface Fragment {
  readonly element: Element;
  readonly fields: readonly { readonly scope: string; readonly schema: FieldSchema; readonly required: boolean }[];
  readonly translations: Translations;
  readonly files: readonly FileBinding[];
  readonly prefill: readonly PrefillBinding[];
}

const isControl = (element: Element): element is ControlElement => element.type === 'Control';

/** Fields that keep their answers themselves: those in the rows of a table belong to the table. */
const ownFields = (element: Element): readonly ControlElement[] => {
  if (isControl(element)) return [element];
  return 'elements' in element ? element.elements.flatMap(ownFields) : [];
};

const titlesOf = (schema: FieldSchema): readonly string[] => [
  ...(schema.oneOf ?? []).map(({ title }) => title),
  ...Object.values(schema.properties ?? {}).flatMap(titlesOf),
  ...(schema.items === undefined ? [] : titlesOf(schema.items)),
];

const prefixesOf = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element) => ('i18n' in element ? [element.i18n] : []));

const isBelow = (key: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => key.startsWith(`${prefix}.`));

/** Everything that an element needs to stand in another form. */
export const extract = (form: FormDefinition, id: string): Fragment | undefined => {
  const element = findPlace(form, id)?.element;
  if (element === undefined) return undefined;
  const controls = ownFields(element);
  const fields = controls.flatMap((control) => {
    const field = fieldOf(form, control.id);
    return field === undefined ? [] : [{ scope: control.scope, schema: field.schema, required: field.required }];
  });
  const scopes = tableAround(form, id) === undefined ? controls.map(({ scope }) => scope) : [];
  const titles = fields.flatMap(({ schema }) => titlesOf(schema));
  const prefixes = prefixesOf(within(element));
  const translations = Object.fromEntries(
    Object.entries(form.translations).map(([locale, texts]) => [
      locale,
      Object.fromEntries(Object.entries(texts).filter(([key]) => isBelow(key, prefixes) || titles.includes(key))),
    ]),
  );
  const ofThese = <T extends { readonly scope: string }>(list: readonly T[] | undefined): readonly T[] =>
    (list ?? []).filter(({ scope }) => scopes.includes(scope));
  return {
    element,
    fields,
    translations,
    files: ofThese(form.bindings?.files),
    prefill: ofThese(form.bindings?.prefill),
  };
};

const renamedTitles = (schema: FieldSchema, rename: (title: string) => string): FieldSchema => ({
  ...schema,
  ...(schema.oneOf && { oneOf: schema.oneOf.map((choice) => ({ ...choice, title: rename(choice.title) })) }),
  ...(schema.items && { items: renamedTitles(schema.items, rename) }),
  ...(schema.properties && {
    properties: Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, renamedTitles(inner, rename)]),
    ),
  }),
});

type Renames = readonly (readonly [from: string, to: string])[];

const renamedBy = (renames: Renames, key: string): string => {
  const longest = renames
    .filter(([from]) => key === from || key.startsWith(`${from}.`))
    .toSorted(([left], [right]) => right.length - left.length)[0];
  return longest === undefined ? key : renamedKey(key, ...longest);
};

/** New beginnings of texts; what stands below another one moves with it. */
const renamesFor = (form: FormDefinition, elements: readonly Element[]): Renames => {
  const prefixes = [...new Set(prefixesOf(elements))].toSorted((left, right) => left.length - right.length);
  return prefixes.reduce<[string, string][]>((renames, prefix) => {
    const moved = renamedBy(renames, prefix);
    const taken = new Set(renames.map(([, to]) => to));
    const free = moved === prefix ? freeName(freePrefix(form, prefix), (name) => taken.has(name)) : moved;
    return [...renames, [prefix, free]];
  }, []);
};

const withNewIds = (form: FormDefinition, element: Element, renames: Renames): Element => {
  const taken = new Set(places(form).map(({ element: { id } }) => id));
  const renew = <T extends Element>(one: T): T => {
    const id = freeName(one.id.replace(/\d+$/, '') || one.id, (name) => taken.has(name));
    const kept = taken.has(one.id) ? id : one.id;
    taken.add(kept);
    const next = { ...one, id: kept, ...('i18n' in one && { i18n: renamedBy(renames, one.i18n) }) };
    if ('elements' in next) return { ...next, elements: next.elements.map(renew) };
    if (!isControl(next) || next.options.detail === undefined) return next;
    return { ...next, options: { ...next.options, detail: next.options.detail.map(renew) } };
  };
  return renew(element);
};

const mergedTexts = (form: FormDefinition, texts: Translations, renames: Renames): FormDefinition => ({
  ...form,
  translations: Object.fromEntries(
    [...new Set([...Object.keys(form.translations), ...form.locales])].map((locale) => {
      const before = form.translations[locale as keyof Translations] ?? {};
      const added = Object.entries(texts[locale as keyof Translations] ?? {}).map(([key, text]) => [
        renamedBy(renames, key),
        text,
      ]);
      return [
        locale,
        { ...(Object.fromEntries(added) as Record<string, string>), ...before, ...newOnly(before, added) },
      ];
    }),
  ),
});

const newOnly = (
  before: Readonly<Record<string, string>>,
  added: readonly (string | undefined)[][],
): Record<string, string> =>
  Object.fromEntries(added.filter(([key]) => key !== undefined && !(key in before)) as [string, string][]);

const scopesIn = (condition: Condition): readonly string[] =>
  'scope' in condition ? [condition.scope] : condition.conditions.flatMap(scopesIn);

const scopesOfOptions = ({ requiredWhen, calc, codes }: ControlOptions): readonly string[] => [
  ...(codes?.under === undefined ? [] : [codes.under]),
  ...(requiredWhen === undefined ? [] : scopesIn(requiredWhen)),
  ...(calc === undefined ? [] : scopesOfCalculation(calc)),
];

const scopesOfCalculation = (calc: Calculation): readonly string[] => {
  if (calc.op === 'sum') return calc.scopes;
  if (calc.op === 'test') return scopesIn(calc.condition);
  return calc.op === 'difference' ? [calc.scope, calc.minus] : [calc.scope];
};

/** Scopes that conditions of the new elements name and the form does not have. */
const strangers = (form: FormDefinition, element: Element): readonly string[] => {
  const table = tableAround(form, element.id)?.id;
  const beside = places(form).filter(({ element: one }) => tableAround(form, one.id)?.id === table);
  const known = new Set(beside.flatMap(({ element: one }) => (isControl(one) ? [one.scope] : [])));
  // What stands in the rows of a table that is put in speaks of its own rows.
  const speaking = within(element).filter((one) => one === element || tableAround(form, one.id)?.id === table);
  const mentioned = speaking.flatMap((one) => [
    ...(one.rule === undefined ? [] : scopesIn(one.rule.condition)),
    ...(isControl(one) ? scopesOfOptions(one.options) : []),
  ]);
  return [...new Set(mentioned)].filter((scope) => !known.has(scope));
};

const withBindings = (
  form: FormDefinition,
  { files, prefill }: Fragment,
  moved: ReadonlyMap<string, string>,
): FormDefinition => {
  if (files.length + prefill.length === 0) return form;
  const there = <T extends { readonly scope: string }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, scope: moved.get(one.scope) ?? one.scope }));
  return {
    ...form,
    bindings: {
      ...form.bindings,
      ...(files.length > 0 && { files: [...(form.bindings?.files ?? []), ...there(files)] }),
      ...(prefill.length > 0 && { prefill: [...(form.bindings?.prefill ?? []), ...there(prefill)] }),
    },
  };
};

/** Puts a part into a gap under names of its own; undefined where it may not stand there. */
export const paste = (form: FormDefinition, gap: Gap, fragment: Fragment): Added | undefined => {
  const parent = gap.parentId === null ? null : (findPlace(form, gap.parentId)?.element ?? null);
  if (!canHold(parent, fragment.element)) return undefined;
  const holder = holderOfGap(form, gap);
  const inRow = tableOfGap(form, gap) !== undefined;
  const renames = renamesFor(form, within(fragment.element));
  const rename = (title: string): string => renamedBy(renames, title);
  let next = mergedTexts(form, fragment.translations, renames);
  let element = withNewIds(form, fragment.element, renames);
  const moved = new Map<string, string>();
  for (const { scope, schema } of fragment.fields) {
    const key = freeKey(next, holder, pathOfScope(scope).at(-1) ?? 'field');
    moved.set(scope, `#/properties/${key}`);
    next = writeField(next, holder, { key, schema: renamedTitles(schema, rename) });
  }
  element = relocated(form, element, moved);
  if (!inRow) next = withBindings(next, fragment, moved);
  next = insertElement(next, gap, element);
  const table = tableAround(next, element.id)?.scope;
  for (const scope of strangers(next, element)) next = forgetIn(next, element, { scope, table });
  const required = fragment.fields.filter((field) => field.required).map(({ scope }) => moved.get(scope));
  for (const control of ownFields(element))
    if (required.includes(control.scope)) next = setRequired(next, control.id, true);
  return { form: next, id: element.id };
};

/** A form that has nothing but one element, so that scopes can be changed in it alone. */
const alone = (form: FormDefinition, element: Element): FormDefinition => {
  const { bindings: _, access: __, ...bare } = form;
  return { ...bare, uischema: { ...form.uischema, elements: [element as never] } };
};

const relocated = (form: FormDefinition, element: Element, moved: ReadonlyMap<string, string>): Element => {
  // In two steps, so that one new name is never taken for another old one.
  const steps = [...moved].map(([from, to], at) => ({ from, between: `#/properties/moving~${at}`, to }));
  let next = alone(form, element);
  for (const { from, between } of steps) next = moveScope(next, { scope: from }, between);
  for (const { between, to } of steps) next = moveScope(next, { scope: between }, to);
  return next.uischema.elements[0] ?? element;
};

const forgetIn = (form: FormDefinition, element: Element, target: Target): FormDefinition => {
  const ids = new Set(within(element).map(({ id }) => id));
  const forgotten = new Map(places(forgetScope(form, target)).map(({ element: one }) => [one.id, one]));
  return mapElements(form, (one) => {
    const without = ids.has(one.id) && one.type !== 'Category' ? forgotten.get(one.id) : undefined;
    return without !== undefined && JSON.stringify(without) !== JSON.stringify(one) ? without : one;
  });
};
