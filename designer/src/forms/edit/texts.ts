import type { FormDefinition, TextLocale } from '@irisflow/forms';

/** A text in the languages of a form; a language that it lacks is absent or empty. */
export type Texts = { readonly [L in TextLocale]?: string };

export const textsAt = (form: FormDefinition, key: string): Texts =>
  Object.fromEntries(form.locales.map((locale) => [locale, form.translations[locale]?.[key] ?? '']));

type LocaleTexts = Readonly<Record<string, string>>;

const inEveryLocale = (
  form: FormDefinition,
  change: (texts: LocaleTexts, locale: TextLocale) => LocaleTexts,
): FormDefinition => {
  const entries = Object.entries(form.translations) as [TextLocale, LocaleTexts][];
  const missing = form.locales.filter((locale) => form.translations[locale] === undefined);
  const all = [...entries, ...missing.map((locale): [TextLocale, LocaleTexts] => [locale, {}])];
  return { ...form, translations: Object.fromEntries(all.map(([locale, texts]) => [locale, change(texts, locale)])) };
};

/** Sets one text in one language; other languages get an empty one where they have none, so that the gap is seen. */
export const setText = (
  form: FormDefinition,
  { locale, key, text }: { locale: TextLocale; key: string; text: string },
): FormDefinition => setTexts(form, key, { [locale]: text });

/** Sets a text in several languages. A text that is empty everywhere is taken away: no hint is not an empty hint. */
export const setTexts = (form: FormDefinition, key: string, texts: Texts): FormDefinition => {
  const next = { ...textsAt(form, key), ...texts };
  const isBlank = Object.values(next).every((text) => text.trim() === '');
  return inEveryLocale(form, (before, locale) => {
    const { [key]: _, ...others } = before;
    if (isBlank) return key in before ? others : before;
    const text = next[locale] ?? before[key] ?? '';
    return before[key] === text ? before : { ...before, [key]: text };
  });
};

/** Gives every text whose key begins with `from.` (or is it) the beginning `to`; their order stays. */
export const renameTexts = (form: FormDefinition, from: string, to: string): FormDefinition =>
  inEveryLocale(form, (before) =>
    Object.fromEntries(Object.entries(before).map(([key, text]) => [renamedKey(key, from, to), text])),
  );

export const renamedKey = (key: string, from: string, to: string): string =>
  key === from || key.startsWith(`${from}.`) ? `${to}${key.slice(from.length)}` : key;

/** Takes away the texts of what is no longer in the form. */
export const dropTexts = (form: FormDefinition, isGone: (key: string) => boolean): FormDefinition =>
  inEveryLocale(form, (before) => {
    const kept = Object.entries(before).filter(([key]) => !isGone(key));
    return kept.length === Object.keys(before).length ? before : Object.fromEntries(kept);
  });
