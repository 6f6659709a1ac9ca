/** The languages every connector speaks. */
export const LOCALES = ['fr', 'nl', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** One text in every language; a missing language does not compile. */
export type LocalizedText = { readonly [L in Locale]: string };
