import type { LocalizedText } from '@irisflow/foundation';

/** What can be wrong with the quotas of a folder. */
export const quotaProblemTexts = {
  QUOTA_UNKNOWN: {
    fr: 'Le quota « {subject} » n’est décrit dans aucun fichier .quota.json.',
    nl: 'Het quotum “{subject}” is in geen enkel bestand .quota.json beschreven.',
    en: 'The quota “{subject}” is described in no .quota.json file.',
  },
  QUOTA_RIGHT_UNKNOWN: {
    fr: 'Le quota compte des droits « {subject} », qui ne sont décrits dans aucun fichier .right.json.',
    nl: 'Het quotum telt rechten “{subject}”, die in geen enkel bestand .right.json beschreven zijn.',
    en: 'The quota counts rights “{subject}”, which are described in no .right.json file.',
  },
  QUOTA_CATEGORY_UNKNOWN: {
    fr: 'Le quota compte une catégorie du champ « {subject} » : ce doit être un champ de texte requis du droit, dont la valeur est possible.',
    nl: 'Het quotum telt een categorie van het veld “{subject}”: dat moet een verplicht tekstveld van het recht zijn, en de waarde moet mogelijk zijn.',
    en: 'The quota counts a category of the field “{subject}”: it has to be a required field of text of the right, and the value one that it can have.',
  },
  QUOTA_CEILING_UNKNOWN: {
    fr: 'Le plafond suit le paramètre « {subject} », qui n’est pas dans parameters.json.',
    nl: 'Het plafond volgt de parameter “{subject}”, die niet in parameters.json staat.',
    en: 'The ceiling follows the parameter “{subject}”, which is not in parameters.json.',
  },
  QUOTA_CEILING_NO_COUNT: {
    fr: 'Le paramètre « {subject} » dit combien de places il y a : ses valeurs doivent être des nombres entiers, zéro ou plus.',
    nl: 'De parameter “{subject}” zegt hoeveel plaatsen er zijn: de waarden moeten gehele getallen zijn, nul of meer.',
    en: 'The parameter “{subject}” says how many places there are: its values have to be whole numbers, zero or more.',
  },
} as const satisfies Record<string, LocalizedText>;
