import type { LocalizedText } from '@irisflow/foundation';

const monthNames = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  en: 'January February March April May June July August September October November December',
} as const;

const inWords = (month: string, language: keyof typeof monthNames): string =>
  `${monthNames[language].split(' ')[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;

interface Settled {
  readonly sourceName: LocalizedText;
  /** From which it counts, as `2026-12`; null where it is left aside. */
  readonly month: string | null;
}

/** What the applicant and the office read of it. */
export const changeTexts = ({ sourceName, month }: Settled): LocalizedText =>
  month === null
    ? {
        fr: `Un changement dans une source n’est pas pris en compte dans ce dossier : ${sourceName.fr}`,
        nl: `Met een wijziging bij een bron wordt in dit dossier geen rekening gehouden: ${sourceName.nl}`,
        en: `A change at a source is not taken into account in this case: ${sourceName.en}`,
      }
    : {
        fr: `Un changement dans une source est pris en compte à partir de ${inWords(month, 'fr')} : ${sourceName.fr}`,
        nl: `Met een wijziging bij een bron wordt rekening gehouden vanaf ${inWords(month, 'nl')}: ${sourceName.nl}`,
        en: `A change at a source is taken into account from ${inWords(month, 'en')} on: ${sourceName.en}`,
      };
