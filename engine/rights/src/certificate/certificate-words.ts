import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { RightStanding } from '../views/right.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

export const certificateWords = {
  title: text('Attestation', 'Attest', 'Certificate'),
  number: text('Numéro', 'Nummer', 'Number'),
  validFrom: text('Valable dès le', 'Geldig vanaf', 'Valid from'),
  validTo: text('Valable jusqu’au', 'Geldig tot', 'Valid until'),
  withoutEnd: text('sans date de fin', 'zonder einddatum', 'without an end'),
  standing: text('Situation', 'Toestand', 'Standing'),
  item: text('Donnée', 'Gegeven', 'Item'),
  value: text('Valeur', 'Waarde', 'Value'),
  check: text(
    'Cette attestation dit ce qui était connu le jour où elle a été établie. Chacun peut vérifier si le droit est encore valable, à l’aide du code ou de cette adresse :',
    'Dit attest zegt wat bekend was op de dag waarop het is opgemaakt. Iedereen kan met de code of dit adres nagaan of het recht nog geldig is:',
    'This certificate says what was known on the day on which it was made. Everybody can check whether the right still holds, by the code or at this address:',
  ),
  codeAlt: text(
    'Code QR avec l’adresse de vérification : ',
    'QR-code met het controleadres: ',
    'QR code with the address to check: ',
  ),
} as const satisfies Record<string, LocalizedText>;

export const standingWords: Readonly<Record<RightStanding, LocalizedText>> = {
  valid: text('valable', 'geldig', 'valid'),
  notYet: text('pas encore valable', 'nog niet geldig', 'not valid yet'),
  suspended: text('suspendu', 'geschorst', 'suspended'),
  ended: text('terminé', 'beëindigd', 'ended'),
  over: text(
    'plus valable : le dernier jour est passé',
    'niet meer geldig: de laatste dag is voorbij',
    'no longer valid: the last day is over',
  ),
};

export type Words = Readonly<Record<keyof typeof certificateWords, string>>;

export const wordsIn = (locale: Locale): Words =>
  Object.fromEntries(Object.entries(certificateWords).map(([key, word]) => [key, word[locale]])) as Words;
