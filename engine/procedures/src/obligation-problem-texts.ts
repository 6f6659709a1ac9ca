import type { LocalizedText } from '@irisflow/foundation';

/** What can be wrong with the obligations of a folder. */
export const obligationProblemTexts = {
  OBLIGATION_UNKNOWN: {
    fr: 'L’obligation « {subject} » n’est décrite dans aucun fichier .obligation.json.',
    nl: 'De verplichting “{subject}” is in geen enkel bestand .obligation.json beschreven.',
    en: 'The obligation “{subject}” is described in no .obligation.json file.',
  },
  OBLIGATION_RIGHT_UNKNOWN: {
    fr: 'L’obligation porte sur des droits « {subject} », qui ne sont décrits dans aucun fichier .right.json.',
    nl: 'De verplichting rust op rechten “{subject}”, die in geen enkel bestand .right.json beschreven zijn.',
    en: 'The obligation lies on rights “{subject}”, which are described in no .right.json file.',
  },
  OBLIGATION_FORM_UNKNOWN: {
    fr: 'Les titulaires répondent par le formulaire « {subject} », qui n’est pas dans le dossier de la démarche.',
    nl: 'Houders antwoorden met het formulier “{subject}”, dat niet in de map van de procedure zit.',
    en: 'Holders answer by the form “{subject}”, which is not in the folder.',
  },
  OBLIGATION_DUE_UNCLEAR: {
    fr: 'Les échéances se disent soit par « every », avec « month » et « day » au besoin, soit par « on » avec leurs jours.',
    nl: 'Vervaldagen worden gezegd met “every”, zo nodig met “month” en “day”, of met “on” en hun dagen.',
    en: 'Due days are said either by “every”, with “month” and “day” where needed, or by “on” with the days themselves.',
  },
  OBLIGATION_MONTH_UNFIT: {
    fr: 'Le mois {subject} ne convient pas à « {found} » : un trimestre a les mois 1 à 3, une année 1 à 12, et il faut un jour avec lui.',
    nl: 'De maand {subject} past niet bij “{found}”: een kwartaal heeft de maanden 1 tot 3, een jaar 1 tot 12, en er hoort een dag bij.',
    en: 'Month {subject} does not fit “{found}”: a quarter has months 1 to 3, a year 1 to 12, and a day goes with it.',
  },
  OBLIGATION_WINDOW_TOO_LONG: {
    fr: 'L’obligation s’ouvre {subject} jours avant l’échéance : ce doit être {found} jours au plus, sinon elle s’ouvre avant que la précédente soit due.',
    nl: 'De verplichting gaat {subject} dagen voor de vervaldag open: dat mogen er hoogstens {found} zijn, anders gaat ze open voor de vorige vervalt.',
    en: 'The obligation opens {subject} days before it is due: at most {found} are possible, or it opens before the one before is due.',
  },
  OBLIGATION_STEP_TWICE: {
    fr: 'Deux étapes des sanctions ont la clé « {subject} ».',
    nl: 'Twee stappen van de sancties hebben de sleutel “{subject}”.',
    en: 'Two steps of the sanctions have the key “{subject}”.',
  },
  OBLIGATION_STEP_TOO_EARLY: {
    fr: 'L’étape « {subject} » doit venir plus de jours après l’échéance que celle qui la précède.',
    nl: 'De stap “{subject}” moet meer dagen na de vervaldag komen dan de stap ervoor.',
    en: 'The step “{subject}” has to come more days after the due day than the one before it.',
  },
} as const satisfies Record<string, LocalizedText>;
