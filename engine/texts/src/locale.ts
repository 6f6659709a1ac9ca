/** Every language of the screens, in the order language switches show them. */
export const locales = ['fr', 'nl', 'en'] as const;

/** The languages of the screens, and of whatever people are told. */
export type Locale = (typeof locales)[number];

/** Languages of the messages of the engine and of the texts of a form: those of the screens, and German. */
export type TextLocale = Locale | 'de';
