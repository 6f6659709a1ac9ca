import type { LocalizedText } from '@irisflow/foundation';

/** What can be wrong with the kinds of rights of a folder. */
export const rightProblemTexts = {
  RIGHT_SOURCE_FIELD: {
    fr: 'La source donne « {subject} », que le droit ne connaît pas : citez un champ de ses données, ou number, state, effect, validFrom, validTo.',
    nl: 'De bron geeft “{subject}”, dat het recht niet kent: noem een veld van zijn gegevens, of number, state, effect, validFrom, validTo.',
    en: 'The source tells “{subject}”, which the right does not know: name a field of its data, or number, state, effect, validFrom, validTo.',
  },
  RIGHT_SOURCE_NAME: {
    fr: 'Un champ « {subject} » ne peut pas être donné par la source : ce nom est celui d’une réponse de toute source. Donnez-lui un autre nom.',
    nl: 'Een veld “{subject}” kan niet door de bron worden gegeven: zo heet iets in het antwoord van elke bron. Geef het een andere naam.',
    en: 'A field “{subject}” cannot be told by the source: every source answers something of that name. Give it another one.',
  },
  RIGHT_SOURCE_RESTRICTED: {
    fr: 'Le champ « {subject} » est restreint : il ne sort pas de l’administration, ni par la source ni par la vérification publique.',
    nl: 'Het veld “{subject}” is afgeschermd: het verlaat de administratie niet, niet via de bron en niet via de openbare controle.',
    en: 'The field “{subject}” is restricted: it leaves the administration neither by the source nor by the public check.',
  },
  RIGHT_SOURCE_KEY: {
    fr: 'La clé de la source serait « {subject} », plus longue que 63 signes : raccourcissez la clé du droit.',
    nl: 'De sleutel van de bron zou “{subject}” zijn, langer dan 63 tekens: kort de sleutel van het recht in.',
    en: 'The key of the source would be “{subject}”, longer than 63 signs: shorten the key of the right.',
  },
  RIGHT_SOURCE_CLOSED: {
    fr: 'La source « {subject} » n’existe pas, est arrêtée ou n’est pas ouverte à votre administration : elle ne répondra pas.',
    nl: 'De bron “{subject}” bestaat niet, is stopgezet of staat niet open voor uw administratie: ze zal niet antwoorden.',
    en: 'The source “{subject}” does not exist, is stopped or is not open to your administration: it will not answer.',
  },
  RIGHT_UNKNOWN: {
    fr: 'Le droit « {subject} » n’est décrit dans aucun fichier .right.json.',
    nl: 'Het recht “{subject}” is in geen enkel bestand .right.json beschreven.',
    en: 'The right “{subject}” is described in no .right.json file.',
  },
  RIGHT_STATE_TWICE: {
    fr: 'Deux états ont la clé « {subject} » : donnez à chacun la sienne.',
    nl: 'Twee toestanden hebben de sleutel “{subject}”: geef elk een eigen sleutel.',
    en: 'Two states have the key “{subject}”: give each its own.',
  },
  RIGHT_STATE_UNKNOWN: {
    fr: 'Un passage cite l’état « {subject} », qui n’est pas dans la liste des états.',
    nl: 'Een overgang noemt de toestand “{subject}”, die niet in de lijst van toestanden staat.',
    en: 'A move names the state “{subject}”, which is not in the list of states.',
  },
  RIGHT_HELD_STATE: {
    fr: 'Pendant un recours, un droit ne peut pas rester dans l’état « {subject} » ni être terminé : choisissez un autre état sous « whileAppealed ».',
    nl: 'Tijdens een beroep kan een recht niet in de toestand “{subject}” blijven of beëindigd zijn: kies een andere toestand bij “whileAppealed”.',
    en: 'While an appeal runs a right cannot stay in the state “{subject}” or be ended: choose another state under “whileAppealed”.',
  },
  RIGHT_NOT_ACTIVE: {
    fr: 'Un droit est accordé dans son premier état : « {subject} » doit avoir l’effet « active ».',
    nl: 'Een recht wordt in zijn eerste toestand toegekend: “{subject}” moet het gevolg “active” hebben.',
    en: 'A right is granted in its first state: “{subject}” has to have the effect “active”.',
  },
  RIGHT_MOVED_AFTER_END: {
    fr: 'Rien ne suit la fin d’un droit : un passage ne peut pas partir de l’état « {subject} ».',
    nl: 'Na het einde van een recht komt niets: een overgang kan niet uit de toestand “{subject}” vertrekken.',
    en: 'Nothing follows the end of a right: no move can leave the state “{subject}”.',
  },
  RIGHT_FIELD_UNKNOWN: {
    fr: 'Le champ « {subject} » est requis, mais n’est pas décrit.',
    nl: 'Het veld “{subject}” is verplicht, maar niet beschreven.',
    en: 'The field “{subject}” is required, but not described.',
  },
  RIGHT_UNTIL_NO_DAY: {
    fr: 'La validité suit le champ « {subject} » : il doit être requis et être une date.',
    nl: 'De geldigheid volgt het veld “{subject}”: dat moet verplicht en een datum zijn.',
    en: 'Validity follows the field “{subject}”: it has to be required and a date.',
  },
  RIGHT_ROLE_UNKNOWN: {
    fr: 'Le rôle « {subject} » n’est pas déclaré dans procedure.json.',
    nl: 'De rol “{subject}” is niet aangegeven in procedure.json.',
    en: 'The role “{subject}” is not declared in procedure.json.',
  },
  RIGHT_PREFIX_TWICE: {
    fr: 'Deux droits ont des numéros qui commencent par « {subject} » : donnez à chacun son préfixe.',
    nl: 'Twee rechten hebben nummers die met “{subject}” beginnen: geef elk een eigen voorvoegsel.',
    en: 'Two rights have numbers that begin with “{subject}”: give each its own prefix.',
  },
} as const satisfies Record<string, LocalizedText>;
