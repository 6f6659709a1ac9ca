import type { Sender } from '@irisflow/branding';
import type { Locale } from '@irisflow/foundation';
import { formatValue } from '@irisflow/letters';

/** The mail that says that a letter has arrived. What the letter says stays behind the sign-in. */
export interface LetterNotice {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** As whom it is written, where that is an administration that says so. */
  readonly sender?: Sender;
}

interface Announced {
  readonly to: string;
  readonly language: Locale;
  readonly reference: string;
  readonly administration: string;
  /** The case on the portal. */
  readonly url: string;
  /** The last day to answer what the letter asks; null when it asks nothing. */
  readonly answerBy: string | null;
  /** Null or left out where it is written as the platform. */
  readonly sender?: Sender | null;
}

type Writer = (announced: Announced) => readonly [subject: string, ...paragraphs: string[]];

const writers: Readonly<Record<Locale, Writer>> = {
  fr: ({ reference, administration, url }) => [
    `Un nouveau courrier dans votre dossier ${reference}`,
    'Bonjour,',
    `Un nouveau courrier vous attend dans votre dossier ${reference}. Connectez-vous pour le lire :\n${url}`,
    'Pour protéger vos données, ce message ne dit rien de son contenu.',
    administration,
  ],
  nl: ({ reference, administration, url }) => [
    `Een nieuwe brief in uw dossier ${reference}`,
    'Goedendag,',
    `Er wacht een nieuwe brief op u in uw dossier ${reference}. Meld u aan om hem te lezen:\n${url}`,
    'Om uw gegevens te beschermen zegt dit bericht niets over de inhoud.',
    administration,
  ],
  en: ({ reference, administration, url }) => [
    `A new letter in your file ${reference}`,
    'Hello,',
    `A new letter awaits you in your file ${reference}. Sign in to read it:\n${url}`,
    'To protect your data, this message says nothing about what is in it.',
    administration,
  ],
};

type Asking = Omit<Announced, 'answerBy'> & { readonly day: string };

/** What is asked stays behind the sign-in; that something is, and until when, must be seen in a full mailbox. */
const askers: Readonly<Record<Locale, (asking: Asking) => readonly [subject: string, ...paragraphs: string[]]>> = {
  fr: ({ reference, administration, url, day }) => [
    `Répondez au plus tard le ${day} : informations demandées pour votre dossier ${reference}`,
    'Bonjour,',
    `Il manque des informations ou des documents pour poursuivre l’examen de votre dossier ${reference}. Répondez au plus tard le ${day}. Connectez-vous pour voir ce qui est demandé et répondre :\n${url}`,
    'Pour protéger vos données, ce message n’en dit pas plus.',
    administration,
  ],
  nl: ({ reference, administration, url, day }) => [
    `Antwoord uiterlijk op ${day}: informatie gevraagd voor uw dossier ${reference}`,
    'Goedendag,',
    `Om uw dossier ${reference} verder te onderzoeken ontbreken informatie of stukken. Antwoord uiterlijk op ${day}. Meld u aan om te zien wat wordt gevraagd en te antwoorden:\n${url}`,
    'Om uw gegevens te beschermen zegt dit bericht niets meer.',
    administration,
  ],
  en: ({ reference, administration, url, day }) => [
    `Answer by ${day}: information needed for your file ${reference}`,
    'Hello,',
    `Information or documents are missing to go on with your file ${reference}. Answer by ${day}. Sign in to see what is asked and to answer:\n${url}`,
    'To protect your data, this message says no more.',
    administration,
  ],
};

type NeutralWriter = (url: string) => readonly [subject: string, ...paragraphs: string[]];

const neutralWriters: Readonly<Record<Locale, NeutralWriter>> = {
  fr: (url) => [
    'Connectez-vous pour lire vos nouvelles',
    'Bonjour,',
    `Il y a du nouveau pour vous. Connectez-vous pour le lire :\n${url}`,
    'Si ce message ne vous dit rien, quelqu’un a donné votre adresse par erreur ; vous pouvez l’ignorer.',
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

/** Said where nobody would read an answer. */
const noReply: Readonly<Record<Locale, string>> = {
  fr: 'Merci de ne pas y répondre.',
  nl: 'Gelieve er niet op te antwoorden.',
  en: 'Please do not reply.',
};

const said = (announced: Announced): readonly string[] => {
  const { language, answerBy } = announced;
  if (answerBy === null) return writers[language](announced);
  return askers[language]({ ...announced, day: formatValue(answerBy, 'date', language) ?? answerBy });
};

/** Writes the notice in the language of the case. */
export const letterNotice = (announced: Announced): LetterNotice => {
  const { to, language, sender = null } = announced;
  const [subject = '', hello = '', news = '', why = '', ...more] = said(announced);
  const closing = (sender?.replyTo ?? null) === null ? `${why} ${noReply[language]}` : why;
  return { ...noticeOf(to, [subject, hello, news, closing, ...more]), ...(sender !== null && { sender }) };
};

/** Says that there is something to read and nothing else: nobody vouches for who reads this address. */
export const neutralNotice = ({ to, language, url }: Pick<Announced, 'to' | 'language' | 'url'>): LetterNotice =>
  noticeOf(to, neutralWriters[language](url));
