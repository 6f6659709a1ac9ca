import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

import { scanXml } from './scan-xml.ts';
import type { XmlLimits } from './xml-limits.ts';

/** An attribute with its places in the text: of its name, and of the value between the quotes. */
export interface XmlAttribute {
  /** Namespace; empty for an attribute without a prefix. */
  readonly uri: string;
  readonly name: string;
  /** The value that a reader sees, entities replaced. */
  readonly value: string;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** An element with its places in the text. */
export interface XmlElement {
  readonly uri: string;
  readonly prefix: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly start: number;
  /** Behind the `>` of the opening tag. */
  readonly openEnd: number;
  /** Where the closing tag begins; null for `<element />`. */
  readonly closeStart: number | null;
}

/** The text of a document and its root; null for what the strict scan refuses. */
export interface XmlTree {
  readonly text: string;
  readonly root: XmlElement;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  closeStart: number | null;
}

interface Span {
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';

const skip = (text: string, from: number, is: (character: string | undefined) => boolean): number => {
  let at = from;
  while (at < text.length && is(text[at])) at += 1;
  return at;
};

const isName = (character: string | undefined): boolean =>
  !isSpace(character) && character !== '=' && character !== '/' && character !== '>';

/** Places of the attributes of one opening tag that the parser has found well-formed, in document order. */
const spansOf = (text: string, start: number, end: number): Span[] => {
  const spans: Span[] = [];
  let at = skip(text, start, isName);
  for (;;) {
    at = skip(text, at, isSpace);
    if (at >= end || !isName(text[at])) return spans;
    const nameStart = at;
    const quote = skip(text, skip(text, at, isName), (character) => isSpace(character) || character === '=');
    const valueStart = quote + 1;
    const valueEnd = text.indexOf(text[quote] ?? '', valueStart);
    spans.push({ start: nameStart, valueStart, valueEnd });
    at = valueEnd + 1;
  }
};

const attributesOf = (tag: SaxesTagNS, spans: readonly Span[]): XmlAttribute[] =>
  Object.values(tag.attributes).flatMap(({ uri, local, value }, index) => {
    const span = spans[index];
    return span === undefined ? [] : [{ uri, name: local, value, ...span }];
  });

const grow = (text: string): XmlElement | null => {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Growing[] = [];
  let root: Growing | null = null;
  let start = 0;
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const openEnd = parser.position;
    const { uri, prefix, local: name } = tag;
    const attributes = attributesOf(tag, spansOf(text, start + 1, openEnd));
    const element: Growing = { uri, prefix, name, attributes, children: [], start, openEnd, closeStart: null };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', (tag) => {
    const element = open.pop();
    if (element !== undefined && !tag.isSelfClosing) element.closeStart = text.lastIndexOf('</', parser.position - 1);
  });
  parser.write(text).close();
  return root;
};

/** Reads a document into its elements with their places, so that single values can be replaced and all else stays. */
export const readXmlTree = (source: string, limits: Partial<XmlLimits> = {}): XmlTree | null => {
  // Places do not depend on ids, which only those who know the model can judge.
  const scan = scanXml(source, { ...limits, isModel: () => false });
  if (!scan.ok) return null;
  const root = grow(scan.text);
  return root === null ? null : { text: scan.text, root };
};

/** An element and everything inside it, in document order. */
export const elementsWithin = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(elementsWithin),
];
