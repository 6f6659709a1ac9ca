import type { Locale, LocalizedText } from '@irisflow/client';
import type { Block, Inline, Paragraph } from '../letter.ts';

/** What the letters of administrations say again and again, in the fields that every letter has. */
export const standardParagraphs = [
  'salutation',
  'reference',
  'grounds',
  'signatory',
  'remedies',
  'ombuds',
  'contact',
] as const;
export type StandardParagraph = (typeof standardParagraphs)[number];

const words = {
  salutation: { fr: 'Madame, Monsieur,', nl: 'Mevrouw, Mijnheer,', en: 'Dear Sir or Madam,' },
  reference: {
    fr: 'Votre demande a été introduite le {case.submittedOn|date} sous la référence {case.reference}.',
    nl: 'Uw aanvraag werd ingediend op {case.submittedOn|date} met de referentie {case.reference}.',
    en: 'Your application was submitted on {case.submittedOn|date} under the reference {case.reference}.',
  },
  grounds: {
    fr: 'Cette décision repose sur les motifs suivants\u00a0:',
    nl: 'Deze beslissing steunt op de volgende motieven:',
    en: 'This decision rests on the following grounds:',
  },
  remedies: {
    fr: 'Si vous n’êtes pas d’accord',
    nl: 'Als u niet akkoord gaat',
    en: 'If you do not agree',
  },
  contact: { fr: 'Votre contact', nl: 'Uw contactpersoon', en: 'Your contact' },
} as const satisfies Partial<Record<StandardParagraph, LocalizedText>>;

const fieldIn = /(\{[^{}]+\})/;

/** Words with fields between braces, `{case.submittedOn|date}`. */
const lineOf = (text: string): Inline[] =>
  text.split(fieldIn).flatMap((piece): Inline[] => {
    if (!piece.startsWith('{')) return piece === '' ? [] : [{ type: 'text', text: piece }];
    const [path = '', format] = piece.slice(1, -1).split('|');
    return [{ type: 'field', path, ...(format === 'date' && { format }) }];
  });

const paragraph = (text: string): Paragraph => ({ type: 'paragraph', content: lineOf(text) });
const heading = (text: string): Block => ({ type: 'heading', level: 2, content: [{ type: 'text', text }] });
const eachOf = (each: string): Block => ({
  type: 'bulletList',
  each,
  content: [{ type: 'listItem', content: [paragraph('{item}')] }],
});

const contactParts = [
  ['name', 'capacity', 'service'],
  ['address', 'phone', 'email'],
] as const;
export type Contact = Readonly<Partial<Record<(typeof contactParts)[number][number], unknown>>>;

/** What the procedure declares of its contact; the rest would print a hole. */
const contactLines = (contact: Contact): Block[] =>
  contactParts.map((line) =>
    paragraph(
      line
        .filter((part) => contact[part] !== undefined)
        .map((part) => `{contact.${part}}`)
        .join(', '),
    ),
  );

/** The blocks of a standard paragraph in a language. What it says of the procedure comes from its settings, by its fields. */
export const standardBlocks = (which: StandardParagraph, locale: Locale, contact: Contact): Block[] => {
  switch (which) {
    case 'salutation':
    case 'reference':
      return [paragraph(words[which][locale])];
    case 'grounds':
      return [paragraph(words.grounds[locale]), eachOf('grounds')];
    case 'signatory':
      return [paragraph('{signatory.name}'), paragraph('{signatory.capacity}')];
    case 'remedies':
      return [heading(words.remedies[locale]), eachOf('remedies')];
    case 'ombuds':
      return [paragraph('{ombuds}')];
    case 'contact':
      return [heading(words.contact[locale]), ...contactLines(contact)];
  }
};
