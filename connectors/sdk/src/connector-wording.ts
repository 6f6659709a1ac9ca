import type { LocalizedText } from './localized-text.ts';

/** The words around every connector in the designer and in the documentation. */
export const WORDING = {
  category: { fr: 'Connecteurs', nl: 'Connectoren', en: 'Connectors' },
  input: { fr: 'Entrée', nl: 'Invoer', en: 'Input' },
  output: { fr: 'Résultat', nl: 'Resultaat', en: 'Result' },
  consultation: { fr: 'Consultation', nl: 'Raadpleging', en: 'Consultation' },
  execution: { fr: 'Exécution', nl: 'Uitvoering', en: 'Execution' },
  retries: { fr: 'Nombre de tentatives', nl: 'Aantal pogingen', en: 'Number of tries' },
  resultVariable: { fr: 'Variable de résultat', nl: 'Resultaatvariabele', en: 'Result variable' },
  resultVariableHint: {
    fr: 'Le résultat est placé dans cette variable du processus.',
    nl: 'Het resultaat komt in deze procesvariabele.',
    en: 'The result is put in this process variable.',
  },
  authorization: {
    fr: 'Finalité, base légale et champs utilisables viennent de l’autorisation accordée par un administrateur. Sans elle : NO_AUTHORIZATION, et la source n’est pas interrogée.',
    nl: 'Doeleinde, rechtsgrond en bruikbare velden komen uit de machtiging die een beheerder verleende. Zonder machtiging: NO_AUTHORIZATION, en de bron wordt niet bevraagd.',
    en: 'Purpose, legal basis and usable fields come from the authorization that an administrator granted. Without it: NO_AUTHORIZATION, and the source is not asked.',
  },
  caseVariable: {
    fr: 'Le processus doit appartenir à un dossier (variable `caseHandle`, donnée par la plateforme).',
    nl: 'Het proces moet bij een dossier horen (variabele `caseHandle`, gegeven door het platform).',
    en: 'The process must belong to a case (variable `caseHandle`, given by the platform).',
  },
  field: { fr: 'Champ', nl: 'Veld', en: 'Field' },
  meaning: { fr: 'Signification', nl: 'Betekenis', en: 'Meaning' },
  type: { fr: 'Type', nl: 'Type', en: 'Type' },
  required: { fr: 'obligatoire', nl: 'verplicht', en: 'required' },
  optional: { fr: 'facultatif', nl: 'optioneel', en: 'optional' },
  errors: {
    fr: 'Réponses métier (erreurs BPMN)',
    nl: 'Zakelijke antwoorden (BPMN-fouten)',
    en: 'Business answers (BPMN errors)',
  },
  code: { fr: 'Code', nl: 'Code', en: 'Code' },
  technical: { fr: 'Pannes techniques', nl: 'Technische storingen', en: 'Technical failures' },
  technicalText: {
    fr: 'Une panne technique est retentée d’elle-même ; après la dernière tentative, un agent est prévenu (incident).',
    nl: 'Een technische storing wordt vanzelf opnieuw geprobeerd; na de laatste poging wordt iemand verwittigd (incident).',
    en: 'A technical failure is tried again by itself; after the last try a person is told (incident).',
  },
  longestTime: {
    fr: 'Durée maximale d’une tentative',
    nl: 'Langste duur van een poging',
    en: 'Longest time of one try',
  },
  firstPause: {
    fr: 'Première pause (double à chaque fois)',
    nl: 'Eerste pauze (verdubbelt telkens)',
    en: 'First pause (doubles each time)',
  },
  configuration: {
    fr: 'Configuration par l’exploitant',
    nl: 'Configuratie door de beheerder',
    en: 'Configuration by the operator',
  },
  secret: { fr: 'secret', nl: 'geheim', en: 'secret' },
  setting: { fr: 'paramètre', nl: 'instelling', en: 'setting' },
  example: { fr: 'Exemple d’entrée', nl: 'Voorbeeld van invoer', en: 'Example of input' },
  source: { fr: 'Source authentique', nl: 'Authentieke bron', en: 'Authentic source' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
