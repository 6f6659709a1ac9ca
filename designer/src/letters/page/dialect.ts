import { Node, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import type { TableColumn } from '../letter.ts';

/*
 * The closed dialect of letters as the schema of an editor: what it does not name can be neither typed nor pasted. The HTML is
 * only what a clipboard carries from one letter into another.
 */

const Page = Document.extend({ content: '(block | conditional)+' });

const LetterParagraph = Paragraph.extend({
  addAttributes: () => ({
    isFixed: {
      default: false,
      parseHTML: (element: HTMLElement) => element.dataset['fixed'] === 'true',
      renderHTML: ({ isFixed }: { isFixed?: boolean }) => (isFixed === true ? { 'data-fixed': 'true' } : {}),
    },
  }),
});

const LetterItem = ListItem.extend({ content: 'paragraph+' });

export const ListNode = BulletList.extend({
  addAttributes: () => ({
    each: {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset['each'] ?? null,
      renderHTML: ({ each }: { each?: string | null }) => (each == null ? {} : { 'data-each': each }),
    },
  }),
  // Letters number nothing: a list of another text keeps its items.
  parseHTML: () => [{ tag: 'ul' }, { tag: 'ol' }],
});

const columnsOf = (text: string | undefined): TableColumn[] => {
  try {
    const columns: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(columns) ? (columns as TableColumn[]) : [];
  } catch {
    return [];
  }
};

export const FieldNode = Node.create({
  name: 'field',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    path: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['letterField'] ?? '',
      renderHTML: ({ path }: { path: string }) => ({ 'data-letter-field': path }),
    },
    format: {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset['format'] ?? null,
      renderHTML: ({ format }: { format?: string | null }) => (format == null ? {} : { 'data-format': format }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-letter-field]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, `{${String(node.attrs['path'])}}`],
  renderText: ({ node }) => `{${String(node.attrs['path'])}}`,
});

export const TableNode = Node.create({
  name: 'table',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    columns: {
      default: [],
      parseHTML: (element: HTMLElement) => columnsOf(element.dataset['columns']),
      renderHTML: ({ columns }: { columns: TableColumn[] }) => ({ 'data-columns': JSON.stringify(columns) }),
    },
    rows: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['rows'] ?? '',
      renderHTML: ({ rows }: { rows: string }) => ({ 'data-rows': rows }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-letter-table]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-letter-table': '', ...HTMLAttributes }],
});

export const ConditionalNode = Node.create({
  name: 'conditional',
  content: 'block+',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    when: {
      default: 'true',
      parseHTML: (element: HTMLElement) => element.dataset['letterWhen'] ?? 'true',
      renderHTML: ({ when }: { when: string }) => ({ 'data-letter-when': when }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-letter-when]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
});

/** What a letter is made of, beside the parts that have more to them than words. */
export const letterDialect: Extensions = [
  Page,
  LetterParagraph,
  Heading.configure({ levels: [1, 2, 3] }),
  LetterItem,
  ListKeymap,
  Text,
  HardBreak,
  Bold,
  Italic,
];

/** All of it, for who reads and writes documents without showing them. */
export const wholeDialect: Extensions = [...letterDialect, ListNode, FieldNode, TableNode, ConditionalNode];
