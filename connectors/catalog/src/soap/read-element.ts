import type { XmlNode } from '../xml/read-xml.ts';
import { createEffort, type Effort } from './effort.ts';
import type { ElementShape, Primitive, TypeShape } from './shapes.ts';
import { OPEN_TYPE } from './shapes.ts';
import { exactNumber } from '../exact-number.ts';

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/**
 * An element as a value: by the names of what it holds, a list where its description says that there may be several, numbers and
 * booleans where it says so. What the description does not know is read as it is found.
 */
export const readElement = (
  node: XmlNode,
  type: TypeShape = OPEN_TYPE,
  effort: Effort = createEffort('the answer of the service'),
): unknown => {
  effort.spend(1 + type.elements.length + type.attributes.length * Object.keys(node.attributes).length);
  if (node.attributes['nil'] === 'true' || node.attributes['nil'] === '1') return null;
  const attributes = Object.entries(node.attributes).filter(([name]) => isSaid(name, type));
  if (node.children.length === 0 && type.elements.length === 0) {
    const own = valueOf(node.text, type.text);
    return attributes.length === 0 ? own : Object.fromEntries([...attributes, ['value', own]]);
  }
  return Object.fromEntries([...attributes, ...membersOf(node, type, effort)]);
};

/** `xsi:type` and its kin say how to read, and are no values. */
const isSaid = (name: string, { attributes, isOpen }: TypeShape): boolean =>
  attributes.includes(name) || (isOpen && !['type', 'nil', 'schemaLocation', 'id', 'href'].includes(name));

const membersOf = ({ children }: XmlNode, { elements }: TypeShape, effort: Effort): (readonly [string, unknown])[] => {
  const shapes = new Map<string, ElementShape>(elements.map((element) => [element.name.local, element]));
  const found = new Map<string, unknown[]>();
  for (const child of children) {
    const values = found.get(child.name) ?? [];
    values.push(readElement(child, shapes.get(child.name)?.type(), effort));
    found.set(child.name, values);
  }
  // A list without anything in it is a list too: a process counts it.
  for (const { name, isList } of elements) if (isList && !found.has(name.local)) found.set(name.local, []);
  return [...found].map(([name, values]) => {
    const isList = shapes.get(name)?.isList ?? values.length > 1;
    return [name, isList || values.length > 1 ? values : values[0]] as const;
  });
};

const valueOf = (text: string, primitive: Primitive | undefined): unknown => {
  if (primitive === 'boolean') return BOOLEANS.get(text) ?? text;
  return primitive === 'number' ? exactNumber(text) : text;
};
