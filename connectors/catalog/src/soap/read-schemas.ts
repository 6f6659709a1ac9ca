import { incident } from '@irisflow/connector-sdk';

import type { XmlNode } from '../xml/read-xml.ts';
import { nodesOf } from '../xml/read-xml.ts';
import { keyOfName, NAMESPACES, type XmlName } from './names.ts';
import { OPEN_TYPE, textType, type ElementShape, type Primitive, type TypeShape } from './shapes.ts';

/** The elements and types of all schemas of a description, by name. */
export type Schemas = {
  readonly element: (name: XmlName) => ElementShape | undefined;
  readonly type: (name: XmlName) => TypeShape;
};

/** A declaration with the schema in which it stands: whether names are qualified is said there. */
type Declared = { readonly node: XmlNode; readonly schema: XmlNode };

const NUMBERS: ReadonlySet<string> = new Set([
  'byte',
  'decimal',
  'double',
  'float',
  'int',
  'integer',
  'long',
  'negativeInteger',
  'nonNegativeInteger',
  'nonPositiveInteger',
  'positiveInteger',
  'short',
  'unsignedByte',
  'unsignedInt',
  'unsignedLong',
  'unsignedShort',
]);

const primitiveOf = (local: string): Primitive => {
  if (local === 'boolean') return 'boolean';
  return NUMBERS.has(local) ? 'number' : 'text';
};

const LONGEST_CHAIN = 32;

const GROUPS: ReadonlySet<string> = new Set(['sequence', 'all', 'choice']);

/** A name as it stands in a value, such as `tns:Permit`. */
export const nameIn = (node: XmlNode, value: string): XmlName => {
  const [local = '', prefix = ''] = value.split(':').toReversed();
  return { namespace: node.namespaceOf(prefix) ?? '', local };
};

/** Reads `xs:schema` elements; what they do not define is open. */
export const readSchemas = (roots: readonly XmlNode[]): Schemas => {
  const elements = new Map<string, Declared>();
  const types = new Map<string, Declared>();
  for (const schema of roots) {
    const namespace = schema.attributes['targetNamespace'] ?? '';
    for (const node of schema.children) {
      const key = keyOfName({ namespace, local: node.attributes['name'] ?? '' });
      if (node.name === 'element') elements.set(key, { node, schema });
      if (node.name === 'complexType' || node.name === 'simpleType') types.set(key, { node, schema });
    }
  }
  const reader: Reader = {
    known: new Map(),
    chain: [],
    declaredElement: (name) => elements.get(keyOfName(name)),
    declaredType: (name) => types.get(keyOfName(name)),
  };
  return {
    element: (name) => {
      const found = elements.get(keyOfName(name));
      return found === undefined ? undefined : globalElement(reader, found);
    },
    type: (name) => typeNamed(reader, name),
  };
};

type Reader = {
  readonly known: Map<XmlNode, TypeShape>;
  /** The types that are being read, each for the one before it. */
  readonly chain: XmlNode[];
  readonly declaredElement: (name: XmlName) => Declared | undefined;
  readonly declaredType: (name: XmlName) => Declared | undefined;
};

const targetOf = (schema: XmlNode): string => schema.attributes['targetNamespace'] ?? '';

const globalElement = (reader: Reader, { node, schema }: Declared): ElementShape => ({
  name: { namespace: targetOf(schema), local: node.attributes['name'] ?? '' },
  isRequired: true,
  isList: false,
  isNillable: node.attributes['nillable'] === 'true',
  type: () => typeOfElement(reader, { node, schema }),
});

const typeOfElement = (reader: Reader, { node, schema }: Declared): TypeShape => {
  const { type } = node.attributes;
  if (type !== undefined) return typeNamed(reader, nameIn(node, type));
  const inline = node.children.find(({ name }) => name === 'complexType' || name === 'simpleType');
  return inline === undefined ? OPEN_TYPE : typeOf(reader, { node: inline, schema });
};

const typeNamed = (reader: Reader, name: XmlName): TypeShape => {
  if (name.namespace === NAMESPACES.schema)
    return name.local === 'anyType' ? OPEN_TYPE : textType(primitiveOf(name.local));
  const found = reader.declaredType(name);
  return found === undefined ? OPEN_TYPE : typeOf(reader, found);
};

const typeOf = (reader: Reader, declared: Declared): TypeShape => {
  const known = reader.known.get(declared.node);
  if (known !== undefined) return known;
  // Each type repeats what it extends.
  if (reader.chain.length === LONGEST_CHAIN)
    throw incident(`Expected types that extend at most ${LONGEST_CHAIN} others, but found more.`);
  reader.chain.push(declared.node);
  // A type that is made of itself, which no valid one is, ends here.
  reader.known.set(declared.node, OPEN_TYPE);
  try {
    const type =
      declared.node.name === 'simpleType' ? simpleType(reader, declared.node) : complexType(reader, declared);
    reader.known.set(declared.node, type);
    return type;
  } catch (error) {
    // Read again, it is refused again.
    reader.known.delete(declared.node);
    throw error;
  } finally {
    reader.chain.pop();
  }
};

const simpleType = (reader: Reader, node: XmlNode): TypeShape => {
  const [restriction] = nodesOf(node, 'restriction');
  const base = restriction?.attributes['base'];
  if (restriction === undefined || base === undefined) return textType('text');
  return textType(typeNamed(reader, nameIn(restriction, base)).text ?? 'text');
};

const complexType = (reader: Reader, { node, schema }: Declared): TypeShape => {
  const content = node.children.find(({ name }) => name === 'complexContent' || name === 'simpleContent');
  if (content === undefined) return bodyOf(reader, { node, schema });
  const change = content.children.find(({ name }) => name === 'extension' || name === 'restriction');
  const base = change?.attributes['base'];
  if (change === undefined || base === undefined) return OPEN_TYPE;
  const parent = typeNamed(reader, nameIn(change, base));
  const own = bodyOf(reader, { node: change, schema });
  if (content.name === 'simpleContent')
    return { ...own, attributes: [...parent.attributes, ...own.attributes], text: parent.text ?? 'text' };
  if (change.name === 'restriction') return own;
  return {
    elements: [...parent.elements, ...own.elements],
    attributes: [...parent.attributes, ...own.attributes],
    text: undefined,
    isOpen: parent.isOpen || own.isOpen,
  };
};

const bodyOf = (reader: Reader, { node, schema }: Declared): TypeShape => ({
  elements: node.children.flatMap((group) =>
    GROUPS.has(group.name) ? elementsOf(reader, { node: group, schema }, { isList: false, isRequired: true }) : [],
  ),
  attributes: nodesOf(node, 'attribute').flatMap(({ attributes: { name } }) => name ?? []),
  text: node.attributes['mixed'] === 'true' ? 'text' : undefined,
  isOpen: node.children.some(({ name }) => name === 'group' || name === 'any') || hasAny(node),
});

const hasAny = (node: XmlNode): boolean =>
  node.children.some((child) => child.name === 'any' || (GROUPS.has(child.name) && hasAny(child)));

type Within = { readonly isList: boolean; readonly isRequired: boolean };

const elementsOf = (reader: Reader, { node, schema }: Declared, outer: Within): ElementShape[] => {
  const within: Within = {
    isList: outer.isList || isMany(node),
    // Of a choice one is enough, and which one is the model's affair.
    isRequired: outer.isRequired && node.name !== 'choice' && node.attributes['minOccurs'] !== '0',
  };
  return node.children.flatMap((child) => {
    if (GROUPS.has(child.name)) return elementsOf(reader, { node: child, schema }, within);
    return child.name === 'element' ? localElement(reader, { node: child, schema }, within) : [];
  });
};

const isMany = ({ attributes: { maxOccurs = '1' } }: XmlNode): boolean => !['0', '1'].includes(maxOccurs);

const localElement = (reader: Reader, declared: Declared, within: Within): ElementShape => {
  const { node, schema } = declared;
  const { ref, name = '', form, minOccurs } = node.attributes;
  const place = { isList: within.isList || isMany(node), isRequired: within.isRequired && minOccurs !== '0' };
  if (ref !== undefined) {
    const referred = nameIn(node, ref);
    const found = reader.declaredElement(referred);
    const shape: Pick<ElementShape, 'isNillable' | 'type'> =
      found === undefined ? { isNillable: false, type: () => OPEN_TYPE } : globalElement(reader, found);
    return { name: referred, isNillable: shape.isNillable, type: shape.type, ...place };
  }
  const isQualified = (form ?? schema.attributes['elementFormDefault']) === 'qualified';
  return {
    name: { namespace: isQualified ? targetOf(schema) : '', local: name },
    isNillable: node.attributes['nillable'] === 'true',
    type: () => typeOfElement(reader, declared),
    ...place,
  };
};
