import type { Locale, LocalizedText } from '@irisflow/client';
import { useMemo } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { kindOfFile, shortName, type FileKind } from './file-kinds.ts';
import { evidenceForm, fileTitle } from './file-title.ts';
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

export interface TitleReader {
  readonly settings: Partial<ProcedureSettings>;
  readonly locale: Locale;
  /** What the forms that the platform itself asks for are called. */
  readonly forms: { readonly application: string; readonly eligibility: string };
  /** What forms are called by which holders of rights answer, by their keys. */
  readonly evidence: ReadonlyMap<string, string>;
}

type Titled = (file: TitledFile, reader: TitleReader) => string | undefined;

const nameOf = (names: Readonly<Record<string, LocalizedText>> = {}, id = ''): LocalizedText | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;

/** The process of the cases is called as the procedure, whatever its drawing says in its one language. */
const processTitle: Titled = ({ path, content }, { settings: { elements, process, title }, locale }) =>
  (nameOf(elements, idOf(content, processId)) ?? (process?.file === path ? title : undefined))?.[locale];

const decisionTitle: Titled = ({ content }, { settings: { decisions }, locale }) =>
  nameOf(decisions, idOf(content, manyDecisions.test(content) ? fileId : decisionId))?.[locale];

/** A form has no name of its own: it is called as the first task, inspection or obligation that asks it, or as what it is for. */
const formTitle: Titled = ({ path }, { settings, locale, forms, evidence }) => {
  const { tasks = {}, inspections = [], application, eligibility } = settings;
  const key = shortName(path);
  const asking = (one: { readonly form?: string }) => one.form === key;
  const task = Object.values(tasks).find(asking)?.name[locale];
  const title = task || inspections.find(asking)?.label[locale] || evidence.get(key);
  if (title !== undefined) return title;
  if (application?.form === key) return forms.application;
  return eligibility?.form === key ? forms.eligibility : undefined;
};

const titled: Partial<Readonly<Record<FileKind, Titled>>> = {
  process: processTitle,
  decision: decisionTitle,
  form: formTitle,
};

/** What the settings call a file that has room for one language or none; undefined for what they say nothing of. */
export const declaredTitle: Titled = (file, reader) => titled[kindOfFile(file.path)]?.(file, reader);

/** Titles that several files of one kind have are told apart by the names of the files; of different kinds they stand in different lists. */
const toldApart = (titles: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const placeOf = (path: string, title: string): string => `${kindOfFile(path)} ${title}`;
  const counts = new Map<string, number>();
  for (const [path, title] of titles) {
    const place = placeOf(path, title);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return new Map(
    [...titles].map(([path, title]) => {
      const name = shortName(path);
      return [path, (counts.get(placeOf(path, title)) ?? 0) > 1 && title !== name ? `${title} (${name})` : title];
    }),
  );
};

/** The forms by which holders of rights answer, as the first obligation that asks for each is called. */
export const evidenceTitles = (
  files: Iterable<readonly [path: string, content: string]>,
  locale: Locale,
): ReadonlyMap<string, string> => {
  const titles = new Map<string, string>();
  for (const [path, content] of files) {
    const form = kindOfFile(path) === 'obligation' ? evidenceForm(path, content) : undefined;
    if (form !== undefined && !titles.has(form)) titles.set(form, fileTitle(path, content, locale));
  }
  return titles;
};

/** What people call each file of the draft, by its path, in their language. */
export const useFileTitles = (): ReadonlyMap<string, string> => {
  const t = useTexts();
  const { locale } = t;
  const application = t('rail.application');
  const eligibility = t('rail.eligibility');
  const { files } = useDraft().state;
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const settings = reading.ok ? reading.value : null;
  return useMemo(() => {
    const evidence = evidenceTitles(files, locale);
    const reader = { settings: settings ?? {}, locale, forms: { application, eligibility }, evidence };
    const titles = [...files].map(
      ([path, content]) =>
        [path, declaredTitle({ path, content }, reader) || fileTitle(path, content, locale)] as const,
    );
    return toldApart(new Map(titles));
  }, [files, locale, settings, application, eligibility]);
};

/** What people call one file of the draft. */
export const useFileTitle = (path: string): string => useFileTitles().get(path) ?? shortName(path);
