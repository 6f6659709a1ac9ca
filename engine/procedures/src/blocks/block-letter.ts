import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { LetterTemplate } from '@irisflow/letters';
import type { FolderFile } from '../folder-limits.ts';

type Doc = LetterTemplate['body']['fr'];
type DocBlock = Doc['content'][number];
type Inline = NonNullable<Extract<DocBlock, { type: 'paragraph' }>['content']>;

const salutation: LocalizedText = { fr: 'Madame, Monsieur,', nl: 'Mevrouw, Mijnheer,', en: 'Dear Sir or Madam,' };

const formats = ['date', 'money', 'iban'] as const;
type Format = (typeof formats)[number];
const isFormat = (text: string | undefined): text is Format => formats.some((format) => format === text);

const fieldIn = /\{([\w.]+)(?::(\w+))?\}/;

/** Words with fields between braces, `{values.amount:money}`, as the content of a paragraph. */
const inlineOf = (text: string): Inline =>
  text.split(/(\{[\w.]+(?::\w+)?\})/).flatMap((part): Inline => {
    const [, path, format] = fieldIn.exec(part) ?? [];
    if (path === undefined) return part === '' ? [] : [{ type: 'text', text: part }];
    return [{ type: 'field', path, ...(isFormat(format) ? { format } : {}) }];
  });

const paragraph = (text: string): DocBlock => ({ type: 'paragraph', content: inlineOf(text) });

const listOf = (each: string, text: string): DocBlock => ({
  type: 'bulletList',
  each,
  content: [{ type: 'listItem', content: [{ type: 'paragraph', content: inlineOf(text) }] }],
});

/** What a letter of a block says between its salutation and whom to turn to. */
export interface BlockLetter {
  readonly key: string;
  readonly subject: LocalizedText;
  readonly before: LocalizedText;
  /** A list of the case between both parts, with what is said of each. */
  readonly list?: { readonly each: string; readonly item: string };
  readonly after?: LocalizedText;
}

const bodyOf = ({ before, list, after }: BlockLetter, locale: Locale): Doc => ({
  type: 'doc',
  content: [
    paragraph(salutation[locale]),
    paragraph(before[locale]),
    ...(list === undefined ? [] : [listOf(list.each, list.item)]),
    ...(after === undefined ? [] : [paragraph(after[locale])]),
    paragraph('{contact.name}, {contact.email}, {contact.phone}'),
  ],
});

/** The file of a letter that a block sends where the procedure has none of its own. */
export const blockLetter = (letter: BlockLetter): FolderFile => {
  const { key, subject } = letter;
  const template: LetterTemplate = {
    kind: 'letter',
    formatVersion: 1,
    key,
    subject,
    body: { fr: bodyOf(letter, 'fr'), nl: bodyOf(letter, 'nl'), en: bodyOf(letter, 'en') },
    mandatory: ['contact'],
  };
  return { path: `${key}.letter.json`, content: `${JSON.stringify(template, null, 2)}\n` };
};
