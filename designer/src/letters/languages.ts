import { locales, type Locale } from '@irisflow/ui';
import type { Block, Inline, Letter, LetterDoc } from './letter.ts';
import { feelOf } from './page/page-words.ts';

const fieldsOf = (content: readonly Inline[] = []): string[] =>
  content.flatMap((inline) => (inline.type === 'field' ? [inline.path] : []));

const expressionsOf = (block: Block): string[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return fieldsOf(block.content);
    case 'bulletList':
      return [
        ...(block.each === undefined ? [] : [block.each]),
        ...block.content.flatMap((item) => item.content.flatMap(({ content }) => fieldsOf(content))),
      ];
    case 'table':
      return [block.rows, ...block.columns.map(({ value }) => value)];
    case 'conditional':
      return [block.when, ...block.content.flatMap(expressionsOf)];
  }
};

const said = (doc: LetterDoc | undefined): string[] => (doc?.content ?? []).flatMap(expressionsOf).map(feelOf);

const hasWords = (content: readonly Inline[] = []): boolean =>
  content.some((inline) => inline.type === 'field' || inline.text.trim() !== '');

const saysSomething = (block: Block): boolean => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return hasWords(block.content);
    case 'bulletList':
      return block.content.some((item) => item.content.some(({ content }) => hasWords(content)));
    case 'table':
      return true;
    case 'conditional':
      return block.content.some(saysSomething);
  }
};

export const isBlankDoc = (doc: LetterDoc | undefined): boolean => !(doc?.content ?? []).some(saysSomething);

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
