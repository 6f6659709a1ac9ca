import {
  pathOfScope,
  pointerOf,
  readAt,
  segmentsOf,
  type CategoryElement,
  type Condition,
  type FormData,
  type FormDefinition,
  type FormElement,
  type Rule,
} from '@irisflow/forms';

const pointerOfScope = (scope: string): string => pointerOf(pathOfScope(scope));

const scopesOf = (condition: Condition): readonly string[] =>
  'conditions' in condition ? condition.conditions.flatMap(scopesOf) : [condition.scope];

/** A rule over a field that is not asked here cannot be judged here. */
const isUnsure = (rule: Rule | undefined, fields: readonly string[]): boolean =>
  rule !== undefined && !scopesOf(rule.condition).every((scope) => fields.includes(pointerOfScope(scope)));

interface Asked {
  readonly fields: readonly string[];
  /** Pointers of what only some of the cases ask; filled in on the way. */
  readonly unsure: Set<string>;
}

const pointersIn = (element: FormElement | CategoryElement): readonly string[] => {
  if (element.type === 'Control') return [pointerOfScope(element.scope)];
  return element.type === 'Label' ? [] : element.elements.flatMap(pointersIn);
};

/** Where a rule cannot be judged the element is shown, and nobody has to answer: each case judges that by itself. */
const withoutUnsure = <T extends FormElement | CategoryElement>(element: T, { fields, unsure }: Asked): T => {
  if (!isUnsure(element.rule, fields)) return element;
  for (const pointer of pointersIn(element)) unsure.add(pointer);
  const { rule: _rule, ...rest } = element;
  return rest as T;
};

const keep = (elements: readonly FormElement[], asked: Asked): FormElement[] =>
  elements.flatMap((element): FormElement[] => {
    if (element.type === 'Label') return [];
    if (element.type === 'Control')
      return asked.fields.includes(pointerOfScope(element.scope)) ? [withoutUnsure(element, asked)] : [];
    const inside = keep(element.elements, asked);
    return inside.length === 0 ? [] : [withoutUnsure({ ...element, elements: inside }, asked)];
  });

/** The part of a task's form that is answered once for many cases. */
export const bulkFormOf = (form: FormDefinition, fields: readonly string[]): FormDefinition => {
  const asked: Asked = { fields, unsure: new Set() };
  const pages = form.uischema.elements.flatMap((page): CategoryElement[] => {
    const elements = keep(page.elements, asked);
    return elements.length === 0 ? [] : [withoutUnsure({ ...page, elements }, asked)];
  });
  const { required = [], ...schema } = form.schema;
  const isRequired = (pointer: string): boolean => fields.includes(pointer) && !asked.unsure.has(pointer);
  const { prefill: _prefill, ...bindings } = form.bindings ?? {};
  return {
    ...form,
    schema: { ...schema, required: required.filter((name) => isRequired(pointerOf([name]))) },
    uischema: { ...form.uischema, elements: pages },
    bindings,
  };
};

/** What was answered, by pointer; what was left empty is not there. */
export const answersOf = (data: FormData, fields: readonly string[]): FormData =>
  Object.fromEntries(
    fields.flatMap((pointer) => {
      const value = readAt(data, segmentsOf(pointer));
      return value === undefined || value === null || value === '' ? [] : [[pointer, value]];
    }),
  );
