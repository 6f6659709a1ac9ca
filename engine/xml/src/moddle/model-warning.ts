import type { ReaderWarning } from 'moddle-xml';

import type { XmlPosition } from '../xml-problem.ts';
import type { ModdleElement } from './moddle-element.ts';

/** Something that the meta-model does not know, and that the reader left out. */
export interface ModelWarning {
  readonly kind: 'element' | 'attribute' | 'reference' | 'id' | 'content';
  /** The name of an element or attribute, what a reference or id says, or the tag at which reading stopped. */
  readonly found: string;
  /** The element concerned, as far as the reader knows it. */
  readonly element: ModdleElement | null;
  /** The property that refers, without its prefix. */
  readonly property: string;
  readonly position: XmlPosition;
}

const placeOf = (message: string): XmlPosition => {
  const line = /line: (\d+)/.exec(message)?.[1];
  const column = /column: (\d+)/.exec(message)?.[1];
  // The reader counts from 0.
  return { line: Number(line ?? 0) + 1, column: Number(column ?? 0) + 1 };
};

/** The first tag in a text without its attributes, or else the text on one line. */
export const firstTag = (text: string): string => {
  const name = /<([^\s!?/>]+)/.exec(text)?.[1];
  return name === undefined ? text.replace(/\s+/g, ' ') : `<${name}>`;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** The element as it is written, unless what nobody knows is the type that it declares. */
const asWritten = (message: string, unknown: string): string => {
  const written = firstTag(message).slice(1, -1);
  return localName(written) === localName(unknown) ? written : unknown;
};

const patterns: readonly (readonly [ModelWarning['kind'], RegExp])[] = [
  ['attribute', /unknown attribute <(.+)>/],
  ['reference', /unresolved reference <(.*)>/],
  ['element', /(?:unknown type|unrecognized element) <(.+)>/],
  ['id', /illegal.* ID <(.+)>/i],
];

/** What a sentence of the reader says. */
export const modelWarning = ({ message, element = null, property = '', value }: ReaderWarning): ModelWarning => {
  const known = { element, property: property?.replace(/^\w+:/, '') ?? '', position: placeOf(message) };
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(message)?.[1];
    if (found === undefined) continue;
    if (kind === 'element') return { kind, found: asWritten(message, found), ...known };
    return { kind, found: kind === 'reference' ? (value ?? found) : found, ...known };
  }
  return { kind: 'content', found: firstTag(message), ...known };
};
