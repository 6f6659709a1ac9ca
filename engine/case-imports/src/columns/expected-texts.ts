import type { FieldSchema } from '@irisflow/forms';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { fillText } from '@irisflow/texts';
import { caseColumnTexts } from './column-texts.ts';
import type { CaseColumnKey, ImportColumn } from './import-column.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

const kinds = {
  date: text(
    'une date : 31/12/2025 ou 2025-12-31',
    'een datum: 31/12/2025 of 2025-12-31',
    'a date: 31/12/2025 or 2025-12-31',
  ),
  number: text('un nombre : 1250,50', 'een getal: 1250,50', 'a number: 1250.50'),
  integer: text('un nombre entier', 'een geheel getal', 'a whole number'),
  boolean: text('oui ou non', 'ja of nee', 'yes or no'),
  agreed: text('oui : la déclaration a été faite', 'ja: de verklaring is afgelegd', 'yes: the declaration was made'),
  choice: text('une de ces valeurs : {choices}', 'een van deze waarden: {choices}', 'one of these values: {choices}'),
  choices: text(
    'une ou plusieurs de ces valeurs, séparées par | : {choices}',
    'een of meer van deze waarden, gescheiden door |: {choices}',
    'one or more of these values, separated by |: {choices}',
  ),
  string: text('un texte', 'een tekst', 'a text'),
  longest: text(
    'un texte de {limit} caractères au plus',
    'een tekst van hoogstens {limit} tekens',
    'a text of at most {limit} characters',
  ),
} as const;

const formats: Readonly<Record<string, LocalizedText>> = {
  email: text('une adresse e-mail', 'een e-mailadres', 'an e-mail address'),
  phone: text('un numéro de téléphone', 'een telefoonnummer', 'a telephone number'),
  iban: text('un numéro IBAN', 'een IBAN-nummer', 'an IBAN'),
  'be-national-number': text(
    'un numéro national de 11 chiffres, zéros compris',
    'een rijksregisternummer van 11 cijfers, nullen inbegrepen',
    'a national number of 11 digits, zeros included',
  ),
  'be-enterprise-number': text(
    'un numéro d’entreprise de 10 chiffres, zéro compris',
    'een ondernemingsnummer van 10 cijfers, nul inbegrepen',
    'an enterprise number of 10 digits, zero included',
  ),
  'be-establishment-unit': text(
    'un numéro d’unité d’établissement',
    'een vestigingseenheidsnummer',
    'an establishment unit number',
  ),
  'be-structured-communication': text(
    'une communication structurée',
    'een gestructureerde mededeling',
    'a structured communication',
  ),
  'creditor-reference': text('une référence RF', 'een RF-referentie', 'an RF reference'),
  vin: text('un numéro de châssis', 'een chassisnummer', 'a chassis number'),
  'be-plate': text('une plaque', 'een nummerplaat', 'a plate'),
  'be-capakey': text('une clé de parcelle', 'een perceelsleutel', 'a parcel key'),
  'be-commune': text('un code INS de commune', 'een NIS-code van een gemeente', 'an NIS code of a commune'),
  'postal-code-be': text('un code postal de 4 chiffres', 'een postcode van 4 cijfers', 'a postal code of 4 digits'),
};

const SHOWN_CHOICES = 8;

const choicesOf = ({ oneOf = [] }: FieldSchema): string =>
  [
    ...oneOf.slice(0, SHOWN_CHOICES).map((choice) => String(choice.const)),
    ...(oneOf.length > SHOWN_CHOICES ? ['…'] : []),
  ].join(', ');

const filled = (said: LocalizedText, values: Readonly<Record<string, string>>): LocalizedText =>
  inEveryLocale((locale) => fillText(said[locale], values));

/** What a cell has to hold by the schema of its column. */
export const expectedBy = (schema: FieldSchema): LocalizedText => {
  const { type, format, oneOf, items, maxLength } = schema;
  if (oneOf !== undefined) return filled(kinds.choice, { choices: choicesOf(schema) });
  if (type === 'array' && items !== undefined) return filled(kinds.choices, { choices: choicesOf(items) });
  if (type === 'boolean') return schema.const === true ? kinds.agreed : kinds.boolean;
  if (type === 'integer') return kinds.integer;
  if (type === 'number') return kinds.number;
  if (format === 'date') return kinds.date;
  if (format !== undefined) return formats[format] ?? kinds.string;
  return maxLength === undefined ? kinds.string : filled(kinds.longest, { limit: String(maxLength) });
};

const none = text('', '', '');
const isCaseColumn = (key: string): key is CaseColumnKey => Object.hasOwn(caseColumnTexts, key);

/** What else is to be known of a column before it is filled. */
export const hintOf = ({ key }: ImportColumn): LocalizedText => (isCaseColumn(key) ? caseColumnTexts[key].hint : none);
