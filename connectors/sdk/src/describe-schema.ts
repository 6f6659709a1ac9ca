import type { Connector, ConnectorField } from './connector.ts';

/** One input of a connector, flattened for templates and documentation. */
export type DescribedInput = {
  readonly name: string;
  readonly field: ConnectorField;
  readonly typeName: string;
  /** The allowed values of an enumeration; empty for anything else. */
  readonly choices: readonly string[];
  /** Whether several of them may be given, as a list. */
  readonly isList: boolean;
  readonly isText: boolean;
  readonly isRequired: boolean;
};

type JsonSchema = {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
};

/** The inputs of a connector in the order of its schema. */
export const describeInputs = (connector: Connector): readonly DescribedInput[] => {
  const { properties = {}, required = [] } = connector.input as JsonSchema;
  return Object.entries(properties).map(([name, schema]) => {
    const field = (connector.fields as Readonly<Record<string, ConnectorField>>)[name] ?? unlabeled(name);
    return {
      name,
      field,
      typeName: typeNameOf(schema),
      choices: choicesOf(schema.type === 'array' ? (schema.items ?? {}) : schema),
      isList: schema.type === 'array',
      isText: schema.type === 'string',
      isRequired: required.includes(name) || field.when?.need === 'required',
    };
  });
};

/** A short human name of a JSON Schema: `text`, `number`, `list of text`, `fr | nl`. */
export const typeNameOf = (schema: JsonSchema): string => {
  const choices = choicesOf(schema);
  if (choices.length > 0) return choices.join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeNameOf).join(' | ');
  if (schema.type === 'array') return `[${typeNameOf(schema.items ?? {})}]`;
  if (schema.properties !== undefined) return `{ ${propertiesOf(schema)} }`;
  return schema.format ?? schema.type ?? 'any';
};

const propertiesOf = ({ properties = {}, required = [] }: JsonSchema): string =>
  Object.entries(properties)
    .map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${typeNameOf(schema)}`)
    .join(', ');

const choicesOf = (schema: JsonSchema): readonly string[] => {
  if (schema.enum !== undefined) return schema.enum.map(String);
  if (schema.anyOf?.every((option) => option.const !== undefined) === true) {
    return schema.anyOf.map((option) => String(option.const));
  }
  return [];
};

const unlabeled = (name: string): ConnectorField => ({ label: { fr: name, nl: name, en: name } });
