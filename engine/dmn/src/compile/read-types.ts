import { anyType, builtinType, constrainedType } from '@irisflow/feel';
import type { FeelType } from '@irisflow/feel';

import { elementOf, elementsOf, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import { parseText } from './reading.ts';
import type { Reading } from './reading.ts';

/** Types of older tools that FEEL does not know. */
const legacyTypes: Readonly<Record<string, string>> = { integer: 'number', long: 'number', double: 'number' };

/** The type a reference names; one nobody defined takes anything, as it does on a cluster. */
export const typeOf = ({ types }: Pick<Reading, 'types'>, reference: string): FeelType => {
  const name = reference.replace(/^feel[:.]/, '').replace(/^\{[^}]*\}/, '');
  return types.get(name) ?? builtinType(legacyTypes[name] ?? name) ?? anyType;
};

/** The type of an element with a `typeRef`. */
export const typeOfElement = (reading: Reading, element: ModdleElement | null): FeelType =>
  element === null ? anyType : typeOf(reading, textOf(element, 'typeRef'));

const withConstraint = (reading: Reading, element: ModdleElement, property: string, base: FeelType): FeelType => {
  const constraint = elementOf(element, property);
  const text = constraint === null ? '' : textOf(constraint, 'text');
  const tests = text === '' ? null : parseText(reading, element, text, { kind: 'unary-tests' });
  return tests === null ? base : constrainedType(base, tests);
};

const functionType = (reading: Reading, item: ModdleElement): FeelType => ({
  kind: 'function',
  parameters: elementsOf(item, 'parameters').map((parameter) => typeOfElement(reading, parameter)),
  result: typeOf(reading, textOf(item, 'outputTypeRef')),
});

const baseType = (reading: Reading, element: ModdleElement): FeelType => {
  const components = elementsOf(element, 'itemComponent');
  const item = elementOf(element, 'functionItem');
  if (item !== null) return functionType(reading, item);
  if (components.length === 0) return typeOfElement(reading, element);
  return {
    kind: 'context',
    entries: components.map((component) => [textOf(component, 'name'), readType(reading, component)] as const),
  };
};

const readType = (reading: Reading, element: ModdleElement): FeelType => {
  const allowed = withConstraint(reading, element, 'allowedValues', baseType(reading, element));
  const isCollection = valueIsTrue(element, 'isCollection');
  return withConstraint(reading, element, 'typeConstraint', isCollection ? { kind: 'list', item: allowed } : allowed);
};

const valueIsTrue = (element: ModdleElement, property: string): boolean => element.get(property) === true;

/** Reads the item definitions of a file into `reading.types`; they may name each other in any order. */
export const readTypes = (reading: Reading, definitions: ModdleElement): void => {
  const items = elementsOf(definitions, 'itemDefinition');
  const defined = new Map<string, FeelType>();
  for (const name of items.map((item) => textOf(item, 'name'))) {
    reading.types.set(name, { kind: 'named', name, definition: () => defined.get(name) ?? anyType });
  }
  for (const item of items) defined.set(textOf(item, 'name'), readType(reading, item));
};
