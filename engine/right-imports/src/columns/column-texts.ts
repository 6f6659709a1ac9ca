import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { fillText } from '@irisflow/texts';
import { type HeadColumnKey, headColumns, type RightColumn } from './right-column.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

interface ColumnText {
  readonly label: LocalizedText;
  readonly hint: LocalizedText;
}

/** What the columns beside the data are called, and what goes in there. */
export const headTexts: { readonly [K in HeadColumnKey]: ColumnText } = {
  number: {
    label: text('Numéro du droit', 'Nummer van het recht', 'Number of the right'),
    hint: text(
      'Le droit garde ce numéro. Deux droits n’ont jamais le même.',
      'Het recht behoudt dit nummer. Twee rechten hebben nooit hetzelfde.',
      'The right keeps this number. No two rights have the same one.',
    ),
  },
  'holder-name': {
    label: text('Nom du titulaire', 'Naam van de houder', 'Name of the holder'),
    hint: text(
      'Prénom et nom, ou le nom de l’entreprise.',
      'Voornaam en naam, of de naam van de onderneming.',
      'First and last name, or the name of the company.',
    ),
  },
  'holder-national-number': {
    label: text('Numéro national du titulaire', 'Rijksregisternummer van de houder', 'National number of the holder'),
    hint: text(
      'D’une personne. Le même numéro est la même personne.',
      'Van een persoon. Hetzelfde nummer is dezelfde persoon.',
      'Of a person. The same number is the same person.',
    ),
  },
  'holder-enterprise-number': {
    label: text(
      'Numéro d’entreprise du titulaire',
      'Ondernemingsnummer van de houder',
      'Enterprise number of the holder',
    ),
    hint: text(
      'D’une entreprise. Le même numéro est la même entreprise.',
      'Van een onderneming. Hetzelfde nummer is dezelfde onderneming.',
      'Of a company. The same number is the same company.',
    ),
  },
  language: {
    label: text('Langue du titulaire', 'Taal van de houder', 'Language of the holder'),
    hint: text('Vide : votre langue.', 'Leeg: uw taal.', 'Empty: your language.'),
  },
  'valid-from': {
    label: text('Valable depuis', 'Geldig sinds', 'Valid since'),
    hint: text('Son premier jour.', 'Zijn eerste dag.', 'Its first day.'),
  },
  'valid-to': {
    label: text('Dernier jour', 'Laatste dag', 'Last day'),
    hint: text(
      'Vide : ce que dit ce type de droit.',
      'Leeg: wat dit soort recht zegt.',
      'Empty: what this kind of right says.',
    ),
  },
  state: {
    label: text('État', 'Toestand', 'State'),
    hint: text(
      'Vide : celui dans lequel un droit commence.',
      'Leeg: die waarin een recht begint.',
      'Empty: the one in which a right begins.',
    ),
  },
  'state-since': {
    label: text('Dans cet état depuis', 'In die toestand sinds', 'In that state since'),
    hint: text(
      'Vide : depuis le premier jour, ou aujourd’hui pour un droit qui est déjà repris.',
      'Leeg: sinds de eerste dag, of vandaag voor een recht dat al overgenomen is.',
      'Empty: since the first day, or today for a right that is taken over already.',
    ),
  },
};

const expected = {
  text: text('un texte', 'een tekst', 'a text'),
  date: text(
    'une date : 31/12/2025 ou 2025-12-31',
    'een datum: 31/12/2025 of 2025-12-31',
    'a date: 31/12/2025 or 2025-12-31',
  ),
  money: text('un montant : 1250,50', 'een bedrag: 1250,50', 'an amount: 1250.50'),
  list: text('des textes séparés par |', 'teksten gescheiden door |', 'texts separated by |'),
  integer: text('un nombre entier', 'een geheel getal', 'a whole number'),
  boolean: text('oui ou non', 'ja of nee', 'yes or no'),
  choice: text('une de ces valeurs : {choices}', 'een van deze waarden: {choices}', 'one of these values: {choices}'),
  nationalNumber: text(
    'un numéro national de 11 chiffres, zéros compris',
    'een rijksregisternummer van 11 cijfers, nullen inbegrepen',
    'a national number of 11 digits, zeros included',
  ),
  enterpriseNumber: text(
    'un numéro d’entreprise de 10 chiffres, zéro compris',
    'een ondernemingsnummer van 10 cijfers, nul inbegrepen',
    'an enterprise number of 10 digits, zero included',
  ),
} as const;

const SHOWN_CHOICES = 8;

const choicesOf = (values: readonly string[]): string =>
  [...values.slice(0, SHOWN_CHOICES), ...(values.length > SHOWN_CHOICES ? ['…'] : [])].join(', ');

const formats: Readonly<Record<string, LocalizedText>> = {
  date: expected.date,
  'be-national-number': expected.nationalNumber,
  'be-enterprise-number': expected.enterpriseNumber,
};

/** What a cell of a column has to hold. */
export const expectedIn = ({ reading }: RightColumn): LocalizedText => {
  if (reading === 'money' || reading === 'list') return expected[reading];
  if (reading.type === 'integer' || reading.type === 'boolean') return expected[reading.type];
  const values = reading.oneOf?.map((choice) => String(choice.const));
  if (values !== undefined)
    return inEveryLocale((locale) => fillText(expected.choice[locale], { choices: choicesOf(values) }));
  return formats[reading.format ?? ''] ?? expected.text;
};

const none = text('', '', '');

/** What else is to be known of a column before it is filled. */
export const hintOf = ({ key }: RightColumn): LocalizedText => {
  const head = headColumns.find((one) => one === key);
  return head === undefined ? none : headTexts[head].hint;
};
