import { CaseworkError, isVisible, maskedText, type Locale } from '@irisflow/foundation';
import { unprintable } from './letter-glyphs.ts';
import { letterParts, lockOf, paragraphOf, type LetterPart } from './letter-parts.ts';
import type { BlockNode, InlineNode, LetterTemplate, Paragraph } from './letter-template.ts';
import { resolveOne, type Resolving } from './resolve-letter.ts';

/** A part that somebody wrote otherwise: its words as text, its values as the fields that the template has. */
export interface LetterEdit {
  readonly path: string;
  /** As it was written, with values between braces. */
  readonly text: string;
  /** The same of the template. */
  readonly base: string;
  readonly paragraphs: readonly (readonly InlineNode[])[];
}

/** Why a text cannot take the place of a part, and what of it. */
export interface EditProblem {
  readonly keyword: 'locked' | 'required' | 'maxLength' | 'valueMissing' | 'valueUnknown' | 'unprintable';
  readonly found: string;
}

const MOST = 5000;
const MOST_PARAGRAPHS = 30;

const contentOf = (part: LetterPart): readonly InlineNode[] => paragraphOf(part)?.content ?? [];
const fieldsOf = (part: LetterPart) => contentOf(part).filter((inline) => inline.type === 'field');

/** A paragraph that is one value, such as the motivation, is words to whoever edits it. */
const isOneValue = (part: LetterPart): boolean => {
  const [only, ...others] = contentOf(part);
  return only?.type === 'field' && others.length === 0;
};

const textOf = (inline: InlineNode, resolving: Resolving): string => {
  const [block] = resolveOne({ type: 'paragraph', content: [inline] }, { ...resolving, missing: 'show' });
  return block?.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : '';
};

/**
 * A part as somebody edits it: words, and values of the case between braces, which stay values. Null where it is not there
 * now, may not be changed, or cannot be written so.
 */
export const editTextOf = (part: LetterPart, resolving: Resolving): string | null => {
  const { locale } = resolving;
  if (lockOf(part, locale) !== null || resolveOne(part.block, { ...resolving, missing: 'show' }).length === 0)
    return null;
  const whole = contentOf(part)
    .map((inline) => textOf(inline, resolving))
    .join('');
  // What is masked says something else when it is sent: whoever wrote over it would have read nothing of it.
  if (isOneValue(part)) return whole.includes(maskedText) ? null : whole;
  const pieces = contentOf(part).map((inline) => ({ inline, text: textOf(inline, resolving) }));
  if (pieces.some(({ text }) => /[{}]/.test(text))) return null;
  return pieces.map(({ inline, text }) => (inline.type === 'field' ? `{${text}}` : text)).join('');
};

/** Words keep their weight only where all of the part had one. */
const marksOf = (part: LetterPart): InlineNode['marks'] => {
  const [first, ...others] = contentOf(part).map(({ marks = [] }) =>
    marks
      .map(({ type }) => type)
      .toSorted()
      .join(' '),
  );
  const isEven = others.every((one) => one === first);
  return isEven ? contentOf(part)[0]?.marks : undefined;
};

const wordsNode = (text: string, marks: InlineNode['marks']): InlineNode[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks === undefined ? {} : { marks }) }];

interface Reading {
  readonly part: LetterPart;
  readonly resolving: Resolving;
}

/** The fields by what they say now; two that say the same are taken in their order. */
const takeField = (left: { text: string; inline: InlineNode }[], said: string): InlineNode | undefined => {
  const place = left.findIndex(({ text }) => text === said.trim());
  return place < 0 ? undefined : left.splice(place, 1)[0]?.inline;
};

const token = /\{([^{}]*)\}/g;

const readWords = (text: string, { part, resolving }: Reading): InlineNode[][] | EditProblem => {
  const marks = marksOf(part);
  const paragraphs = text.split(/\n{2,}/);
  if (isOneValue(part)) return paragraphs.map((words) => wordsNode(words, marks));
  const left = fieldsOf(part).map((inline) => ({ inline, text: textOf(inline, resolving).trim() }));
  const read: InlineNode[][] = [];
  for (const words of paragraphs) {
    const inlines: InlineNode[] = [];
    let end = 0;
    for (const match of words.matchAll(token)) {
      const field = takeField(left, match[1] ?? '');
      if (field === undefined) return { keyword: 'valueUnknown', found: match[0] };
      inlines.push(...wordsNode(words.slice(end, match.index), marks), field);
      end = match.index + match[0].length;
    }
    const rest = words.slice(end);
    read.push([...inlines, ...wordsNode(rest, marks)]);
  }
  const [lost] = left;
  if (lost !== undefined) return { keyword: 'valueMissing', found: `{${lost.text}}` };
  const stray = read.flat().find((inline) => inline.type === 'text' && /[{}]/.test(inline.text));
  return stray?.type === 'text' ? { keyword: 'valueUnknown', found: /[{}]/.exec(stray.text)?.[0] ?? '' } : read;
};

const hasWords = (inlines: readonly InlineNode[]): boolean =>
  inlines.some((inline) => inline.type === 'field' || isVisible(inline.text));

/** Paper knows no marks that turn the direction of words; on a screen they would say something else than it does. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** What somebody wrote in place of a part of a template, or why it cannot stand there. */
export const readEdit = (
  template: LetterTemplate,
  { path, text: written }: Pick<LetterEdit, 'path' | 'text'>,
  resolving: Resolving,
): LetterEdit | EditProblem => {
  const part = letterParts(template.body[resolving.locale]).find((one) => one.path === path);
  const base = part === undefined ? null : editTextOf(part, resolving);
  if (part === undefined || base === null) return { keyword: 'locked', found: path };
  const text = written.replaceAll(/\r\n?/g, '\n').replaceAll(turning, '').trim();
  if (!isVisible(text)) return { keyword: 'required', found: '' };
  if (text.length > MOST) return { keyword: 'maxLength', found: String(text.length) };
  const [missing] = unprintable(text);
  if (missing !== undefined) return { keyword: 'unprintable', found: missing };
  const read = readWords(text, { part, resolving });
  if ('keyword' in read) return read;
  const paragraphs = read.filter(hasWords);
  if (paragraphs.length > MOST_PARAGRAPHS) return { keyword: 'maxLength', found: String(paragraphs.length) };
  return { path, text, base, paragraphs };
};

const paragraphNodes = ({ paragraphs }: LetterEdit): Paragraph[] =>
  paragraphs.map((content) => ({ type: 'paragraph', content: [...content] }));

const edited = (block: BlockNode, path: string, edits: readonly LetterEdit[]): BlockNode[] => {
  const edit = edits.find((one) => one.path === path);
  if (edit !== undefined) return paragraphNodes(edit);
  if (block.type !== 'conditional') return [block];
  const content = block.content.flatMap((inner, place) => {
    const within = edits.find((one) => one.path === `${path}.${place}`);
    return within === undefined ? [inner] : paragraphNodes(within);
  });
  return [{ ...block, content }];
};

/** A template with what somebody wrote in place of some of its parts. What they wrote is words, never a template. */
export const withEdits = (template: LetterTemplate, locale: Locale, edits: readonly LetterEdit[]): LetterTemplate => ({
  ...template,
  body: {
    ...template.body,
    [locale]: {
      type: 'doc',
      content: template.body[locale].content.flatMap((block, place) => edited(block, String(place), edits)),
    },
  },
});

/** Refuses edits of words that the process has otherwise since: nobody read the letter so. */
export const refuseStale = (template: LetterTemplate, edits: readonly LetterEdit[], resolving: Resolving): void => {
  const parts = letterParts(template.body[resolving.locale]);
  const stale = edits.find((edit) => {
    const part = parts.find(({ path }) => path === edit.path);
    return part === undefined || (isOneValue(part) && editTextOf(part, resolving) !== edit.base);
  });
  if (stale !== undefined)
    throw new CaseworkError(
      'PROPOSAL_CHANGED',
      `Expected part ${stale.path} of the letter as it was when it was edited, but it says something else now`,
    );
};
