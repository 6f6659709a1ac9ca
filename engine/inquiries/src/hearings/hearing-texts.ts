import { inEveryLocale, type Locale, type LocalizedText } from '@irisflow/foundation';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

const tags = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' } as const satisfies Readonly<Record<Locale, string>>;

/** A moment as people say it: `mardi 15 décembre 2026 à 10:30`. */
const moment = (at: number): LocalizedText =>
  inEveryLocale((locale) => {
    const zone = { timeZone: 'Europe/Brussels' } as const;
    const written = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'full', ...zone }).format(at);
    // French counts only the first of a month.
    const day = locale === 'fr' ? written.replace(/(?<=\s)1(?=\s)/, '1er') : written;
    const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', ...zone }).format(at);
    return `${day} ${{ fr: 'à', nl: 'om', en: 'at' }[locale]} ${time}`;
  });

export const applicantRole = text('demandeur', 'aanvrager', 'applicant');

/** What a timeline says; who was summoned stands in the letters. */
export const hearingTexts = {
  scheduled: (label: LocalizedText, at: number) => {
    const when = moment(at);
    return text(
      `Une audition est fixée : ${label.fr}, le ${when.fr}.`,
      `Er is een hoorzitting gepland: ${label.nl}, op ${when.nl}.`,
      `A hearing is scheduled: ${label.en}, on ${when.en}.`,
    );
  },
  moved: (label: LocalizedText, at: number) => {
    const when = moment(at);
    return text(
      `L’audition est déplacée au ${when.fr} : ${label.fr}.`,
      `De hoorzitting is verplaatst naar ${when.nl}: ${label.nl}.`,
      `The hearing is moved to ${when.en}: ${label.en}.`,
    );
  },
  canceled: (label: LocalizedText) =>
    text(
      `L’audition est annulée : ${label.fr}.`,
      `De hoorzitting gaat niet door: ${label.nl}.`,
      `The hearing is canceled: ${label.en}.`,
    ),
  held: (label: LocalizedText) =>
    text(
      `L’audition a eu lieu : ${label.fr}. Le procès-verbal est au dossier.`,
      `De hoorzitting heeft plaatsgevonden: ${label.nl}. Het verslag zit in het dossier.`,
      `The hearing took place: ${label.en}. Its minutes are in the file.`,
    ),
  missed: (label: LocalizedText) =>
    text(
      `Personne ne s’est présenté à l’audition : ${label.fr}.`,
      `Niemand kwam naar de hoorzitting: ${label.nl}.`,
      `Nobody came to the hearing: ${label.en}.`,
    ),
  wished: (label: LocalizedText) =>
    text(
      `Une autre date est demandée pour l’audition : ${label.fr}.`,
      `Er wordt een andere datum gevraagd voor de hoorzitting: ${label.nl}.`,
      `Another time is asked for the hearing: ${label.en}.`,
    ),
  wishDeclined: (label: LocalizedText) =>
    text(
      `L’audition garde sa date : ${label.fr}.`,
      `De hoorzitting behoudt haar datum: ${label.nl}.`,
      `The hearing keeps its time: ${label.en}.`,
    ),
};
