import type { Locale } from '@irisflow/client';
import { elementsWithin, readXmlTree, xmlReference, type XmlElement, type XmlTree } from '@irisflow/xml';
import { locales } from '@irisflow/ui';
import type { Mark } from '../letters/letter.ts';
import type { Piece } from './pieces.ts';
import type { Direction } from './text-units.ts';
import { xliffNamespace } from './write-xliff.ts';

/** A translated text: words, and numbers of what is fixed in the source. */
export type ReadPiece = Extract<Piece, { kind: 'words' }> | { readonly kind: 'fixed'; readonly number: string };

export interface ReadUnit {
  readonly file: string;
  readonly place: string;
  readonly source: readonly ReadPiece[];
  readonly target: readonly ReadPiece[];
}

export interface ReadXliff {
  readonly direction: Direction;
  readonly units: readonly ReadUnit[];
}

/** Far more than the largest procedure says. */
const MAX_CHARACTERS = 5_000_000;

const valueOf = ({ attributes }: XmlElement, name: string): string =>
  attributes.find((attribute) => attribute.name === name)?.value ?? '';

const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.uri === xliffNamespace && child.name === name);

const decoded = (text: string): string => text.replaceAll(/&(#?\w+);/g, (_, name: string) => xmlReference(name) ?? '');

/** Text as a reader sees it, between elements: comments are none, and CDATA is taken as it is. */
const plain = (raw: string): string =>
  raw
    .replaceAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((part, at) => (at % 2 === 1 ? part : decoded(part)))
    .join('');

const endOf = (text: string, { openEnd, closeStart }: XmlElement): number =>
  closeStart === null ? openEnd : text.indexOf('>', closeStart) + 1;

const marksIn = (element: XmlElement): Mark['type'][] =>
  (['bold', 'italic'] as const).filter((mark) => valueOf(element, 'ctype').split('-').includes(mark));

const piecesIn = (text: string, element: XmlElement, marks: readonly Mark['type'][] = []): ReadPiece[] => {
  const end = element.closeStart ?? element.openEnd;
  const found: ReadPiece[] = [];
  const say = (from: number, to: number): void => {
    const words = plain(text.slice(from, to));
    if (words !== '') found.push({ kind: 'words', text: words, marks });
  };
  let at = element.openEnd;
  for (const child of element.children) {
    say(at, child.start);
    if (child.name === 'x') found.push({ kind: 'fixed', number: valueOf(child, 'id') });
    else found.push(...piecesIn(text, child, [...marks, ...marksIn(child)]));
    at = endOf(text, child);
  }
  say(at, end);
  return found;
};

const unitsOf = ({ text }: XmlTree, file: XmlElement): ReadUnit[] =>
  elementsWithin(file)
    .filter(({ uri, name }) => uri === xliffNamespace && name === 'trans-unit')
    .map((unit) => {
      const [source, target] = [childOf(unit, 'source'), childOf(unit, 'target')];
      return {
        file: valueOf(file, 'original'),
        place: valueOf(unit, 'id'),
        source: source === undefined ? [] : piecesIn(text, source),
        target: target === undefined ? [] : piecesIn(text, target),
      };
    });

const languageOf = (code: string): Locale | undefined =>
  locales.find((locale) => locale === code.slice(0, 2).toLowerCase());

/** Reads a file that came back from translators; null for what is no XLIFF 1.2 of one pair of our languages, or no XML that is safe to read. */
export const readXliff = (content: string): ReadXliff | null => {
  if (content.length > MAX_CHARACTERS) return null;
  const tree = readXmlTree(content);
  if (tree === null || tree.root.uri !== xliffNamespace || tree.root.name !== 'xliff') return null;
  const files = tree.root.children.filter(({ name }) => name === 'file');
  const pairs = new Set(files.map((file) => `${valueOf(file, 'source-language')} ${valueOf(file, 'target-language')}`));
  const [pair = ''] = pairs;
  const [from, to] = pair.split(' ').map(languageOf);
  if (pairs.size !== 1 || from === undefined || to === undefined || from === to) return null;
  return { direction: { from, to }, units: files.flatMap((file) => unitsOf(tree, file)) };
};
