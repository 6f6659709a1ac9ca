import type { Locale } from '@irisflow/client';
import { kindOfFile, shortName } from './file-kinds.ts';
import { remembering } from './remembering.ts';

interface Titled {
  readonly title?: unknown;
  readonly form?: unknown;
  readonly subject?: Partial<Record<Locale, string>>;
  readonly name?: Partial<Record<Locale, string>>;
  readonly label?: Partial<Record<Locale, string>>;
}

const readJson = (content: string): Titled => {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
};

const isTexts = (value: unknown): value is Partial<Record<Locale, string>> =>
  typeof value === 'object' && value !== null;

const processName = (xml: string): string | undefined => /<(?:\w+:)?process [^>]*\bname="([^"]+)"/.exec(xml)?.[1];

const decisionNames = /<(?:\w+:)?decision [^>]*\bname="([^"]+)"/g;
const fileName = /<(?:\w+:)?definitions [^>]*\bname="([^"]+)"/;

/** A file of one decision is called as that; one of several has a name of its own. */
const decisionName = (xml: string): string | undefined => {
  const [first, ...more] = [...xml.matchAll(decisionNames)].map(([, name]) => name);
  return more.length === 0 ? first : fileName.exec(xml)?.[1];
};

const readTitle = (path: string, content: string, locale: Locale): string => {
  const kind = kindOfFile(path);
  if (kind === 'process') return processName(content) ?? shortName(path);
  if (kind === 'decision') return decisionName(content) ?? shortName(path);
  if (kind === 'parameters') return shortName(path);
  const { title, subject, name, label } = readJson(content);
  if (typeof title === 'string' && title !== '') return title;
  const texts = [title, subject, name, label].find(isTexts);
  return texts?.[locale] || shortName(path);
};

const readers: Readonly<Record<Locale, ReturnType<typeof remembering<string>>>> = {
  fr: remembering((path, content) => readTitle(path, content, 'fr')),
  nl: remembering((path, content) => readTitle(path, content, 'nl')),
  en: remembering((path, content) => readTitle(path, content, 'en')),
};

/** What people call a file of a procedure: its title, subject or name; without one the name of the file. */
export const fileTitle = (path: string, content: string, locale: Locale): string => readers[locale](path, content);

/** The key of the form by which holders of a right answer to an obligation. */
export const evidenceForm: (path: string, content: string) => string | undefined = remembering((_path, content) => {
  const { form } = readJson(content);
  return typeof form === 'string' ? form : undefined;
});
