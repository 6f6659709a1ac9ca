import { incident } from '@irisflow/connector-sdk';
import { SaxesParser } from 'saxes';

/** An element of an answer by its local name, with its own text. */
export type XmlNode = {
  readonly name: string;
  /** Of its name; empty without one. */
  readonly namespace: string;
  readonly text: string;
  /** By local name. Declarations of prefixes are left out. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** What a prefix stands for here, for names that stand in values; the empty prefix is the default namespace. */
  readonly namespaceOf: (prefix: string) => string | undefined;
};

type Growing = Omit<XmlNode, 'text' | 'children'> & { text: string; readonly children: Growing[] };

/** Deeper than any agreed answer; a reader of trees must not run out of stack. */
const MAX_DEPTH = 64;
/** Each takes some hundreds of bytes, however short it is written. */
const MAX_ELEMENTS = 50_000;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (found) => ESCAPES[found] ?? found);

/**
 * The elements of an answer. Raises an incident for malformed XML, for nesting that no answer needs and for any document type:
 * entities are the sender's way to make a reader fetch or swell.
 */
export const readXml = (source: string, xml: string): XmlNode => {
  const top = nodeOf({ local: '', uri: '', attributes: {}, ns: {} }, () => undefined);
  const open: Growing[] = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    throw incident(`Expected ${source} to answer with well-formed XML, but it does not.`);
  });
  parser.on('doctype', () => {
    throw incident(`Expected ${source} to answer without a document type, but found one.`);
  });
  let count = 0;
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MAX_ELEMENTS)
      throw incident(`Expected ${source} to answer with at most ${MAX_ELEMENTS} elements, but found more.`);
    if (open.length > MAX_DEPTH) {
      throw incident(`Expected ${source} to answer with at most ${MAX_DEPTH} levels of elements, but found more.`);
    }
    const parent = open.at(-1) ?? top;
    const node = nodeOf(tag, parent.namespaceOf);
    parent.children.push(node);
    open.push(node);
  });
  const append = (part: string) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += part;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => {
    const node = open.pop();
    if (node !== undefined) node.text = node.text.trim();
  });
  parser.write(xml).close();
  return top;
};

type Tag = {
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<
    Record<string, { readonly local: string; readonly uri: string; readonly value: string }>
  >;
  readonly ns: Readonly<Record<string, string>>;
};

const DECLARATIONS = 'http://www.w3.org/2000/xmlns/';

const nodeOf = ({ local, uri, attributes, ns }: Tag, outer: XmlNode['namespaceOf']): Growing => ({
  name: local,
  namespace: uri,
  text: '',
  attributes: Object.fromEntries(
    Object.values(attributes)
      .filter((attribute) => attribute.uri !== DECLARATIONS)
      .map((attribute) => [attribute.local, attribute.value]),
  ),
  children: [],
  namespaceOf: (prefix) => (Object.hasOwn(ns, prefix) ? ns[prefix] : outer(prefix)),
});

/** The first element of this name, in document order. */
export const findNode = (node: XmlNode, name: string): XmlNode | undefined => {
  for (const child of node.children) {
    const found = child.name === name ? child : findNode(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The children of this name. */
export const nodesOf = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.filter((child) => child.name === name);

/** The text of the first element of this name; undefined when there is none or it is empty. */
export const textOf = (node: XmlNode, name: string): string | undefined => findNode(node, name)?.text || undefined;
