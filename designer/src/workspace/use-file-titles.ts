import type { Locale, LocalizedText } from '@irisflow/client';
import { useMemo } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { kindOfFile, shortName, type FileKind } from './file-kinds.ts';
import { fileTitle } from './file-title.ts';
import { useDraftJson } from './use-draft-json.ts';

const idOf = (xml: string, element: RegExp): string | undefined => element.exec(xml)?.[1];
const processId = /<(?:\w+:)?process\s[^>]*?\bid="([^"]+)"/;
const fileId = /<(?:\w+:)?definitions\s[^>]*?\bid="([^"]+)"/;
const decisionId = /<(?:\w+:)?decision\s[^>]*?\bid="([^"]+)"/;
const manyDecisions = /<(?:\w+:)?decision\s[\s\S]*<(?:\w+:)?decision\s/;

interface TitledFile {
  readonly path: string;
  readonly content: string;
}

type Names = Readonly<Record<string, LocalizedText>>;

const nameOf = (names: Names = {}, id: string | undefined): LocalizedText | undefined =>
  id === undefined ? undefined : names[id];

type Declared = (settings: Partial<ProcedureSettings>, file: TitledFile) => LocalizedText | undefined;

const declared: Partial<Readonly<Record<FileKind, Declared>>> = {
  process: ({ elements, process, title }, { path, content }) =>
    nameOf(elements, idOf(content, processId)) ?? (process?.file === path ? title : undefined),
  decision: ({ decisions }, { content }) =>
    nameOf(decisions, idOf(content, manyDecisions.test(content) ? fileId : decisionId)),
  // A form has no name of its own: it is called as the first task that asks it, or as what people fill in to apply.
  form: ({ tasks = {} }, { path }) => Object.values(tasks).find(({ form }) => form === shortName(path))?.name,
};

/** What the settings call a file that has room for one language or none; undefined for what they say nothing of. */
export const declaredTitle = (
  settings: Partial<ProcedureSettings>,
  file: TitledFile,
  locale: Locale,
): string | undefined => declared[kindOfFile(file.path)]?.(settings, file)?.[locale];

/** Titles that several files have are told apart by the names of the files. */
const toldApart = (titles: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const counts = new Map<string, number>();
  // The settings are called as the procedure, and so is its drawing: they never stand in one list.
  for (const [path, title] of titles)
    if (kindOfFile(path) !== 'procedure') counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Map(
    [...titles].map(([path, title]) => {
      const name = shortName(path);
      return [path, (counts.get(title) ?? 0) > 1 && title !== name ? `${title} (${name})` : title];
    }),
  );
};

/** What people call each file of the draft, by its path, in their language. */
export const useFileTitles = (): ReadonlyMap<string, string> => {
  const { locale } = useTexts();
  const { files } = useDraft().state;
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const settings = reading.ok ? reading.value : null;
  return useMemo(() => {
    const titles = [...files].map(([path, content]) => {
      return [
        path,
        declaredTitle(settings ?? {}, { path, content }, locale) ?? fileTitle(path, content, locale),
      ] as const;
    });
    return toldApart(new Map(titles));
  }, [files, locale, settings]);
};

/** What people call one file of the draft. */
export const useFileTitle = (path: string): string => useFileTitles().get(path) ?? shortName(path);
