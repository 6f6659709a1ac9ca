import type { TextLocale } from '@irisflow/texts';
import type { FormDefinition } from './form.ts';

const lookUp = (form: FormDefinition, locale: TextLocale, key: string): string | undefined => {
  const texts = form.translations[locale];
  return texts !== undefined && Object.hasOwn(texts, key) && texts[key] !== '' ? texts[key] : undefined;
};

/** Reads an optional text: the requested language, else the form's default language, else undefined. */
export const optionalText = (form: FormDefinition, locale: TextLocale, key: string): string | undefined =>
  lookUp(form, locale, key) ?? lookUp(form, form.defaultLocale, key);

/** Reads a text: the requested language, else the form's default language, else the key itself. */
export const formText = (form: FormDefinition, locale: TextLocale, key: string): string =>
  optionalText(form, locale, key) ?? key;
