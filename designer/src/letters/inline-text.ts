import type { FieldInline, Inline, TextInline } from './letter.ts';

/*
 * A block is edited as one line of text: fields between double braces with an optional format after a bar, bold between
 * two stars, italic between underscores. It reads aloud well, works with any keyboard and undoes natively.
 */
const piece = /\{\{([^{}|]+)(?:\|(date|money|text))?\}\}|\*\*([^*]+)\*\*|__([^_]+)__/g;

const writeField = ({ path, format }: FieldInline): string => `{{${path}${format === undefined ? '' : `|${format}`}}}`;

const writeText = ({ text, marks = [] }: TextInline): string => {
  if (marks.includes('bold')) return `**${text}**`;
  return marks.includes('italic') ? `__${text}__` : text;
};

/** The line a person edits. */
export const inlineToText = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'field' ? writeField(inline) : writeText(inline))).join('');

const toInline = ([, path, format, bold, italic]: RegExpMatchArray): Inline => {
  if (path !== undefined) {
    const field: FieldInline = { type: 'field', path: path.trim() };
    return format === undefined ? field : { ...field, format: format as NonNullable<FieldInline['format']> };
  }
  return bold === undefined
    ? { type: 'text', text: italic ?? '', marks: ['italic'] }
    : { type: 'text', text: bold, marks: ['bold'] };
};

/** What the line means; braces and stars that form no pair stay text. */
export const textToInline = (text: string): Inline[] => {
  const content: Inline[] = [];
  let end = 0;
  const addText = (until: number): void => {
    if (until > end) content.push({ type: 'text', text: text.slice(end, until) });
  };
  for (const match of text.matchAll(piece)) {
    addText(match.index);
    content.push(toInline(match));
    end = match.index + match[0].length;
  }
  addText(text.length);
  return content;
};

/** A chip of the preview: text, or a field's path. */
export const inlinePreview = (inline: Inline): string => (inline.type === 'field' ? inline.path : inline.text);
