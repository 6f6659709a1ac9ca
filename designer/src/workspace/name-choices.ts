import type { Locale, LocalizedText } from '@irisflow/client';
import { readEditable } from '@irisflow/dmn';
import { kindOfFile, shortName, type FileKind } from './file-kinds.ts';

/** Something of the procedure that another part of it may name. */
export interface NameChoice {
  /** By which it is named. */
  readonly value: string;
  /** As people call it. */
  readonly label: string;
}

/** What a half written file may hold. */
interface Titled {
  readonly key?: string;
  readonly name?: Partial<LocalizedText>;
  readonly label?: Partial<LocalizedText>;
  readonly internal?: Partial<LocalizedText>;
}

const parsed = (content: string | undefined): unknown => {
  try {
    return JSON.parse(content ?? 'null');
  } catch {
    return null;
  }
};

const titleOf = ({ name, label, internal }: Titled, locale: Locale): string =>
  (name ?? label ?? internal)?.[locale] || '';

/** Two things of one title are told apart by how they are named. */
const toldApart = (choices: readonly NameChoice[]): NameChoice[] =>
  choices
    .map(({ value, label }) => ({ value, label: label || value }))
    .map((choice, _, all) =>
      all.filter(({ label }) => label === choice.label).length > 1
        ? { ...choice, label: `${choice.label} (${choice.value})` }
        : choice,
    )
    .toSorted((one, other) => one.label.localeCompare(other.label));

/** What of a list of things with keys, such as the terms of `procedure.json`, may be named. */
export const choicesOf = (list: unknown, locale: Locale): NameChoice[] =>
  Array.isArray(list)
    ? toldApart(
        (list as readonly Titled[]).map((said) => ({ value: said.key ?? '', label: titleOf(said, locale) })),
      ).filter(({ value }) => value !== '')
    : [];

/** The files of a kind, by the key that others name them by, called as people know them everywhere else. */
export const fileChoices = (titles: ReadonlyMap<string, string>, kind: FileKind): NameChoice[] =>
  toldApart(
    [...titles]
      .filter(([path]) => kindOfFile(path) === kind)
      .map(([path, label]) => ({ value: shortName(path), label })),
  );

/** Decisions in every file, by their ids. */
export const decisionChoices = (files: ReadonlyMap<string, string>): NameChoice[] =>
  toldApart(
    [...files]
      .filter(([path]) => kindOfFile(path) === 'decision')
      .flatMap(([, content]) => readEditable(content)?.decisions ?? [])
      .map(({ id, name }) => ({ value: id, label: name })),
  );

const PROCESS = /<(?:\w+:)?process\b[^>]*>/g;

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Processes in every file, by their ids. */
export const processChoices = (files: ReadonlyMap<string, string>): NameChoice[] =>
  toldApart(
    [...files]
      .filter(([path]) => kindOfFile(path) === 'process')
      .flatMap(([, content]) => content.match(PROCESS) ?? [])
      .map((tag) => ({ value: attribute(tag, 'id'), label: attribute(tag, 'name') })),
  );

const MESSAGE = /<(?:\w+:)?message\s[^>]*>/g;

/** Messages of every file, by the names under which processes wait for them. */
export const messageChoices = (files: ReadonlyMap<string, string>): NameChoice[] => {
  const names = [...files]
    .filter(([path]) => kindOfFile(path) === 'process')
    .flatMap(([, content]) => content.match(MESSAGE) ?? [])
    .map((tag) => attribute(tag, 'name'))
    .filter((name) => name !== '');
  return [...new Set(names)].toSorted().map((name) => ({ value: name, label: name }));
};

const GROUPS = /candidateGroups="=?([^"]*)"/g;
const GROUP = /^[a-z][a-z0-9-]{1,39}$/;
/** Those that every administration has. */
export const commonGroups = ['agent', 'supervisor'] as const;

/** Groups of clerks: those that every administration has, and those to which tasks are given. */
export const groupsIn = (files: ReadonlyMap<string, string>): string[] => {
  const named = [...files]
    .filter(([path]) => kindOfFile(path) === 'process')
    .flatMap(([, content]) => [...content.matchAll(GROUPS)])
    .flatMap(([, list = '']) =>
      list
        .replaceAll('&quot;', '')
        .replaceAll(/[[\]"]/g, '')
        .split(','),
    )
    .map((group) => group.trim())
    .filter((group) => GROUP.test(group));
  return [...new Set([...commonGroups, ...named.toSorted()])];
};

/** `procedure.json` or `parameters.json` as far as it can be read. */
export const parsedFile = (files: ReadonlyMap<string, string>, path: string): unknown => parsed(files.get(path));
