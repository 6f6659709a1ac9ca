import { meaningsIn, settledIn, togetherWith } from './canonical.ts';
import { fileThing } from './file-thing.ts';
import { folderMentions, type Files } from './folder-mentions.ts';
import {
  roots,
  type Mention,
  type MentionPlace,
  type Mentions,
  type NamedThing,
  type Reading,
  type Span,
} from './mention.ts';

/** Something that has a name: a variable or a place inside of one, a field of a form, a thing such as a term. */
export type Target = readonly string[];

/** A place that spells the name of something. */
export interface Usage extends MentionPlace, Span {
  /** `gives`: it says what the name stands for; else it uses it. */
  readonly act: 'gives' | 'uses';
}

export const targetOf = {
  thing: (thing: NamedThing, key: string): Target => [roots[thing], key],
  field: (form: string, path: readonly string[]): Target => [roots.form, form, ...path],
  output: (decision: string, name: string): Target => [roots.decision, decision, name],
  parameter: (key: string): Target => [roots.parameter, ...key.split('.')],
  variable: (path: string): Target => path.split('.'),
};

const isIn = ({ path }: Reading, target: Target): boolean => target.every((name, at) => path[at] === name);

/** Where a reading spells the name of a target; null where it is about something else, or spelled elsewhere. */
const spelledIn = (text: string, reading: Reading, target: Target): Span | null => {
  const span = isIn(reading, target) ? (reading.spans[target.length - 1] ?? null) : null;
  return span !== null && text.slice(span.from, span.to) === target.at(-1) ? span : null;
};

/** What the files of a procedure mention, each mention with everything that it means. */
interface Index {
  readonly found: Mentions;
  readonly meant: readonly { readonly mention: Mention; readonly readings: readonly Reading[] }[];
}

/** Files are read once for as long as somebody holds them: a draft that changes is another map. */
const indexes = new WeakMap<Files, Index>();

/** Everything that is mentioned, with what it means. */
export const indexOf = (files: Files): Index => {
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const found = folderMentions(files);
  const meanings = meaningsIn(found);
  const settled = settledIn(found, meanings);
  const meant = found.mentions.map((mention) => ({ mention, readings: meanings(settled(mention)) }));
  const index = { found, meant };
  indexes.set(files, index);
  return index;
};

const find = (files: Files, target: Target): Usage[] => {
  const { found, meant } = indexOf(files);
  const targets = togetherWith(found, target);
  const usages = new Map<string, Usage>();
  for (const { mention, readings } of meant) {
    const text = files.get(mention.place.file) ?? '';
    const spans = readings.flatMap((reading) => targets.map((one) => spelledIn(text, reading, one)));
    for (const span of spans)
      if (span !== null)
        usages.set(`${mention.place.file} ${span.from}`, { ...mention.place, ...span, act: mention.act });
  }
  return [...usages.values()].toSorted((a, b) => a.file.localeCompare(b.file) || a.from - b.from);
};

/** Every place of a procedure that spells the name of something, file by file in the order of the text. */
export const usagesOf = (files: Files, target: Target): Usage[] => find(files, target);

/** Variables that a file gives their values, as it says them. */
export const variablesGivenIn = (files: Files, path: string): string[] => [
  ...new Set(
    folderMentions(new Map([...files].filter(([other]) => other === path)))
      .mentions.filter(({ act, path: [root = ''] }) => act === 'gives' && !root.startsWith('$'))
      .map(({ path: said }) => said.join('.')),
  ),
];

/** Why a name cannot be given. `caught`: at some place it would mean something else. */
export type RenameProblem = 'same' | 'invalid' | 'taken' | 'unknown' | 'caught';

export interface Renaming {
  /** What each file that changes says then; null for one that is there no more, because it has another name. */
  readonly files: ReadonlyMap<string, string | null>;
  /** The places that change. */
  readonly usages: readonly Usage[];
  readonly target: Target;
}

const edited = (text: string, edits: readonly Usage[], name: string): string => {
  let written = '';
  let at = 0;
  for (const { from, to } of edits) {
    written += text.slice(at, from) + name;
    at = to;
  }
  return written + text.slice(at);
};

/** The drawing itself says which step is which in many ways, of which none is a name that people see. */
const isOfDrawing = ([root]: Target): boolean => root === roots.step || root === roots.message;

/** Names of things may have hyphens; those that an expression reads may not. */
const isValid = ([root = '']: Target, name: string, isPlain: boolean): boolean =>
  (root.startsWith('$') && isPlain && root !== roots.parameter && root !== roots.decision
    ? /^[a-zA-Z][a-zA-Z0-9-]{0,62}$/
    : /^[A-Za-z_]\w{0,62}$/
  ).test(name);

/** The files of things are called by their keys. */
const fileOf = (files: Files, [root = '', key = '', ...inside]: Target): string | undefined =>
  inside.length > 0
    ? undefined
    : [...files.keys()].find((path) => {
        const named = fileThing(path);
        return named !== null && roots[named.thing] === root && named.key === key;
      });

/** The form also says its key at the end of the name of its schema. */
const withSchemaName = (text: string, from: string, to: string): string =>
  text.replace(/("\$id":\s*"urn:form:[^"]*:)([^":]+)"/, (whole, before: string, key: string) =>
    key === from ? `${before}${to}"` : whole,
  );

const changedFiles = (
  files: Files,
  usages: readonly Usage[],
  target: Target,
  name: string,
): Map<string, string | null> => {
  const changed = new Map<string, string | null>();
  for (const path of new Set(usages.map(({ file }) => file))) {
    const own = usages.filter(({ file }) => file === path);
    changed.set(path, edited(files.get(path) ?? '', own, name));
  }
  const path = fileOf(files, target);
  if (path === undefined) return changed;
  const content = changed.get(path) ?? files.get(path) ?? '';
  const key = target.at(-1) ?? '';
  changed.set(path, null);
  changed.set(
    `${name}${fileThing(path)?.ending}`,
    target[0] === roots.form ? withSchemaName(content, key, name) : content,
  );
  return changed;
};

/** The files of a procedure after a change of some of them. */
export const withChanged = (files: Files, changed: ReadonlyMap<string, string | null>): Map<string, string> => {
  const all = new Map<string, string>(files);
  for (const [path, text] of changed) {
    if (text === null) all.delete(path);
    else all.set(path, text);
  }
  return all;
};

const problemOf = (files: Files, target: Target, name: string): RenameProblem | null => {
  const isPlain = target.length === 2;
  if (name === target.at(-1)) return 'same';
  if (isOfDrawing(target) || !isValid(target, name, isPlain)) return 'invalid';
  const renamed = togetherWith(indexOf(files).found, target).map((one) => [...one.slice(0, -1), name]);
  const isTaken = renamed.some((one) => find(files, one).length > 0 || fileOf(files, one) !== undefined);
  return isTaken ? 'taken' : null;
};

/**
 * Gives something another name at every place that spells it. Nothing else of any file changes: every other character stays.
 * A name that would be another one's at some place is refused.
 */
export const renameEverywhere = (files: Files, target: Target, name: string): Renaming | RenameProblem => {
  const problem = problemOf(files, target, name);
  if (problem !== null) return problem;
  const usages = find(files, target);
  if (usages.length === 0) return 'unknown';
  const changed = changedFiles(files, usages, target, name);
  const after = usagesOf(withChanged(files, changed), [...target.slice(0, -1), name]);
  return after.length === usages.length ? { files: changed, usages, target } : 'caught';
};
