import { pathOfScope, segmentsOf } from '@irisflow/forms';
import { feelReadings, type Locals } from './feel-readings.ts';
import type { JsonNode } from './json-nodes.ts';
import { roots, type Mentions, type NamedThing, type Span } from './mention.ts';
import { spelledInJson } from './text-spans.ts';

/** A JSON file that is read for what it mentions. */
export interface JsonFile {
  readonly path: string;
  readonly text: string;
  readonly found: Mentions;
}

/** A value with the names and numbers that lead to it. */
export interface Visited {
  readonly node: JsonNode;
  readonly at: readonly string[];
}

/** Every value of a file, the outer before the inner. */
export const visitNodes = (node: JsonNode, at: readonly string[] = []): Visited[] => [
  { node, at },
  ...(node.members ?? []).flatMap(({ key, node: inner }) => visitNodes(inner, [...at, key])),
  ...(node.items ?? []).flatMap((inner, index) => visitNodes(inner, [...at, `${index}`])),
];

const pointer = (at: readonly string[]): string =>
  at.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const placeOf = ({ path: file }: JsonFile, at: readonly string[]) => ({ file, elementId: null, pointer: pointer(at) });

/** Whether a place is one of a pattern: a `*` is any name or number. */
export const fits = (at: readonly string[], pattern: string): boolean => {
  const names = pattern.split('/').slice(1);
  return names.length === at.length && names.every((name, index) => name === '*' || name === at[index]);
};

const inside = ({ node }: Visited): Span => ({ from: node.start + 1, to: node.end - 1 });

/** A text that names a thing outright. */
export const noteThing = (file: JsonFile, visited: Visited, thing: NamedThing, act: 'gives' | 'uses'): void => {
  const { node, at } = visited;
  if (typeof node.value !== 'string') return;
  file.found.mentions.push({
    path: [roots[thing], node.value],
    spans: [null, inside(visited)],
    place: placeOf(file, at),
    act,
  });
};

/** Which places of a file name which things. */
export type Things = readonly (readonly [pattern: string, thing: NamedThing, act?: 'gives'])[];

/** Notes the things that a place names outright. */
export const noteThings = (file: JsonFile, visited: Visited, things: Things): void => {
  for (const [pattern, thing, act = 'uses'] of things)
    if (fits(visited.at, pattern)) noteThing(file, visited, thing, act);
};

/** A key with dots, such as those of parameters. */
export const noteDotted = (file: JsonFile, visited: Visited, root: string | null, act: 'gives' | 'uses'): void => {
  const { node, at } = visited;
  if (typeof node.value !== 'string') return;
  const names = node.value.split('.');
  let from = node.start + 1;
  const spans = names.map((name): Span => {
    const span = { from, to: from + name.length };
    from = span.to + 1;
    return span;
  });
  file.found.mentions.push({
    path: root === null ? names : [root, ...names],
    spans: root === null ? spans : [null, ...spans],
    place: placeOf(file, at),
    act,
  });
};

/** A pointer into the data of a form, `/domicile/municipality`, or a scope of it, `#/properties/domicile`. */
export const notePointer = (
  file: JsonFile,
  visited: Visited,
  base: readonly string[],
  act: 'gives' | 'uses' = 'uses',
): void => {
  const { node, at } = visited;
  const text = node.value;
  if (typeof text !== 'string' || !/^#?\//.test(text)) return;
  const isScope = text.startsWith('#');
  const names = isScope ? pathOfScope(text) : segmentsOf(text);
  const spell = spelledInJson(file.text, inside(visited));
  let from = isScope ? 1 : 0;
  const spans: (Span | null)[] = [];
  text
    .slice(from)
    .split('/')
    .slice(1)
    .forEach((segment, index) => {
      from += 1;
      if (!isScope || index % 2 === 1) spans.push(spell({ from, to: from + segment.length }));
      from += segment.length;
    });
  file.found.mentions.push({
    path: [...base, ...names],
    spans: [...base.map(() => null), ...spans],
    place: placeOf(file, at),
    act,
  });
};

/** An expression; what begins with `=` has it behind. Answers what it gives. */
export const noteFeel = (file: JsonFile, visited: Visited, locals: Locals, things: NamedThing | null = null): void => {
  const { node, at } = visited;
  if (typeof node.value !== 'string') return;
  const begins = /^\s*=/.exec(node.value)?.[0].length ?? 0;
  const readings = feelReadings(node.value.slice(begins), locals);
  const spell = spelledInJson(file.text, inside(visited));
  const moved = (span: Span | null): Span | null => span && spell({ from: span.from + begins, to: span.to + begins });
  for (const { path, spans, outer } of readings.reads)
    file.found.mentions.push({
      path,
      spans: spans.map(moved),
      place: placeOf(file, at),
      act: 'uses',
      ...(outer !== undefined && { outer: { ...outer, spans: outer.spans.map(moved) } }),
    });
  if (things === null) return;
  for (const { text, span } of readings.texts)
    file.found.mentions.push({
      path: [roots[things], text],
      spans: [null, moved(span)],
      place: placeOf(file, at),
      act: 'uses',
    });
};

/** Values by the names of variables, as a scenario gives them: each name down to the last is mentioned. */
export const noteValues = (file: JsonFile, { node, at }: Visited, base: readonly string[] = []): void => {
  for (const { key, keyStart, keyEnd, node: inner } of node.members ?? []) {
    const path = [...base, key];
    file.found.mentions.push({
      path,
      spans: [...base.map(() => null), { from: keyStart, to: keyEnd }],
      place: placeOf(file, [...at, key]),
      act: 'uses',
    });
    noteValues(file, { node: inner, at: [...at, key] }, path);
  }
  (node.items ?? []).forEach((inner, index) => noteValues(file, { node: inner, at: [...at, `${index}`] }, base));
};

/** The name of a member itself. */
export const noteKey = (
  file: JsonFile,
  { at, span }: { at: readonly string[]; span: Span },
  path: readonly string[],
  act: 'gives' | 'uses' = 'gives',
): void => {
  file.found.mentions.push({
    path,
    spans: [...path.slice(1).map(() => null), span],
    place: placeOf(file, at),
    act,
  });
};
