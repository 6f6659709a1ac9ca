import type { Locale } from '@irisflow/foundation';
import { officialField } from '@irisflow/names';
import type { BlockNode, LetterDocument, Paragraph } from './letter-template.ts';
import { mandatoryBlocks } from './mandatory-blocks.ts';
import { expressionsOf } from './walk-letter.ts';

/** A block of a template that can be told from the others: `3`, or `4.0` within a conditional one. */
export interface LetterPart {
  readonly path: string;
  /** A conditional one has its one block here. */
  readonly block: BlockNode;
}

const partsOf = (block: BlockNode, path: string): LetterPart[] =>
  block.type === 'conditional'
    ? block.content.map((inner, place) => ({ path: `${path}.${place}`, block: { ...block, content: [inner] } }))
    : [{ path, block }];

/** The blocks of a letter in their order, those of conditional ones each by itself under the same condition. */
export const letterParts = (document: LetterDocument): LetterPart[] =>
  document.content.flatMap((block, place) => partsOf(block, String(place)));

/** The paragraph of a part, under a condition as well. */
export const paragraphOf = ({ block }: LetterPart): Paragraph | null => {
  const inner = block.type === 'conditional' ? block.content[0] : block;
  return inner?.type === 'paragraph' ? inner : null;
};

/** Why nobody changes a part before a letter is signed: the law wants it, it is no paragraph, or its author said so. */
export type PartLock = 'mandatory' | 'structure' | 'author';

/** Null where the part may be changed. */
export const lockOf = (part: LetterPart, locale: Locale): PartLock | null => {
  const paragraph = paragraphOf(part);
  if (paragraph === null) return 'structure';
  const alone: LetterDocument = { type: 'doc', content: [paragraph] };
  const isWanted =
    Object.values(mandatoryBlocks).some(({ isIn }) => isIn(alone, locale)) ||
    expressionsOf(alone).some((expression) => officialField.test(expression));
  if (isWanted) return 'mandatory';
  return paragraph.editable === false ? 'author' : null;
};
