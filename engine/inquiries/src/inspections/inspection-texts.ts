import type { LocalizedText } from '@irisflow/foundation';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

/** What a timeline says; who was sent and what was found stands beside it. */
export const inspectionTexts = {
  asked: (label: LocalizedText) =>
    text(
      `Une visite est demandée : ${label.fr}.`,
      `Er wordt een bezoek gevraagd: ${label.nl}.`,
      `A visit is asked for: ${label.en}.`,
    ),
  reported: (label: LocalizedText) =>
    text(
      `Le rapport de visite est rendu : ${label.fr}.`,
      `Het bezoekverslag is er: ${label.nl}.`,
      `The visit is reported: ${label.en}.`,
    ),
  expired: (label: LocalizedText) =>
    text(
      `Le délai de la visite est passé sans rapport : ${label.fr}.`,
      `De termijn van het bezoek is verstreken zonder verslag: ${label.nl}.`,
      `The term of the visit is over without a report: ${label.en}.`,
    ),
  withdrawn: (label: LocalizedText) =>
    text(
      `La visite n’est plus demandée : ${label.fr}.`,
      `Het bezoek wordt niet meer gevraagd: ${label.nl}.`,
      `The visit is no longer asked for: ${label.en}.`,
    ),
};

/** What an inspection found. */
export const findingWords = {
  compliant: text('conforme', 'in orde', 'compliant'),
  partly: text('en partie conforme', 'deels in orde', 'partly compliant'),
  notCompliant: text('non conforme', 'niet in orde', 'not compliant'),
  notSeen: text('la visite n’a pas été possible', 'het bezoek was niet mogelijk', 'the visit was not possible'),
} as const satisfies Record<string, LocalizedText>;
