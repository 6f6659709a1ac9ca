// cspell:words niss insz ssin kbo siret siren rijksregister registre entreprise onderneming rekening kaart paspoort identiteit referentie contrat polis telefoon carte
import type { CompiledControl } from './compile-form.ts';
import type { FormFinding } from './lint-form.ts';

/** Words that name an identifier by themselves. */
const IDENTIFIERS = 'niss|insz|nrn|rrn|ssin|iban|bic|ean|kbo|bce|siret|siren|btw|tva|gsm|phone|telephone|telefoon';
/** What has a number that is no quantity: `nationalNumber`, `dossiernummer`, `numeroDeCompte`. */
const NUMBERED =
  'national|rijksregister|register|registre|enterprise|entreprise|company|onderneming|account|compte|rekening|card|carte|kaart|passport|paspoort|identity|identiteit|case|dossier|reference|referentie|contract|contrat|police|polis';
const NUMBER = 'number|nummer|nr|numero|num|id';

const identifier = new RegExp(
  `\\b(?:${IDENTIFIERS})\\b|\\b(?:${NUMBERED})s?[ -]?(?:${NUMBER})\\b|\\b(?:${NUMBER}) (?:(?:of|de|du|van) )?(?:${NUMBERED})\\b`,
);

const wordsOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_.]/g, ' ')
    .toLowerCase();

/** Whole numbers of so many digits are the same for everybody who reads them. */
const LARGEST = 999_999_999_999_999;

const isNumber = ({ schema }: CompiledControl): boolean => schema.type === 'number' || schema.type === 'integer';

const isIdentifier = ({ path, schema }: CompiledControl): boolean =>
  identifier.test(wordsOf(path.at(-1) ?? '')) || (schema.maximum ?? 0) > LARGEST;

const isLooseMoney = ({ widget, schema, options }: CompiledControl): boolean =>
  widget === 'money' &&
  schema.type === 'number' &&
  schema.multipleOf === undefined &&
  schema.readOnly !== true &&
  options.calc === undefined;

const findingOf = (control: CompiledControl): readonly FormFinding[] => {
  const warning = { severity: 'warning', subject: control.id } as const;
  if (!isNumber(control)) return [];
  if (isIdentifier(control))
    return [{ ...warning, code: 'FORM_IDENTIFIER_AS_NUMBER', detail: 'a number loses zeros and digits; ask for text' }];
  return isLooseMoney(control)
    ? [{ ...warning, code: 'FORM_MONEY_WITHOUT_CENTS', detail: 'ask for multiples of 0.01, whole cents, or text' }]
    : [];
};

/** Numbers that should be text, and money that may have any number of decimals. */
export const numberFindings = (controls: readonly CompiledControl[]): readonly FormFinding[] =>
  controls.flatMap((control) => [...findingOf(control), ...numberFindings(control.rows)]);
