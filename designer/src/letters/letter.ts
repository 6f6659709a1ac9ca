import type { Locale, LocalizedText } from '@irisflow/client';

export interface Mark {
  type: 'bold' | 'italic';
}
/** The closed letter dialect. `field` holds a FEEL expression over the letter's values. */
export interface TextInline {
  type: 'text';
  text: string;
  marks?: Mark[];
}
export interface FieldInline {
  type: 'field';
  path: string;
  format?: 'date' | 'money' | 'iban' | 'text';
  marks?: Mark[];
}
export type Inline = TextInline | FieldInline;

export interface Paragraph {
  type: 'paragraph';
  content?: Inline[];
  /** False where nobody may change it before the letter is signed. */
  editable?: boolean;
}
export interface Heading {
  type: 'heading';
  level: number;
  content?: Inline[];
}
export interface BulletList {
  type: 'bulletList';
  /** FEEL that gives a list: the items are repeated for each entry, which they see as `item`. */
  each?: string;
  content: { type: 'listItem'; content: Paragraph[] }[];
}
export interface Conditional {
  type: 'conditional';
  when: string;
  content: Block[];
}
export interface TableColumn {
  header: string;
  /** FEEL over the row, which it sees as `item`. */
  value: string;
  format?: 'date' | 'money' | 'iban' | 'text';
}
export interface LetterTable {
  type: 'table';
  columns: TableColumn[];
  rows: string;
}
export type Block = Paragraph | Heading | BulletList | Conditional | LetterTable;

export interface LetterDoc {
  type: 'doc';
  content: Block[];
}

export const mandatoryParts = ['contact', 'grounds', 'remedies', 'ombuds', 'signatory'] as const;
export type MandatoryPart = (typeof mandatoryParts)[number];

export interface Letter {
  kind: 'letter';
  formatVersion: 1;
  key: string;
  subject: LocalizedText;
  body: Record<Locale, LetterDoc>;
  mandatory: string[];
}

export const blankDoc = (): LetterDoc => ({ type: 'doc', content: [{ type: 'paragraph' }] });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether what a file says has the outer shape of a letter; parts may be missing, for a draft may be half written. */
export const isLetter = (value: unknown): value is Letter => {
  if (!isObject(value)) return false;
  const { subject = {}, body = {}, mandatory = [] } = value;
  const isNamed = isObject(subject) && Object.values(subject).every((text) => typeof text === 'string');
  return isNamed && isObject(body) && Array.isArray(mandatory);
};
