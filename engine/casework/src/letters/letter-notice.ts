import type { Locale } from '@irisflow/foundation';

/** The mail that says that a letter has arrived. What the letter says stays behind the sign-in. */
export interface LetterNotice {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

interface Announced {
  readonly to: string;
  readonly language: Locale;
  readonly reference: string;
  readonly administration: string;
  /** The case on the portal. */
  readonly url: string;
}

type Writer = (announced: Announced) => readonly [subject: string, ...paragraphs: string[]];

const writers: Readonly<Record<Locale, Writer>> = {
  fr: ({ reference, administration, url }) => [
    `Un nouveau courrier dans votre dossier ${reference}`,
    'Bonjour,',
    `Un nouveau courrier vous attend dans votre dossier ${reference}. Connectez-vous pour le lire :\n${url}`,
    'Pour protéger vos données, ce message ne dit rien de son contenu. Merci de ne pas y répondre.',
    administration,
  ],
  nl: ({ reference, administration, url }) => [
    `Een nieuwe brief in uw dossier ${reference}`,
    'Goedendag,',
    `Er wacht een nieuwe brief op u in uw dossier ${reference}. Meld u aan om hem te lezen:\n${url}`,
    'Om uw gegevens te beschermen zegt dit bericht niets over de inhoud. Gelieve er niet op te antwoorden.',
    administration,
  ],
  en: ({ reference, administration, url }) => [
    `A new letter in your file ${reference}`,
    'Hello,',
    `A new letter awaits you in your file ${reference}. Sign in to read it:\n${url}`,
    'To protect your data, this message says nothing about what is in it. Please do not reply.',
    administration,
  ],
};

type NeutralWriter = (url: string) => readonly [subject: string, ...paragraphs: string[]];

const neutralWriters: Readonly<Record<Locale, NeutralWriter>> = {
  fr: (url) => [
    'Connectez-vous pour lire vos nouvelles',
    'Bonjour,',
    `Il y a du nouveau pour vous. Connectez-vous pour le lire :\n${url}`,
    'Si ce message ne vous dit rien, quelqu’un a donné votre adresse par erreur ; vous pouvez l’ignorer.',
  ],
  nl: (url) => [
    'Meld u aan om uw nieuws te lezen',
    'Goedendag,',
    `Er is nieuws voor u. Meld u aan om het te lezen:\n${url}`,
    'Zegt dit bericht u niets, dan gaf iemand uw adres per vergissing op; u mag het negeren.',
  ],
  en: (url) => [
    'Sign in to read your news',
    'Hello,',
    `There is news for you. Sign in to read it:\n${url}`,
    'If this message means nothing to you, somebody gave your address by mistake; you may ignore it.',
  ],
};

const noticeOf = (to: string, [subject, ...paragraphs]: readonly string[]): LetterNotice => ({
  to,
  subject: subject ?? '',
  text: `${paragraphs.join('\n\n')}\n`,
});

/** Writes the notice in the language of the case. */
export const letterNotice = (announced: Announced): LetterNotice =>
  noticeOf(announced.to, writers[announced.language](announced));

/** Says that there is something to read and nothing else: nobody vouches for who reads this address. */
export const neutralNotice = ({ to, language, url }: Pick<Announced, 'to' | 'language' | 'url'>): LetterNotice =>
  noticeOf(to, neutralWriters[language](url));
