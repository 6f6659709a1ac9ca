import type { Locale } from '../views/text.ts';

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

/** Writes the notice in the language of the case. */
export const letterNotice = (announced: Announced): LetterNotice => {
  const [subject, ...paragraphs] = writers[announced.language](announced);
  return { to: announced.to, subject, text: `${paragraphs.join('\n\n')}\n` };
};
