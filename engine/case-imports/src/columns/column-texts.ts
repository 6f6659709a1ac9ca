import type { LocalizedText } from '@irisflow/foundation';
import type { CaseColumnKey } from './import-column.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

/** What the lines of an address are called; their field has one label for all of them. */
export const addressLineTexts: Readonly<Record<string, LocalizedText>> = {
  street: text('rue', 'straat', 'street'),
  number: text('numéro', 'nummer', 'number'),
  box: text('boîte', 'bus', 'box'),
  postalCode: text('code postal', 'postcode', 'postal code'),
  municipality: text('commune', 'gemeente', 'municipality'),
};

interface ColumnText {
  readonly label: LocalizedText;
  readonly hint: LocalizedText;
}

/** What the columns beside the answers are called, and what goes in there. */
export const caseColumnTexts: { readonly [K in CaseColumnKey]: ColumnText } = {
  reference: {
    label: text('Référence d’origine', 'Oorspronkelijke referentie', 'Original reference'),
    hint: text(
      'Comment l’ancien système nomme le dossier. La même référence n’est jamais reprise deux fois.',
      'Hoe het oude systeem het dossier noemt. Dezelfde referentie wordt nooit twee keer overgenomen.',
      'What the earlier system calls the case. The same reference is never taken over twice.',
    ),
  },
  'received-on': {
    label: text('Date de réception', 'Datum van ontvangst', 'Date of receipt'),
    hint: text(
      'Le jour où la demande est arrivée.',
      'De dag waarop de aanvraag is binnengekomen.',
      'The day on which the application came in.',
    ),
  },
  'applicant-name': {
    label: text('Nom du demandeur', 'Naam van de aanvrager', 'Name of the applicant'),
    hint: text(
      'Prénom et nom, ou le nom de l’entreprise.',
      'Voornaam en naam, of de naam van de onderneming.',
      'First and last name, or the name of the company.',
    ),
  },
  'applicant-national-number': {
    label: text(
      'Numéro national du demandeur',
      'Rijksregisternummer van de aanvrager',
      'National number of the applicant',
    ),
    hint: text(
      'Relie le dossier aux autres de la même personne.',
      'Verbindt het dossier met de andere van dezelfde persoon.',
      'Links the case to the others of the same person.',
    ),
  },
  'applicant-email': {
    label: text('E-mail du demandeur', 'E-mail van de aanvrager', 'E-mail of the applicant'),
    hint: text(
      'Rien n’y est envoyé pendant la reprise.',
      'Tijdens de overname wordt er niets naartoe gestuurd.',
      'Nothing is sent there during the import.',
    ),
  },
  language: {
    label: text('Langue du dossier', 'Taal van het dossier', 'Language of the case'),
    hint: text(
      'fr, nl ou en. Vide : la langue choisie pour tout le fichier.',
      'fr, nl of en. Leeg: de taal die voor het hele bestand is gekozen.',
      'fr, nl or en. Empty: the language that was chosen for the whole file.',
    ),
  },
  'closed-on': {
    label: text('Date de clôture', 'Datum van afsluiting', 'Date of closure'),
    hint: text(
      'Seulement pour des dossiers classés : la durée de conservation court à partir de ce jour.',
      'Alleen voor afgesloten dossiers: de bewaartermijn loopt vanaf die dag.',
      'Only for closed cases: the time to keep them runs from that day.',
    ),
  },
};
