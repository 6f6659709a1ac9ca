import type { Locale } from '@irisflow/client';
import type { Usage } from '@irisflow/names';
import { settingsPath, type ProcedureSettings } from '../../settings/procedure-file.ts';
import { kindOfFile } from '../file-kinds.ts';
import { parsedFile } from '../name-choices.ts';

type Files = ReadonlyMap<string, string>;
type Record_ = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Record_ => typeof value === 'object' && value !== null;

const attribute = (xml: string, id: string): string | undefined =>
  new RegExp(`\\bid="${id.replaceAll(/[^\w-]/g, '.')}"[^>]*?\\bname="([^"]+)"`).exec(xml)?.[1];

const drawnName = (files: Files, file: string, id: string): string => {
  const isDrawn = kindOfFile(file) === 'process' || kindOfFile(file) === 'decision';
  return (isDrawn ? attribute(files.get(file) ?? '', id) : undefined) ?? '';
};

const elementWords = (files: Files, { file, elementId }: Usage, locale: Locale): string => {
  const id = elementId ?? '';
  const settings = (parsedFile(files, settingsPath) ?? {}) as Partial<ProcedureSettings>;
  const said = settings.tasks?.[id]?.name ?? settings.elements?.[id];
  return said?.[locale] ?? drawnName(files, file, id);
};

const wordsOf = (value: unknown, translations: Record_, locale: Locale): string | undefined => {
  if (!isRecord(value)) return undefined;
  const told = [value['label'], value['name'], value['title'], value['subject'], value['internal']].find(
    (one) => isRecord(one) || typeof one === 'string',
  );
  if (isRecord(told) && typeof told[locale] === 'string') return told[locale];
  if (typeof told === 'string') return told;
  const i18n = value['i18n'];
  return typeof i18n === 'string' ? (translations[`${i18n}.label`] as string | undefined) : undefined;
};

/** The words of the nearest thing around a place of a JSON file that has some. */
const pointerWords = (files: Files, { file, pointer }: Usage, locale: Locale): string => {
  const root = parsedFile(files, file);
  const texts = isRecord(root) && isRecord(root['translations']) ? root['translations'][locale] : {};
  let value: unknown = root;
  let words = '';
  for (const name of (pointer ?? '').split('/').slice(1)) {
    value = isRecord(value) ? value[name.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
    words = wordsOf(value, isRecord(texts) ? texts : {}, locale) ?? words;
  }
  return words;
};

/** What people call the part of a file that a place is in; empty where the file itself says it. */
export const placeWords = (files: Files, usage: Usage, locale: Locale): string =>
  usage.elementId === null ? pointerWords(files, usage, locale) : elementWords(files, usage, locale);
