import { inEveryLocale, locales, type Locale, type LocalizedText } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** A law by its name in each language; one text alone is the same in all of them. */
export const LegalReference = Type.Union([
  Type.String({ maxLength: 2000 }),
  Type.Object(
    {
      fr: Type.Optional(Type.String({ maxLength: 2000 })),
      nl: Type.Optional(Type.String({ maxLength: 2000 })),
      en: Type.Optional(Type.String({ maxLength: 2000 })),
    },
    { additionalProperties: false },
  ),
]);
export type LegalReference = Static<typeof LegalReference>;

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** Languages in which a law has no name though it has one in another. */
export const missingLanguages = (reference: LegalReference): Locale[] =>
  typeof reference === 'string' ? [] : locales.filter((locale) => !isSaid(reference[locale]));

/** A law in every language; where its name is missing, that of another language stands: better than none. */
export const legalText = (reference: LegalReference): LocalizedText => {
  if (typeof reference === 'string') return inEveryLocale(() => reference);
  const known = locales.map((locale) => reference[locale]).find(isSaid) ?? '';
  return inEveryLocale((locale) => (isSaid(reference[locale]) ? reference[locale] : known));
};
