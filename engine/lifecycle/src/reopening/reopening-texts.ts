import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { ReopeningGround } from '../views/reopening.ts';

/** Read by both its applicant and whoever handles it. */
const opened: Readonly<Record<ReopeningGround, LocalizedText>> = {
  newFacts: {
    fr: 'Le dossier est rouvert : il y a un élément nouveau.',
    nl: 'Het dossier is heropend: er is een nieuw element.',
    en: 'The case is reopened: there is something new.',
  },
  error: {
    fr: 'Le dossier est rouvert : une erreur a été constatée.',
    nl: 'Het dossier is heropend: er is een fout vastgesteld.',
    en: 'The case is reopened: a mistake was found.',
  },
  appeal: {
    fr: 'Le dossier est rouvert à la suite d’un recours.',
    nl: 'Het dossier is heropend na een beroep.',
    en: 'The case is reopened after an appeal.',
  },
  request: {
    fr: 'Le dossier est rouvert sur demande.',
    nl: 'Het dossier is heropend op verzoek.',
    en: 'The case is reopened on request.',
  },
};

const proposed: LocalizedText = {
  fr: 'La réouverture du dossier est proposée :',
  nl: 'Voorgesteld om het dossier te heropenen:',
  en: 'It is proposed to reopen the case:',
};

const refused: LocalizedText = {
  fr: 'La réouverture du dossier est refusée :',
  nl: 'Het dossier wordt niet heropend:',
  en: 'The case is not reopened:',
};

/** What timelines say of reopened cases. */
export const reopeningTexts = {
  done: (ground: ReopeningGround, reason: string): LocalizedText =>
    inEveryLocale((locale) => `${opened[ground][locale]} ${reason}`),
  proposed: (reason: string): LocalizedText => inEveryLocale((locale) => `${proposed[locale]} ${reason}`),
  refused: (reason: string): LocalizedText => inEveryLocale((locale) => `${refused[locale]} ${reason}`),
};
