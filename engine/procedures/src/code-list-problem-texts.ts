import type { LocalizedText } from '@irisflow/foundation';

/** What can be wrong with the code lists of a folder, and with the fields that take their choices from them. */
export const codeListProblemTexts = {
  CODES_UNKNOWN: {
    fr: 'Les choix du champ « {subject} » viennent de la liste de codes « {found} », qui n’existe pas.',
    nl: 'De keuzes van het veld “{subject}” komen uit de codelijst “{found}”, die niet bestaat.',
    en: 'The choices of the field “{subject}” come from the code list “{found}”, which does not exist.',
  },
  CODES_UNDER_OTHER: {
    fr: 'Le champ « {subject} » n’aurait jamais de choix : aucun code de la liste « {found} » ne dépend d’une réponse au champ sous lequel il se trouve.',
    nl: 'Het veld “{subject}” zou nooit een keuze hebben: geen enkele code van de lijst “{found}” hangt af van een antwoord op het veld waaronder het staat.',
    en: 'The field “{subject}” would never have a choice: no code of the list “{found}” belongs to an answer of the field that it stands under.',
  },
  CODES_EMPTY: {
    fr: 'La liste de codes « {subject} » n’a pas de code.',
    nl: 'De codelijst “{subject}” heeft geen codes.',
    en: 'The code list “{subject}” has no code.',
  },
  CODES_UNUSED: {
    fr: 'Aucun champ et aucune liste n’utilise la liste de codes « {subject} ».',
    nl: 'Geen enkel veld en geen enkele lijst gebruikt de codelijst “{subject}”.',
    en: 'No field and no list uses the code list “{subject}”.',
  },
  CODES_PARENTS_UNKNOWN: {
    fr: 'Les codes dépendent de ceux de la liste « {subject} », qui n’existe pas.',
    nl: 'De codes hangen af van die van de lijst “{subject}”, die niet bestaat.',
    en: 'The codes belong to those of the list “{subject}”, which does not exist.',
  },
  CODE_TWICE: {
    fr: 'Le code « {subject} » est deux fois dans la liste.',
    nl: 'De code “{subject}” staat twee keer in de lijst.',
    en: 'The code “{subject}” is in the list twice.',
  },
  CODE_PARENT_UNKNOWN: {
    fr: 'Le code « {subject} » dépend de « {found} », qui n’est pas un code de la liste dont ils dépendent.',
    nl: 'De code “{subject}” hangt af van “{found}”, dat geen code is van de lijst waarvan ze afhangen.',
    en: 'The code “{subject}” belongs to “{found}”, which is no code of the list that they belong to.',
  },
  CODE_PARENT_MISSING: {
    fr: 'Le code « {subject} » ne dépend d’aucun autre : un champ qui dépend d’une réponse ne l’offrira jamais.',
    nl: 'De code “{subject}” hangt van geen andere af: een veld dat van een antwoord afhangt, biedt hem nooit aan.',
    en: 'The code “{subject}” belongs to no other one: a field that stands under an answer will never offer it.',
  },
  CODE_DAYS: {
    fr: 'Le code « {subject} » finit avant d’avoir commencé.',
    nl: 'De code “{subject}” eindigt voor hij begonnen is.',
    en: 'The code “{subject}” ends before it begins.',
  },
} as const satisfies Record<string, LocalizedText>;
