import type { LocalizedText } from '@irisflow/foundation';
import { inEveryLocale } from '@irisflow/foundation';
import { fillText } from '@irisflow/texts';
import { expectedBy } from '../columns/expected-texts.ts';
import type { ImportColumn } from '../columns/import-column.ts';
import type { Finding, FindingCode } from './finding.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

const expected = text('Attendu : {expected}.', 'Verwacht: {expected}.', 'Expected: {expected}.');

/** `expected` stands for what the column has to hold. */
const texts: { readonly [C in FindingCode]: LocalizedText } = {
  missing: text('Cette case ne peut pas être vide.', 'Deze cel mag niet leeg zijn.', 'This cell cannot be empty.'),
  required: text(
    'Le formulaire demande une réponse ici.',
    'Het formulier vraagt hier een antwoord.',
    'The form asks for an answer here.',
  ),
  date: expected,
  number: expected,
  boolean: expected,
  choice: expected,
  format: expected,
  ambiguous: text(
    'Se lit de deux façons (1.200 : mille deux cents, ou un virgule deux). Dites pour cette colonne quel signe précède les décimales.',
    'Kan op twee manieren worden gelezen (1.200: duizend tweehonderd, of één komma twee). Zeg voor deze kolom welk teken voor de decimalen staat.',
    'Reads in two ways (1.200: one thousand two hundred, or one point two). Say for this column which sign stands before decimals.',
  ),
  scientific: text(
    'Le tableur a arrondi ce numéro : mettez la colonne au format texte et reprenez les chiffres de l’ancien système.',
    'Het rekenblad heeft dit nummer afgerond: zet de kolom op tekst en neem de cijfers opnieuw over uit het oude systeem.',
    'The spreadsheet rounded this number: make the column text and take the digits from the earlier system again.',
  ),
  cells: text(
    'La ligne a {found} cases et l’en-tête {expected} : un séparateur manque ou est de trop.',
    'De regel heeft {found} cellen en de kop {expected}: er ontbreekt een scheidingsteken of er is er een te veel.',
    'The row has {found} cells and the header {expected}: a delimiter is missing or one too many.',
  ),
  rule: text(
    'Le formulaire refuse cette valeur ({rule}). Attendu : {expected}.',
    'Het formulier weigert deze waarde ({rule}). Verwacht: {expected}.',
    'The form refuses this value ({rule}). Expected: {expected}.',
  ),
  toCome: text('Ce jour n’est pas encore venu.', 'Die dag moet nog komen.', 'That day has not come yet.'),
  closedBefore: text(
    'La clôture précède la réception.',
    'De afsluiting valt voor de ontvangst.',
    'The closure is before the receipt.',
  ),
  hidden: text(
    'Le formulaire ne pose pas cette question dans ce cas : la valeur n’est pas reprise.',
    'Het formulier stelt deze vraag in dit geval niet: de waarde wordt niet overgenomen.',
    'The form does not ask this here: the value is not taken over.',
  ),
  twice: text(
    'La ligne {line} a la même référence d’origine.',
    'Regel {line} heeft dezelfde oorspronkelijke referentie.',
    'Line {line} has the same original reference.',
  ),
  known: text(
    'Ce dossier est déjà repris : il ne le sera pas une seconde fois.',
    'Dit dossier is al overgenomen: dat gebeurt geen tweede keer.',
    'This case is taken over already: it will not be a second time.',
  ),
  samePerson: text(
    'La même personne a déjà un dossier de cette démarche : {reference}.',
    'Dezelfde persoon heeft al een dossier van deze procedure: {reference}.',
    'The same person has a case of this procedure already: {reference}.',
  ),
  samePersonInFile: text(
    'La ligne {line} est de la même personne.',
    'Regel {line} is van dezelfde persoon.',
    'Line {line} is of the same person.',
  ),
  termOver: text(
    'Le délai de décision compté depuis la réception est passé le {due}.',
    'De beslissingstermijn vanaf de ontvangst is verstreken op {due}.',
    'The decision term counted from the receipt was over on {due}.',
  ),
  refused: text(
    'La reprise a été refusée : {reason}.',
    'De overname is geweigerd: {reason}.',
    'Taking it over was refused: {reason}.',
  ),
};

const rules: Readonly<Record<string, LocalizedText>> = {
  minimum: text('au moins {limit}', 'minstens {limit}', 'at least {limit}'),
  maximum: text('au plus {limit}', 'hoogstens {limit}', 'at most {limit}'),
  exclusiveMinimum: text('plus que {limit}', 'meer dan {limit}', 'more than {limit}'),
  exclusiveMaximum: text('moins que {limit}', 'minder dan {limit}', 'less than {limit}'),
  multipleOf: text('un multiple de {multipleOf}', 'een veelvoud van {multipleOf}', 'a multiple of {multipleOf}'),
  minLength: text('au moins {limit} caractères', 'minstens {limit} tekens', 'at least {limit} characters'),
  maxLength: text('au plus {limit} caractères', 'hoogstens {limit} tekens', 'at most {limit} characters'),
  minItems: text('au moins {limit}', 'minstens {limit}', 'at least {limit}'),
  maxItems: text('au plus {limit}', 'hoogstens {limit}', 'at most {limit}'),
  dateMin: text('au plus tôt le {limit}', 'ten vroegste op {limit}', 'on {limit} at the earliest'),
  dateMax: text('au plus tard le {limit}', 'ten laatste op {limit}', 'on {limit} at the latest'),
  pattern: text('une autre forme', 'een andere vorm', 'another shape'),
  const: text('la seule réponse possible', 'het enige mogelijke antwoord', 'the only possible answer'),
};
const someRule = text('une règle du formulaire', 'een regel van het formulier', 'a rule of the form');

const asText = (value: string | number | boolean, locale: keyof LocalizedText): string => {
  if (typeof value !== 'number') return String(value);
  return locale === 'en' ? String(value) : String(value).replace('.', ',');
};

/** A finding in words: what was expected of the cell, or what is to be known of the row. */
export const findingText = ({ code, params }: Finding, column: ImportColumn | undefined): LocalizedText =>
  inEveryLocale((locale) => {
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, asText(value, locale)]));
    const rule = fillText((rules[String(params['keyword'])] ?? someRule)[locale], values);
    const wanted = column === undefined ? '' : expectedBy(column.schema)[locale];
    return fillText(texts[code][locale], { ...values, rule, expected: wanted });
  });
