import type { LetterTemplate } from '@irisflow/letters';
import type { Locale } from '@irisflow/foundation';

type Block = LetterTemplate['body'][Locale]['content'][number];

const text = (words: string) => ({ type: 'text' as const, text: words });
const field = (path: string, format?: 'date') => ({
  type: 'field' as const,
  path,
  ...(format === undefined ? {} : { format }),
});
const paragraph = (...content: readonly (ReturnType<typeof text> | ReturnType<typeof field>)[]): Block => ({
  type: 'paragraph',
  content: [...content],
});

interface Words {
  readonly received: readonly [string, string, string];
  readonly reference: string;
  readonly due: readonly [string, string];
  readonly documents: string;
  readonly contact: readonly [string, string];
}

const bodyOf = ({ received, reference, due, documents, contact }: Words) => ({
  type: 'doc' as const,
  content: [
    paragraph(
      text(received[0]),
      field('values.title'),
      text(received[1]),
      field('values.receivedOn', 'date'),
      text(received[2]),
    ),
    paragraph(text(reference), field('case.reference')),
    {
      type: 'conditional' as const,
      when: 'values.dueOn != null',
      content: [{ type: 'paragraph' as const, content: [text(due[0]), field('values.dueOn', 'date'), text(due[1])] }],
    },
    {
      type: 'conditional' as const,
      when: 'count(values.documents) > 0',
      content: [
        { type: 'paragraph' as const, content: [text(documents)] },
        {
          type: 'bulletList' as const,
          each: 'values.documents',
          content: [{ type: 'listItem' as const, content: [{ type: 'paragraph' as const, content: [field('item')] }] }],
        },
      ],
    },
    paragraph(text(contact[0]), field('contact.email'), text(contact[1]), field('contact.phone'), text('.')),
  ],
});

/** What somebody takes home from the counter, in the language of their case. */
export const receiptLetter: LetterTemplate = {
  kind: 'letter',
  formatVersion: 1,
  key: 'receipt',
  subject: { fr: 'Accusé de réception', nl: 'Ontvangstbewijs', en: 'Receipt' },
  body: {
    fr: bodyOf({
      received: ['Nous avons bien reçu votre demande « ', ' » le ', '.'],
      reference: 'Référence de votre dossier : ',
      due: ['Nous devons décider au plus tard le ', ', sauf si le délai est suspendu.'],
      documents: 'Documents reçus :',
      contact: ['Une question ? Écrivez à ', ' ou téléphonez au '],
    }),
    nl: bodyOf({
      received: ['Wij hebben uw aanvraag “', '” ontvangen op ', '.'],
      reference: 'Referentie van uw dossier: ',
      due: ['Wij moeten beslissen uiterlijk op ', ', tenzij de termijn wordt geschorst.'],
      documents: 'Ontvangen documenten:',
      contact: ['Een vraag? Schrijf naar ', ' of bel '],
    }),
    en: bodyOf({
      received: ['We received your application “', '” on ', '.'],
      reference: 'Reference of your case: ',
      due: ['We have to decide by ', ' at the latest, unless the term is suspended.'],
      documents: 'Documents received:',
      contact: ['A question? Write to ', ' or call '],
    }),
  },
  mandatory: ['contact'],
};
