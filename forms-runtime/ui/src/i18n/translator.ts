import { fillText, type Fillings } from '@irisflow/texts';
import { localeTags, type Locale } from './locale.ts';

/** Texts of one language by key. A counted text has two keys: `<key>.one` and `<key>.other`. */
export type Messages<Key extends string = string> = Readonly<Record<Key, string>>;

/** The same keys in every language. */
export type Catalogue<Key extends string = string> = { readonly [L in Locale]: Messages<Key> };

export type MessageValues = Fillings;

/** The part of a counted key before `.one` and `.other`. */
export type CountedKey<Key extends string> = Key extends `${infer Stem}.other` ? Stem : never;

/** Reads texts of one language. */
export interface Translator<Key extends string = string> {
  /** The text of a key with `{name}` places filled in; the key itself when the text is missing. */
  (key: Key, values?: MessageValues): string;
  /** The form of a counted text that fits `count`, which is also available as `{count}`. */
  readonly plural: (key: CountedKey<Key>, count: number, values?: MessageValues) => string;
  readonly locale: Locale;
}

/** Makes a translator over the messages of one language. */
export const createMessageTranslator = <Key extends string>(
  locale: Locale,
  messages: Messages<Key>,
): Translator<Key> => {
  const rules = new Intl.PluralRules(localeTags[locale]);
  const number = new Intl.NumberFormat(localeTags[locale]);
  const read = (key: string): string => (messages as Messages)[key] ?? key;
  const translate = (key: Key, values: MessageValues = {}): string => fillText(read(key), values);
  const plural = (key: CountedKey<Key>, count: number, values: MessageValues = {}): string => {
    const form = rules.select(count) === 'one' ? 'one' : 'other';
    return fillText(read(`${key}.${form}`), { count: number.format(count), ...values });
  };
  return Object.assign(translate, { plural, locale });
};

/** Makes a translator over one language of a catalogue. */
export const createTranslator = <Key extends string>(locale: Locale, catalogue: Catalogue<Key>): Translator<Key> =>
  createMessageTranslator(locale, catalogue[locale]);
