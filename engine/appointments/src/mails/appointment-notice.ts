import { dayOf, timeOf } from '@irisflow/calendar';
import type { LetterNotice } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import type { AppointmentMail } from '../storage/appointments.ts';

interface Said {
  readonly to: string;
  readonly language: Locale;
  readonly mail: AppointmentMail;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly url: string;
}

type Words = Readonly<Record<AppointmentMail, (when: string) => string>> & {
  readonly hello: string;
  readonly more: (url: string) => string;
  readonly at: string;
};

const words: Readonly<Record<Locale, Words>> = {
  fr: {
    hello: 'Bonjour,',
    at: 'à',
    confirmation: (when) => `Votre rendez-vous est fixé au ${when}.`,
    reminder: (when) => `Rappel : vous avez rendez-vous le ${when}.`,
    cancellation: (when) => `Votre rendez-vous du ${when} est annulé.`,
    more: (url) => `Connectez-vous pour voir où, ce qui est à savoir, ou pour changer d’heure :\n${url}`,
  },
  nl: {
    hello: 'Goedendag,',
    at: 'om',
    confirmation: (when) => `Uw afspraak is vastgelegd op ${when}.`,
    reminder: (when) => `Herinnering: u hebt een afspraak op ${when}.`,
    cancellation: (when) => `Uw afspraak van ${when} is geannuleerd.`,
    more: (url) => `Meld u aan om te zien waar, wat u moet weten, of om het uur te wijzigen:\n${url}`,
  },
  en: {
    hello: 'Hello,',
    at: 'at',
    confirmation: (when) => `Your appointment is on ${when}.`,
    reminder: (when) => `Reminder: you have an appointment on ${when}.`,
    cancellation: (when) => `Your appointment of ${when} is canceled.`,
    more: (url) => `Sign in to see where, what there is to know, or to choose another time:\n${url}`,
  },
};

const dateIn = (language: Locale, at: number): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-BE`, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${dayOf(at)}T12:00:00Z`));

/** When somebody is expected and nothing of the matter: for addresses of which it is known whose they are. */
export const appointmentNotice = ({ to, language, mail, from, url }: Said): LetterNotice => {
  const { hello, at, more, ...say } = words[language];
  const sentence = say[mail](`${dateIn(language, from)} ${at} ${timeOf(from)}`);
  return { to, subject: sentence.replace(/\.$/, ''), text: `${[hello, sentence, more(url)].join('\n\n')}\n` };
};
