import type { Locale } from '@irisflow/foundation';
import { formatValue } from '@irisflow/letters';
import type { LetterNotice } from './letter-notice.ts';

interface Said {
  readonly to: string;
  readonly language: Locale;
  /** The last day on which what was begun can be filed. */
  readonly until: string;
  readonly url: string;
}

type Writer = (until: string, url: string) => readonly [subject: string, ...paragraphs: string[]];

const writers: Readonly<Record<Locale, Writer>> = {
  fr: (until, url) => [
    `Envoyez au plus tard le ${until} la demande que vous avez commencée`,
    'Bonjour,',
    `Vous avez commencé une demande sans l’envoyer. La démarche s’arrête : vous pouvez encore envoyer votre demande jusqu’au ${until} inclus. Après ce jour, ce ne sera plus possible.`,
    `Connectez-vous pour la terminer, et pour voir ce qui remplace cette démarche :\n${url}`,
    'Pour protéger vos données, ce message n’en dit pas plus.',
  ],
  nl: (until, url) => [
    `Verstuur uiterlijk op ${until} de aanvraag die u begonnen bent`,
    'Goedendag,',
    `U bent een aanvraag begonnen en hebt ze niet verstuurd. De procedure stopt: u kunt uw aanvraag nog versturen tot en met ${until}. Daarna kan het niet meer.`,
    `Meld u aan om ze af te werken, en om te zien wat deze procedure vervangt:\n${url}`,
    'Om uw gegevens te beschermen zegt dit bericht niets meer.',
  ],
  en: (until, url) => [
    `Send the application that you began by ${until}`,
    'Hello,',
    `You began an application and did not send it. The procedure ends: you can still send your application until ${until}. After that day it will not be possible any more.`,
    `Sign in to finish it, and to see what takes the place of this procedure:\n${url}`,
    'To protect your data, this message says no more.',
  ],
};

/** That what somebody began has a last day, and nothing of what it is about. */
export const retirementNotice = ({ to, language, until, url }: Said): LetterNotice => {
  const day = formatValue(until, 'date', language) ?? until;
  const [subject, ...paragraphs] = writers[language](day, url);
  return { to, subject, text: `${paragraphs.join('\n\n')}\n` };
};
