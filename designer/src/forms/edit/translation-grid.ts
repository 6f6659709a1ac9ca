import { lintForm, type FormDefinition, type TextLocale } from '@irisflow/forms';
import { readCells, writeCells } from '../../app/csv.ts';
import { choicesOf } from './keys.ts';
import { setTexts, textsAt, type Texts } from './texts.ts';
import { places } from './tree.ts';

/** One text of a form in all of its languages. */
export interface GridRow {
  readonly key: string;
  /** The element it belongs to; null for what belongs to none. */
  readonly elementId: string | null;
  readonly texts: Texts;
  /** Languages whose text was translated from another one than the form says now. */
  readonly stale: readonly TextLocale[];
}

interface Owner {
  readonly id: string;
  readonly order: number;
}

/** To whom a text belongs: the element with the longest beginning of it, or the one whose choice it names. */
const ownersOf = (form: FormDefinition): ((key: string) => Owner | undefined) => {
  const all = places(form).map(({ element }, order) => ({ element, order }));
  const titles = new Map(
    all.flatMap(({ element, order }) =>
      choicesOf(form, element.id).map(({ title }) => [title, { id: element.id, order }] as const),
    ),
  );
  const prefixes = all
    .flatMap(({ element, order }) => ('i18n' in element ? [{ i18n: element.i18n, id: element.id, order }] : []))
    .toSorted((left, right) => right.i18n.length - left.i18n.length);
  return (key) => titles.get(key) ?? prefixes.find(({ i18n }) => key.startsWith(`${i18n}.`));
};

export const elementOfText = (form: FormDefinition, key: string): string | null => ownersOf(form)(key)?.id ?? null;

/** Keys that are written somewhere, and those that the form cannot do without. */
const keysOf = (form: FormDefinition): readonly string[] => {
  const written = form.locales.flatMap((locale) => Object.keys(form.translations[locale] ?? {}));
  const missing = lintForm(form).flatMap(({ code, subject }) => (code === 'FORM_TEXT_MISSING' ? [subject] : []));
  return [...new Set([...written, ...missing])];
};

const isWritten = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** A translation is stale when what it was made of changed since the form was published, and it did not. */
const staleOf = (form: FormDefinition, published: FormDefinition | null, key: string): readonly TextLocale[] => {
  const source = form.defaultLocale;
  const before = published?.translations[source]?.[key];
  const now = form.translations[source]?.[key];
  if (before === undefined || before === now) return [];
  return form.locales.filter(
    (locale) =>
      locale !== source &&
      isWritten(form.translations[locale]?.[key]) &&
      form.translations[locale]?.[key] === published?.translations[locale]?.[key],
  );
};

/** All texts of a form in reading order. */
export const gridRows = (form: FormDefinition, published: FormDefinition | null): readonly GridRow[] => {
  const ownerOf = ownersOf(form);
  const keys = keysOf(form);
  const order = new Map(keys.map((key, at) => [key, ownerOf(key)?.order ?? keys.length + at]));
  return keys
    .toSorted((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0))
    .map((key) => ({
      key,
      elementId: ownerOf(key)?.id ?? null,
      texts: textsAt(form, key),
      stale: staleOf(form, published, key),
    }));
};

/** How much of a language is written, from 0 to 1. */
export const completeness = (rows: readonly GridRow[], locale: TextLocale): number =>
  rows.length === 0 ? 1 : rows.filter(({ texts }) => isWritten(texts[locale])).length / rows.length;

export const isMissing = ({ texts }: GridRow, locales: readonly TextLocale[]): boolean =>
  locales.some((locale) => !isWritten(texts[locale]));

/** The grid as spreadsheets of this country read it: semicolons, a mark that says UTF-8, one text a line. */
export const writeCsv = (form: FormDefinition, rows: readonly GridRow[]): string =>
  writeCells([
    ['key', ...form.locales],
    ...rows.map(({ key, texts }) => [key, ...form.locales.map((locale) => texts[locale] ?? '')]),
  ]);

/** What a translated file says: texts to put in, and keys that the form does not have. */
export interface ImportedTexts {
  readonly changes: readonly { readonly key: string; readonly texts: Texts }[];
  readonly unknown: readonly string[];
}

/** Reads a file that `writeCsv` wrote and others changed; null where its first line does not say what its columns are. */
export const readCsv = (form: FormDefinition, content: string): ImportedTexts | null => {
  const [columns = [], ...lines] = readCells(content);
  const places = form.locales.map((locale) => ({ locale, at: columns.indexOf(locale) })).filter(({ at }) => at > 0);
  if (columns[0] !== 'key' || places.length === 0) return null;
  const known = new Set(keysOf(form));
  const read = lines
    .filter(([key]) => key !== undefined && key !== '')
    .map((cells) => ({
      key: cells[0] ?? '',
      texts: Object.fromEntries(
        places.map(({ locale, at }) => [locale, (cells[at] ?? '').replaceAll('\r\n', '\n')]),
      ) as Texts,
    }));
  const isChange = ({ key, texts }: { key: string; texts: Texts }): boolean =>
    places.some(({ locale }) => (texts[locale] ?? '') !== (form.translations[locale]?.[key] ?? ''));
  return {
    changes: read.filter((one) => known.has(one.key) && isChange(one)),
    unknown: read.filter(({ key }) => !known.has(key)).map(({ key }) => key),
  };
};

/** Puts imported texts in; an empty cell does not take a text away. */
export const applyTexts = (form: FormDefinition, { changes }: ImportedTexts): FormDefinition =>
  changes.reduce((next, { key, texts }) => {
    const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => isWritten(text))) as Texts;
    return setTexts(next, key, filled);
  }, form);
