import type { Locale } from '@irisflow/foundation';
import type { LetterTemplate } from '@irisflow/letters';

interface Words {
  readonly period: readonly [string, string, string];
  readonly none: string;
  readonly headers: readonly [string, string, string, string];
  readonly rights: string;
}

const text = (words: string) => ({ type: 'text' as const, text: words });
const field = (path: string) => ({ type: 'field' as const, path, format: 'date' as const });

const bodyOf = ({ period, none, headers, rights }: Words) => ({
  type: 'doc' as const,
  content: [
    {
      type: 'paragraph' as const,
      content: [text(period[0]), field('values.from'), text(period[1]), field('values.to'), text(period[2])],
    },
    {
      type: 'conditional' as const,
      when: 'count(values.traces) = 0',
      content: [{ type: 'paragraph' as const, content: [text(none)] }],
    },
    {
      type: 'conditional' as const,
      when: 'count(values.traces) > 0',
      content: [
        {
          type: 'table' as const,
          rows: 'values.traces',
          columns: [
            { header: headers[0], value: 'item.at' },
            { header: headers[1], value: 'item.what' },
            { header: headers[2], value: 'item.why' },
            { header: headers[3], value: 'item.reference' },
          ],
        },
      ],
    },
    { type: 'paragraph' as const, content: [text(rights)] },
  ],
});

/** What a reading at the office is called to the person whose file it was. */
export const readingWords: Readonly<Record<Locale, string>> = {
  fr: 'Lecture au service',
  nl: 'Inzage bij de dienst',
  en: 'Read at the office',
};

/** Who looked at somebody's data, to hand to them. */
export const tracesLetter: LetterTemplate = {
  kind: 'letter',
  formatVersion: 1,
  key: 'traces',
  subject: {
    fr: 'Qui a consulté vos données',
    nl: 'Wie uw gegevens heeft geraadpleegd',
    en: 'Who looked at your data',
  },
  body: {
    fr: bodyOf({
      period: ['Voici qui a consulté vos données chez nous du ', ' au ', '.'],
      none: 'Personne ne les a consultées pendant cette période.',
      headers: ['Quand', 'Quoi', 'Pourquoi', 'Dossier'],
      rights:
        'Vous pouvez demander d’autres explications, faire rectifier une donnée fausse, ou vous adresser à l’Autorité de protection des données.',
    }),
    nl: bodyOf({
      period: ['Dit is wie bij ons uw gegevens heeft geraadpleegd van ', ' tot ', '.'],
      none: 'Niemand heeft ze in die periode geraadpleegd.',
      headers: ['Wanneer', 'Wat', 'Waarom', 'Dossier'],
      rights:
        'U kunt meer uitleg vragen, een fout gegeven laten rechtzetten, of u tot de Gegevensbeschermingsautoriteit wenden.',
    }),
    en: bodyOf({
      period: ['This is who looked at your data at our office from ', ' to ', '.'],
      none: 'Nobody looked at them in this period.',
      headers: ['When', 'What', 'Why', 'Case'],
      rights:
        'You may ask for more explanation, have a wrong datum put right, or turn to the Data Protection Authority.',
    }),
  },
  mandatory: [],
};
