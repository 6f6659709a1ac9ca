import { elementsOf, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

/** Collects the names of an element and of what it contains; a table names nothing that FEEL could see. */
const collect = (element: ModdleElement, names: Set<string>): void => {
  if (element.$type === 'dmn:DecisionTable') return;
  names.add(textOf(element, 'name')).add(textOf(element, 'iteratorVariable'));
  const values: readonly unknown[] = Object.values(element);
  for (const value of values) {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const part of parts) if (isElement(part)) collect(part, names);
  }
};

/** Names the grammar knows by itself, and names that would hide the path they look like, such as `Person.Name`. */
const leftToGrammar = /^$|[\p{L}_]\.[\p{L}_]|^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Names of a file that consist of more than one plain word: variables, parameters, components of types. */
export const namesOf = (definitions: ModdleElement): string[] => {
  const names = new Set<string>();
  for (const element of elementsOf(definitions, 'drgElement')) collect(element, names);
  for (const element of elementsOf(definitions, 'itemDefinition')) collect(element, names);
  return [...names].filter((name) => !leftToGrammar.test(name));
};
