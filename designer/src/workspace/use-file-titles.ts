import type { Locale } from '@irisflow/client';
import { useMemo } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { kindOfFile, shortName } from './file-kinds.ts';
import { fileTitle } from './file-title.ts';
import { useDraftJson } from './use-draft-json.ts';

interface Reader {
  readonly settings: Partial<ProcedureSettings>;
  readonly locale: Locale;
  /** What people fill in to apply, in words. */
  readonly application: string;
}

/** A form has no name of its own: it is called as the first task that asks it, or as what people fill in to apply. */
const formTitle = (key: string, { settings, locale, application }: Reader): string | undefined =>
  Object.values(settings.tasks ?? {}).find(({ form }) => form === key)?.name[locale] ||
  (settings.application?.form === key ? application : undefined);

/** What the settings call a file that does not say it itself. */
const titleBySettings = (path: string, content: string, reader: Reader): string | undefined => {
  const { settings, locale } = reader;
  const kind = kindOfFile(path);
  if (kind === 'form') return formTitle(shortName(path), reader);
  const isMain = kind === 'process' && settings.process?.file === path;
  // A process that was named keeps its name.
  return isMain && fileTitle(path, content, locale) === shortName(path) ? settings.title?.[locale] : undefined;
};

/** Titles that several files have are told apart by the names of the files. */
const toldApart = (titles: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const counts = new Map<string, number>();
  for (const [path, title] of titles)
    // The settings are read as a page of their own, beside the files.
    if (path !== settingsPath) counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Map(
    [...titles].map(([path, title]) => {
      const name = shortName(path);
      return [path, (counts.get(title) ?? 0) > 1 && title !== name ? `${title} (${name})` : title];
    }),
  );
};

/** What people call each file of the draft, by its path, in their language. */
export const useFileTitles = (): ReadonlyMap<string, string> => {
  const t = useTexts();
  const { locale } = t;
  const application = t('rail.application');
  const { files } = useDraft().state;
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const settings = reading.ok ? reading.value : null;
  return useMemo(() => {
    const reader = { settings: settings ?? {}, locale, application };
    const titles = [...files].map(
      ([path, content]) => [path, titleBySettings(path, content, reader) || fileTitle(path, content, locale)] as const,
    );
    return toldApart(new Map(titles));
  }, [files, locale, settings, application]);
};

/** What people call one file of the draft. */
export const useFileTitle = (path: string): string => useFileTitles().get(path) ?? shortName(path);
