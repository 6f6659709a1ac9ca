import { groupBy } from '../app/group-by.ts';
import { writable, type Piece } from './pieces.ts';
import type { Direction, TextUnit } from './text-units.ts';

export const xliffNamespace = 'urn:oasis:names:tc:xliff:document:1.2';

const characters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escaped = (text: string): string =>
  writable(text).replaceAll(/[&<>"\r]/g, (character) => characters[character] ?? character);

const states = { missing: 'new', stale: 'needs-review-translation', translated: 'translated' } as const;

/** What is fixed is numbered as the source has it; a translation that says it in another order keeps its numbers. */
const numbersOf = (source: readonly Piece[]): ((piece: Piece) => number) => {
  const left = source.flatMap((piece, at) => (piece.kind === 'fixed' ? [{ text: piece.text, at }] : []));
  const order = new Map(left.map(({ at }, index) => [at, index + 1]));
  return (piece) => {
    const found = left.findIndex(({ text }) => text === piece.text);
    const [taken] = found < 0 ? [] : left.splice(found, 1);
    return order.get(taken?.at ?? -1) ?? order.size + 1;
  };
};

const written = (pieces: readonly Piece[], source: readonly Piece[]): string => {
  const numberOf = numbersOf(source);
  let groups = 0;
  return pieces
    .map((piece) => {
      if (piece.kind === 'fixed') return `<x id="${numberOf(piece)}" equiv-text="${escaped(piece.text)}"/>`;
      if (piece.marks.length === 0) return escaped(piece.text);
      groups += 1;
      return `<g id="g${groups}" ctype="x-${piece.marks.join('-')}">${escaped(piece.text)}</g>`;
    })
    .join('');
};

const unitOf = ({
  place,
  source,
  target,
  state,
}: TextUnit): string => `      <trans-unit id="${escaped(place)}" xml:space="preserve">
        <source>${written(source, source)}</source>
        <target state="${states[state]}">${state === 'missing' ? '' : written(target, source)}</target>
      </trans-unit>
`;

const fileOf = (
  file: string,
  units: readonly TextUnit[],
  { from, to }: Direction,
): string => `  <file original="${escaped(
  file,
)}" source-language="${from}-BE" target-language="${to}-BE" datatype="plaintext">
    <body>
${units.map(unitOf).join('')}    </body>
  </file>
`;

/**
 * The texts of a procedure as XLIFF 1.2, which every tool of translators takes: chips and placeholders are `<x/>`, bold and
 * italic `<g>`; a text that is stale is marked for review.
 */
export const writeXliff = (units: readonly TextUnit[], direction: Direction): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="${xliffNamespace}">
${[...groupBy(units, ({ file }) => file)].map(([file, own]) => fileOf(file, own, direction)).join('')}</xliff>
`;
