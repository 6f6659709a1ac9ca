import type { Locale } from '@irisflow/client';
import type { LetterDoc } from '../letters/letter.ts';
import { kindOfFile, type FileKind } from '../workspace/file-kinds.ts';
import { isAlike, linesOf } from './letter-body.ts';
import { hasWords, isSame, piecesOfText, type Piece } from './pieces.ts';

/** From which language to which. */
export interface Direction {
  readonly from: Locale;
  readonly to: Locale;
}

/** Where a text of a file stands: a key of a form, a pointer of a JSON file, a line of a letter. */
export type TextPlace = `text:${string}` | `at:${string}` | `line:${string}`;

/** One text of a procedure with what it is in both languages. */
export interface TextUnit {
  readonly file: string;
  readonly place: TextPlace;
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
  /** `stale`: what it was translated from changed since the last publication, and it did not. */
  readonly state: 'missing' | 'stale' | 'translated';
}

type Files = ReadonlyMap<string, string>;
type Raw = Omit<TextUnit, 'state'>;

const spoken: ReadonlySet<FileKind> = new Set([
  'form',
  'letter',
  'right',
  'quota',
  'obligation',
  'codes',
  'parameters',
  'procedure',
]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every text of a JSON value that is said language by language, with the pointer that leads to it. */
const localizedIn = (
  value: unknown,
  { from, to }: Direction,
  at = '',
): { at: string; source: string; target: string }[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => localizedIn(one, { from, to }, `${at}/${index}`));
  if (!isRecord(value)) return [];
  const [source, target] = [value[from], value[to]];
  if (typeof source === 'string' && (target === undefined || typeof target === 'string'))
    return [{ at, source, target: target ?? '' }];
  return Object.entries(value).flatMap(([name, inner]) => localizedIn(inner, { from, to }, `${at}/${escaped(name)}`));
};

const jsonUnits = (file: string, value: unknown, direction: Direction): Raw[] =>
  localizedIn(value, direction).map(({ at, source, target }) => ({
    file,
    place: `at:${at}`,
    source: piecesOfText(source),
    target: piecesOfText(target),
  }));

const formUnits = (file: string, value: Readonly<Record<string, unknown>>, { from, to }: Direction): Raw[] => {
  const translations = isRecord(value['translations']) ? value['translations'] : {};
  const [source, target] = [translations[from], translations[to]].map((texts) => (isRecord(texts) ? texts : {}));
  const textOf = (text: unknown) => piecesOfText(typeof text === 'string' ? text : '');
  return Object.entries(source ?? {}).map(([key, text]) => ({
    file,
    place: `text:${key}`,
    source: textOf(text),
    target: textOf(target?.[key]),
  }));
};

const isDoc = (value: unknown): value is LetterDoc => isRecord(value) && Array.isArray(value['content']);

/** The two languages of the body of a letter, where it has the first. */
export const bodyOf = (letter: unknown, { from, to }: Direction): { from: LetterDoc; to: LetterDoc | null } | null => {
  const body = isRecord(letter) && isRecord(letter['body']) ? letter['body'] : {};
  const [source, target] = [body[from], body[to]];
  return isDoc(source) ? { from: source, to: isDoc(target) ? target : null } : null;
};

const letterUnits = (file: string, letter: Readonly<Record<string, unknown>>, direction: Direction): Raw[] => {
  const { body: _, ...others } = letter;
  const bodies = bodyOf(letter, direction);
  if (bodies === null) return jsonUnits(file, others, direction);
  const lines = bodies.to !== null && isAlike(bodies.from, bodies.to) ? linesOf(bodies.to) : new Map<string, Piece[]>();
  const units = [...linesOf(bodies.from)].map(([place, source]): Raw => ({
    file,
    place: `line:${place}`,
    source,
    target: lines.get(place) ?? [],
  }));
  return [...jsonUnits(file, others, direction), ...units];
};

const rawUnits = (file: string, text: string, direction: Direction): Raw[] => {
  const kind = kindOfFile(file);
  if (!spoken.has(kind) || !file.endsWith('.json')) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (isRecord(value) && kind === 'form') return formUnits(file, value, direction);
  if (isRecord(value) && kind === 'letter') return letterUnits(file, value, direction);
  return jsonUnits(file, value, direction);
};

const stateOf = (unit: Raw, before: Raw | undefined): TextUnit['state'] => {
  if (!hasWords(unit.target)) return 'missing';
  const isStale = before !== undefined && !isSame(before.source, unit.source) && isSame(before.target, unit.target);
  return isStale ? 'stale' : 'translated';
};

/** Every text of a procedure that has words to translate; `published` are its files as they were published last. */
export const textUnits = (files: Files, published: Files, direction: Direction): TextUnit[] =>
  [...files.keys()].toSorted().flatMap((file) => {
    const known = new Map(
      rawUnits(file, published.get(file) ?? 'null', direction).map((unit) => [unit.place, unit] as const),
    );
    return rawUnits(file, files.get(file) ?? 'null', direction)
      .filter(({ source }) => hasWords(source))
      .map((unit) => ({ ...unit, state: stateOf(unit, known.get(unit.place)) }));
  });
