import type { Connector } from './connector.ts';
import { WORDING } from './connector-wording.ts';
import { describeInputs, type DescribedInput } from './describe-schema.ts';
import type { Locale } from './localized-text.ts';

const SCHEMA_URL = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json';

type Binding =
  | { readonly type: 'zeebe:taskDefinition'; readonly property: 'type' | 'retries' }
  | { readonly type: 'zeebe:input'; readonly name: string }
  | { readonly type: 'zeebe:taskHeader'; readonly key: string };

export type TemplateProperty = {
  readonly id: string;
  readonly type: 'Hidden' | 'String' | 'Text' | 'Dropdown';
  readonly binding: Binding;
  readonly label?: string;
  readonly description?: string;
  readonly group?: string;
  readonly value?: string;
  readonly feel?: 'optional' | 'required';
  readonly optional?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly constraints?: { readonly notEmpty: true };
  readonly condition?: { readonly property: string; readonly oneOf: readonly string[] };
};

/** An element template as the BPMN editor reads it (Camunda's published JSON format, Zeebe bindings). */
export type ElementTemplate = {
  readonly $schema: string;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly description: string;
  readonly category: { readonly id: string; readonly name: string };
  readonly appliesTo: readonly string[];
  readonly elementType: { readonly value: string };
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  readonly properties: readonly TemplateProperty[];
};

/** The template that puts `connector` on a service task; its id is the same in every language, so a model can change hands. */
export const elementTemplate = (connector: Connector, locale: Locale): ElementTemplate => {
  const groups = ['input', 'output', 'execution'] as const;
  return {
    $schema: SCHEMA_URL,
    id: `irisflow.${connector.type}`,
    name: connector.title[locale],
    version: connector.version,
    description: connector.description[locale],
    category: { id: 'irisflow-connectors', name: WORDING.category[locale] },
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask', 'bpmn:SendTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    groups: groups.map((id) => ({ id, label: WORDING[id][locale] })),
    properties: [
      jobType(connector),
      ...describeInputs(connector).map((input) => inputProperty(input, locale)),
      resultProperty(connector, locale),
      retriesProperty(connector, locale),
    ],
  };
};

const jobType = (connector: Connector): TemplateProperty => ({
  id: 'type',
  type: 'Hidden',
  value: connector.type,
  binding: { type: 'zeebe:taskDefinition', property: 'type' },
});

const inputProperty = (
  { name, field, choices, isList, isText, isRequired }: DescribedInput,
  locale: Locale,
): TemplateProperty => ({
  id: `input.${name}`,
  label: field.label[locale],
  ...(field.hint === undefined ? {} : { description: field.hint[locale] }),
  group: 'input',
  binding: field.isFixed === true ? { type: 'zeebe:taskHeader', key: name } : { type: 'zeebe:input', name },
  ...(isRequired ? { constraints: { notEmpty: true } as const } : { optional: true }),
  ...(field.when === undefined
    ? {}
    : { condition: { property: `input.${field.when.field}`, oneOf: field.when.oneOf } }),
  ...control({ field, choices, isList, isText }, locale),
});

type Control = Pick<DescribedInput, 'field' | 'choices' | 'isList' | 'isText'>;

const control = (
  { field, choices, isList, isText }: Control,
  locale: Locale,
): Pick<TemplateProperty, 'type' | 'choices' | 'feel'> => {
  const named = choices.map((value) => ({ name: field.choices?.[value]?.[locale] ?? value, value }));
  // The format has no control for several choices: an editor that knows none asks for the list as FEEL.
  if (isList && named.length > 0) return { type: 'String', feel: 'required', choices: named };
  if (named.length > 0) return { type: 'Dropdown', choices: named };
  if (field.isFixed === true) return { type: 'Text' };
  // Anything but text is written as a FEEL expression, so that a number stays a number.
  return { type: 'String', feel: isText ? 'optional' : 'required' };
};

const resultProperty = (connector: Connector, locale: Locale): TemplateProperty => ({
  id: 'resultVariable',
  type: 'String',
  label: WORDING.resultVariable[locale],
  description: WORDING.resultVariableHint[locale],
  group: 'output',
  value: connector.resultName,
  binding: { type: 'zeebe:taskHeader', key: 'resultVariable' },
  constraints: { notEmpty: true },
});

const retriesProperty = (connector: Connector, locale: Locale): TemplateProperty => ({
  id: 'retries',
  type: 'String',
  label: WORDING.retries[locale],
  group: 'execution',
  value: String(connector.retries),
  binding: { type: 'zeebe:taskDefinition', property: 'retries' },
  constraints: { notEmpty: true },
});
