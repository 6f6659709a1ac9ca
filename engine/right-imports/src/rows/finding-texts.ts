import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { fillText } from '@irisflow/texts';
import { expectedIn } from '../columns/column-texts.ts';
import type { RightColumn } from '../columns/right-column.ts';
import type { Finding, FindingCode } from './finding.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

const expected = text('Attendu : {expected}.', 'Verwacht: {expected}.', 'Expected: {expected}.');

/** `expected` stands for what the column has to hold. */
const texts: { readonly [C in FindingCode]: LocalizedText } = {
  missing: text('Cette case ne peut pas être vide.', 'Deze cel mag niet leeg zijn.', 'This cell cannot be empty.'),
  date: expected,
  number: expected,
  boolean: expected,
  choice: expected,
  format: expected,
  money: expected,
  ambiguous: text(
    'Se lit de deux façons (1.200 : mille deux cents, ou un virgule deux). Écrivez 1200,00.',
    'Kan op twee manieren worden gelezen (1.200: duizend tweehonderd, of één komma twee). Schrijf 1200,00.',
    'Reads in two ways (1.200: one thousand two hundred, or one point two). Write 1200.00.',
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
    'Ce type de droit refuse cette valeur.',
    'Dit soort recht weigert deze waarde.',
    'This kind of right refuses this value.',
  ),
  unknownHolder: text(
    'Titulaire inconnu : donnez son numéro national ou son numéro d’entreprise.',
    'Onbekende houder: geef het rijksregisternummer of het ondernemingsnummer.',
    'Unknown holder: give a national number or an enterprise number.',
  ),
  twoHolders: text(
    'Un titulaire est une personne ou une entreprise : donnez un seul des deux numéros.',
    'Een houder is een persoon of een onderneming: geef één van beide nummers.',
    'A holder is a person or a company: give one of both numbers.',
  ),
  endsBefore: text(
    'Le dernier jour précède le premier.',
    'De laatste dag valt voor de eerste.',
    'The last day is before the first.',
  ),
  stateBefore: text(
    'L’état commence avant le droit lui-même.',
    'De toestand begint voor het recht zelf.',
    'The state begins before the right itself.',
  ),
  toCome: text('Ce jour n’est pas encore venu.', 'Die dag moet nog komen.', 'That day has not come yet.'),
  over: text(
    'Ce droit est déjà terminé : il est repris pour l’histoire, et aucun processus ne commence.',
    'Dit recht is al afgelopen: het wordt overgenomen voor de geschiedenis en er begint geen proces.',
    'This right is over already: it is taken over for the record, and no process begins.',
  ),
  twice: text(
    'La ligne {line} a le même numéro.',
    'Regel {line} heeft hetzelfde nummer.',
    'Line {line} has the same number.',
  ),
  taken: text(
    'Un droit d’un autre type a déjà ce numéro.',
    'Een recht van een ander soort heeft dit nummer al.',
    'A right of another kind has this number already.',
  ),
  otherHolder: text(
    'Ce droit est déjà repris pour un autre titulaire.',
    'Dit recht is al overgenomen voor een andere houder.',
    'This right is taken over already for another holder.',
  ),
  otherBegin: text(
    'Ce droit est déjà repris avec un autre premier jour : {day}.',
    'Dit recht is al overgenomen met een andere eerste dag: {day}.',
    'This right is taken over already with another first day: {day}.',
  ),
  ended: text(
    'Ce droit a pris fin ici : rien ne suit une fin.',
    'Dit recht is hier beëindigd: na een einde volgt niets.',
    'This right ended here: nothing follows an end.',
  ),
  noMove: text(
    'Ce type de droit ne passe pas de l’état qu’il a ici à celui du fichier.',
    'Dit soort recht gaat niet van zijn toestand hier naar die van het bestand.',
    'This kind of right does not go from its state here to the one of the file.',
  ),
  refused: text(
    'La reprise a été refusée : {reason}.',
    'De overname is geweigerd: {reason}.',
    'Taking it over was refused: {reason}.',
  ),
};

/** A finding in words: what was expected of the cell, or what is to be known of the row. */
export const findingText = ({ code, params }: Finding, column: RightColumn | undefined): LocalizedText =>
  inEveryLocale((locale) => {
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
    const wanted = column === undefined ? {} : { expected: expectedIn(column)[locale] };
    return fillText(texts[code][locale], { ...wanted, ...values });
  });
