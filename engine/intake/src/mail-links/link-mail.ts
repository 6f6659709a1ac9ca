import { dayOf } from '@irisflow/calendar';
import type { LetterNotice } from '@irisflow/casework';
import { instantOf, type Locale } from '@irisflow/foundation';

/** One way in: to an application that was begun on a day, or to a new one. */
export interface WayIn {
  readonly url: string;
  readonly begunAt: Date | string | null;
}

interface Words {
  readonly subject: string;
  readonly fresh: string;
  readonly begun: (day: string) => string;
  readonly rest: (minutes: number) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  fr: {
    subject: 'Votre lien pour continuer',
    fresh: 'Commencer une nouvelle demande :',
    begun: (day) => `Continuer la demande commencée le ${day} :`,
    rest: (minutes) =>
      `Ouvrez le lien dans le navigateur où vous l’avez demandé, dans les ${minutes} minutes. Il ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message : personne n’a accès à vos données.`,
  },
  nl: {
    subject: 'Uw link om verder te gaan',
    fresh: 'Een nieuwe aanvraag beginnen:',
    begun: (day) => `Verdergaan met de aanvraag die u begon op ${day}:`,
    rest: (minutes) =>
      `Open de link in de browser waarin u hem vroeg, binnen ${minutes} minuten. Hij werkt één keer. Hebt u niets gevraagd, dan mag u dit bericht negeren: niemand heeft toegang tot uw gegevens.`,
  },
  en: {
    subject: 'Your link to go on',
    fresh: 'Begin a new application:',
    begun: (day) => `Go on with the application that you began on ${day}:`,
    rest: (minutes) =>
      `Open the link in the browser in which you asked for it, within ${minutes} minutes. It works once. If you asked for nothing, ignore this message: nobody has access to your data.`,
  },
};

const dayText = (at: Date | string): string =>
  dayOf(Date.parse(instantOf(at)))
    .split('-')
    .toReversed()
    .join('/');

/** The same to every address: what was begun from it, if anything, and a new application. */
export const linkMail = (
  to: string,
  { language, ways, minutes }: { readonly language: Locale; readonly ways: readonly WayIn[]; readonly minutes: number },
): LetterNotice => {
  const { subject, fresh, begun, rest } = words[language];
  const lines = ways.map(({ url, begunAt }) => `${begunAt === null ? fresh : begun(dayText(begunAt))}\n${url}`);
  return { to, subject, text: `${[...lines, rest(minutes)].join('\n\n')}\n` };
};
