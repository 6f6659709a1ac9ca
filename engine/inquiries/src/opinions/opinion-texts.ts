import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { OpinionRow } from '../storage/opinions.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

/** A day as people write it here. */
const written = (day: string): string => day.split('-').toReversed().join('/');

export const outcomeWords = {
  favorable: text('favorable', 'gunstig', 'favorable'),
  conditional: text('favorable sous conditions', 'gunstig onder voorwaarden', 'favorable with conditions'),
  unfavorable: text('défavorable', 'ongunstig', 'unfavorable'),
  abstained: text('sans avis', 'onthouding', 'abstention'),
} as const satisfies Record<NonNullable<OpinionRow['outcome']>, LocalizedText>;

const colleague = text('un membre du personnel', 'een personeelslid', 'a member of staff');

/** Who is asked, as the applicant may read it: the office, and no name of anybody in it. */
export const publicName = (
  { label, asked_person: person, asked_name: name }: Pick<OpinionRow, 'label' | 'asked_person' | 'asked_name'>,
  administration: LocalizedText,
): LocalizedText =>
  inEveryLocale((locale) => `${(label ?? (person === null ? name : colleague))[locale]}, ${administration[locale]}`);

/** What a timeline says; it is about the opinion alone, so that applicants and clerks read the same. */
export const opinionTexts = {
  asked: (of: LocalizedText, dueOn: string) =>
    text(
      `Un avis est demandé : ${of.fr}. Réponse attendue pour le ${written(dueOn)}.`,
      `Er wordt een advies gevraagd: ${of.nl}. Antwoord verwacht tegen ${written(dueOn)}.`,
      `An opinion is asked: ${of.en}. An answer is expected by ${written(dueOn)}.`,
    ),
  given: (of: LocalizedText) =>
    text(`L’avis est rendu : ${of.fr}.`, `Het advies is gegeven: ${of.nl}.`, `The opinion is given: ${of.en}.`),
  expired: (of: LocalizedText) =>
    text(
      `Le délai de l’avis est passé sans réponse : ${of.fr}.`,
      `De termijn van het advies is verstreken zonder antwoord: ${of.nl}.`,
      `The term of the opinion is over without an answer: ${of.en}.`,
    ),
  withdrawn: (of: LocalizedText) =>
    text(
      `La demande d’avis est retirée : ${of.fr}.`,
      `De vraag om advies is ingetrokken: ${of.nl}.`,
      `The request for an opinion is withdrawn: ${of.en}.`,
    ),
};
