import type { Locale } from '@irisflow/client';
import { useMemo } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { kindOfFile, shortName } from './file-kinds.ts';
import { fileTitle } from './file-title.ts';
import { useDraftJson } from './use-draft-json.ts';

/** A form has no name of its own: it is called as the first task that asks it, or as what people fill in to apply. */
const formTitle = (settings: Partial<ProcedureSettings>, key: string, locale: Locale): string | undefined =>
  Object.values(settings.tasks ?? {}).find(({ form }) => form === key)?.name[locale];

/** Titles that several files have are told apart by the names of the files. */
const toldApart = (titles: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const counts = new Map<string, number>();
  for (const title of titles.values()) counts.set(title, (counts.get(title) ?? 0) + 1);
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
      const ofTask = kindOfFile(path) === 'form' ? formTitle(settings ?? {}, shortName(path), locale) : undefined;
      return [path, ofTask ?? fileTitle(path, content, locale)] as const;
    });
    return toldApart(new Map(titles));
  }, [files, locale, settings]);
};

/** What people call one file of the draft. */
export const useFileTitle = (path: string): string => useFileTitles().get(path) ?? shortName(path);
