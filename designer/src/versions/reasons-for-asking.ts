import { askedAgain, optionalText, parseForm, type SourcesDescribed } from '@irisflow/forms';
import type { LocalizedText } from '@irisflow/client';
import type { Locale } from '@irisflow/ui';

/** A question that a source answers already, and why it is asked all the same. */
export interface ReasonForAsking {
  readonly elementId: string;
  readonly label: string;
  /** The name of the source; its key where it has none. */
  readonly source: string;
  readonly reason: string;
}

interface Described extends SourcesDescribed {
  readonly application?: { readonly form?: string };
  readonly sources?: readonly { readonly key: string; readonly name?: LocalizedText }[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A draft may be half written: what has not the shape of a source gives nothing. */
const isSource = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['key'] === 'string' &&
  Array.isArray(value['fields'] ?? []) &&
  isObject(value['facts'] ?? {}) &&
  Object.values(value['facts'] ?? {}).every(isObject);

const readDescribed = (content: string | undefined): Described | null => {
  try {
    const value: unknown = JSON.parse(content ?? '');
    const sources = isObject(value) ? (value['sources'] ?? []) : null;
    return Array.isArray(sources) && sources.every(isSource) ? (value as Described) : null;
  } catch {
    // The problems panel says that the file cannot be read.
    return null;
  }
};

/** The reasons that the application form of a procedure gives for asking what its sources know, in the words of a language. */
export const reasonsForAsking = (files: ReadonlyMap<string, string>, locale: Locale): ReasonForAsking[] => {
  const described = readDescribed(files.get('procedure.json'));
  const parsed = parseForm(files.get(`${described?.application?.form}.form.json`) ?? '');
  if (described === null || !parsed.ok) return [];
  return askedAgain(parsed.form, described).flatMap(({ control, value, reason }) => {
    if (reason === null) return [];
    const key = value.split('.')[0] ?? value;
    const source = described.sources?.find((one) => one.key === key)?.name?.[locale] || key;
    const label = optionalText(parsed.form, locale, `${control.i18n}.label`) ?? control.id;
    return [{ elementId: control.id, label, source, reason }];
  });
};
