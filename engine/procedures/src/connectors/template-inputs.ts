import { inEveryLocale, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { ConnectorTemplate, TemplateProperty } from './template-schema.ts';

/** The element template of a connector, in every language. */
export type Templates = Readonly<Record<Locale, unknown>>;

/** Something that a connector is told, by the name of its variable. */
export interface TemplateInput {
  readonly name: string;
  readonly label: LocalizedText;
  readonly isRequired: boolean;
  /** The only values that it may have; none where it is free. */
  readonly choices: readonly string[];
  /** It is there for these values of another input alone. */
  readonly when: { readonly input: string; readonly oneOf: readonly string[] } | null;
}

type InputProperty = TemplateProperty & { readonly binding: { readonly type: 'zeebe:input'; readonly name: string } };

const isInput = (property: TemplateProperty): property is InputProperty => property.binding.type === 'zeebe:input';

/** A template that never was one of ours describes nothing. */
const propertiesOf = (template: unknown): readonly TemplateProperty[] =>
  (template as Partial<ConnectorTemplate> | undefined)?.properties ?? [];

const conditionOf = ({ condition }: TemplateProperty, nameById: ReadonlyMap<string, string>): TemplateInput['when'] => {
  const input = condition === undefined ? undefined : nameById.get(condition.property);
  const { oneOf, equals } = condition ?? {};
  const values = oneOf ?? (equals === undefined ? undefined : [String(equals)]);
  return input === undefined || values === undefined ? null : { input, oneOf: values };
};

/** The inputs of a connector as its template shows them to whoever draws. */
export const inputsOf = (templates: Templates): TemplateInput[] => {
  const inputs = propertiesOf(templates.en).filter(isInput);
  const nameById = new Map(
    inputs.flatMap(({ id, binding }) => (id === undefined ? [] : [[id, binding.name] as const])),
  );
  const labelIn = (locale: Locale, name: string): string =>
    propertiesOf(templates[locale])
      .filter(isInput)
      .find(({ binding }) => binding.name === name)?.label ?? name;
  return inputs.map((property) => ({
    name: property.binding.name,
    label: inEveryLocale((locale) => labelIn(locale, property.binding.name)),
    isRequired: property.constraints?.notEmpty === true,
    choices: property.type === 'Dropdown' ? (property.choices ?? []).map(({ value }) => value) : [],
    when: conditionOf(property, nameById),
  }));
};
