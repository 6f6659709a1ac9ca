import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';

type Said = (name: LocalizedText, more: string) => LocalizedText;

const said =
  (fr: string, nl: string, en: string): Said =>
  (name, more) =>
    inEveryLocale((locale) =>
      ({ fr, nl, en })[locale].replace('{name}', () => name[locale]).replace('{more}', () => more),
    );

/** What timelines say of a case that is sent on; who it is about reads what is final. */
export const transferTexts = {
  proposed: said(
    'Transfert proposé à : {name}. {more}',
    'Overdracht voorgesteld aan: {name}. {more}',
    'Transfer proposed to: {name}. {more}',
  ),
  withdrawn: said(
    'La proposition de transfert à {name} est retirée.',
    'Het voorstel tot overdracht aan {name} is ingetrokken.',
    'The proposal of a transfer to {name} is withdrawn.',
  ),
  expired: said(
    'La proposition de transfert à {name} est restée sans réponse dans le délai : le dossier reste ici.',
    'Op het voorstel tot overdracht aan {name} kwam binnen de termijn geen antwoord: het dossier blijft hier.',
    'The proposal of a transfer to {name} was not answered in time: the case stays here.',
  ),
  refused: said(
    '{name} refuse le transfert : {more}',
    '{name} weigert de overdracht: {more}',
    '{name} refuses the transfer: {more}',
  ),
  sent: said(
    'Cette administration n’est pas compétente : le dossier est transmis à {name}, où il porte la référence {more}.',
    'Deze administratie is niet bevoegd: het dossier is bezorgd aan {name}, waar het de referentie {more} heeft.',
    'This administration is not competent: the case was sent on to {name}, where its reference is {more}.',
  ),
  received: said(
    'Ce dossier a été transmis par {name}, où il portait la référence {more}.',
    'Dit dossier is bezorgd door {name}, waar het de referentie {more} had.',
    'This case was sent on by {name}, where its reference was {more}.',
  ),
};
