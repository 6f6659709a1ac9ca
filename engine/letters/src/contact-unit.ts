import { LocalizedText, nullable, type Locale } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { contactIn, type DeclaredContact } from './contact-text.ts';
import type { ResolvedBlock, ResolvedLetter } from './resolve-letter.ts';
import { plain, strong } from './write-spans.ts';

/** Whom a letter that goes to many people names for questions, in place of one clerk. */
export const ContactUnit = Type.Object({
  /** Of the service. */
  name: LocalizedText,
  /** Somebody of it; null where nobody is named. */
  person: nullable(Type.String({ minLength: 1, maxLength: 100 })),
  address: LocalizedText,
  phone: Type.String({ minLength: 3, maxLength: 40 }),
  email: Type.String({ minLength: 3, maxLength: 254 }),
  /** When it can be reached. */
  hours: LocalizedText,
});
export type ContactUnit = Static<typeof ContactUnit>;

/** From more recipients than this on, a letter names a unit. */
export const MOST_FOR_ONE_CLERK = 100;

const words: Readonly<Record<Locale, string>> = {
  fr: 'unité de contact',
  nl: 'contacteenheid',
  en: 'contact unit',
};

/** What stands in the letter and in its foot where its template names whom to ask. */
const unitIn = (
  { name, person, address, phone, email }: ContactUnit,
  locale: Locale,
): ReturnType<typeof contactIn> => ({
  name: person ?? name[locale],
  capacity: words[locale],
  service: name[locale],
  address: address[locale],
  email,
  phone,
});

const linesOf = ({ name, person, address, phone, email, hours }: ContactUnit, locale: Locale): string[] => [
  person === null ? name[locale] : `${name[locale]} – ${person}`,
  ...address[locale].split('\n'),
  `${phone} · ${email}`,
  hours[locale],
];

/** The whole of it below a letter, whatever the template names. */
const unitBlock = (unit: ContactUnit, locale: Locale): ResolvedBlock => ({
  kind: 'list',
  items: [
    [
      [strong(words[locale].replace(/^./, (first) => first.toUpperCase()))],
      ...linesOf(unit, locale).map((line) => [plain(line)]),
    ],
  ],
});

/** Whom a letter names for questions: the unit where it goes to many, else whom its procedure declares. */
export const contactOf = (declared: DeclaredContact, unit: ContactUnit | null, locale: Locale) =>
  unit === null ? contactIn(declared, locale) : unitIn(unit, locale);

export const withUnit = (letter: ResolvedLetter, unit: ContactUnit | null): ResolvedLetter =>
  unit === null ? letter : { ...letter, blocks: [...letter.blocks, unitBlock(unit, letter.locale)] };
