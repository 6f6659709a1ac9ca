import { locales, type Locale } from '@irisflow/ui';
import type { Block, Inline, Letter, LetterDoc } from './letter.ts';
import { feelOf } from './page/page-words.ts';

/** What a list has of parts: a draft may be half written, and a list that is none has no parts. */
const partsOf = <T extends object>(list: readonly T[] | undefined): readonly T[] =>
  Array.isArray(list) ? list.filter((part: unknown): part is T => typeof part === 'object' && part !== null) : [];

const fieldsOf = (content: readonly Inline[] | undefined): string[] =>
  partsOf(content).flatMap((inline) => (inline.type === 'field' ? [inline.path] : []));

const expressionsOf = (block: Block): string[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return fieldsOf(block.content);
    case 'bulletList':
      return [
        ...(block.each === undefined ? [] : [block.each]),
        ...partsOf(block.content).flatMap((item) => partsOf(item.content).flatMap(({ content }) => fieldsOf(content))),
      ];
    case 'table':
      return [block.rows, ...partsOf(block.columns).map(({ value }) => value)];
    case 'conditional':
      return [block.when, ...partsOf(block.content).flatMap(expressionsOf)];
    default:
      return [];
  }
};

const said = (doc: LetterDoc | undefined): string[] =>
  partsOf(doc?.content)
    .flatMap(expressionsOf)
    .filter((expression: unknown) => typeof expression === 'string')
    .map(feelOf);

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';

const hasWords = (content: readonly Inline[] | undefined): boolean =>
  partsOf(content).some((inline) => inline.type === 'field' || !isBlank(inline.text));

const saysSomething = (block: Block): boolean => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return hasWords(block.content);
    case 'bulletList':
      return partsOf(block.content).some((item) => partsOf(item.content).some(({ content }) => hasWords(content)));
    case 'conditional':
      return partsOf(block.content).some(saysSomething);
    default:
      return true;
  }
};

export const isBlankDoc = (doc: LetterDoc | undefined): boolean => !partsOf(doc?.content).some(saysSomething);

/** What other languages of a letter print, and this one does not. */
export const missingIn = (letter: Letter, language: Locale): string[] => {
  const here = new Set(said(letter.body?.[language]));
  const elsewhere = locales
    .filter((locale) => !isBlankDoc(letter.body?.[locale]))
    .flatMap((locale) => said(letter.body[locale]));
  return isBlankDoc(letter.body?.[language]) ? [] : [...new Set(elsewhere)].filter((one) => !here.has(one));
};

const textOf = (letter: Letter, language: Locale): string =>
  JSON.stringify([letter.subject?.[language], letter.body?.[language]]);

/** Whether another language was changed since the letter was published last, and this one was not. */
export const isBehind = (letter: Letter, published: Letter | null, language: Locale): boolean => {
  if (published === null) return false;
  const changed = locales.filter((locale) => textOf(letter, locale) !== textOf(published, locale));
  return changed.length > 0 && !changed.includes(language);
};
