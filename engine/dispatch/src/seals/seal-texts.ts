import type { Locale } from '@irisflow/foundation';

interface SealTexts {
  readonly title: (holder: string, moment: string) => string;
  readonly signed: (name: string, capacity: string) => string;
  /** What it is worth on paper. */
  readonly paper: string;
  readonly reason: string;
}

/** What a letter says of its seal, in its own language. */
export const sealTexts: Readonly<Record<Locale, SealTexts>> = {
  fr: {
    title: (holder, moment) => `Cachet électronique de ${holder}, apposé le ${moment}`,
    signed: (name, capacity) => `Signé par ${name}, ${capacity}`,
    paper: 'Le cachet se vérifie dans le fichier PDF ; une copie sur papier ne le porte pas.',
    reason: 'Ce courrier vient de l’administration et n’a pas été modifié.',
  },
  nl: {
    title: (holder, moment) => `Elektronisch zegel van ${holder}, aangebracht op ${moment}`,
    signed: (name, capacity) => `Ondertekend door ${name}, ${capacity}`,
    paper: 'Het zegel wordt in het PDF-bestand gecontroleerd; een kopie op papier draagt het niet.',
    reason: 'Deze brief komt van de administratie en is niet gewijzigd.',
  },
  en: {
    title: (holder, moment) => `Electronic seal of ${holder}, set on ${moment}`,
    signed: (name, capacity) => `Signed by ${name}, ${capacity}`,
    paper: 'The seal is verified in the PDF file; a copy on paper does not carry it.',
    reason: 'This letter comes from the administration and was not changed.',
  },
};
