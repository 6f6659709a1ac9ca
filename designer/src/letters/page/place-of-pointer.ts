import type { Node as ProseNode } from '@tiptap/pm/model';
import type { Inline, LetterDoc } from '../letter.ts';

const fieldsBefore = (content: readonly Inline[], index: number): number =>
  content.slice(0, index).filter(({ type }) => type === 'field').length;

/** Where the field that is the nth of a paragraph stands. */
const placeOfField = (paragraph: ProseNode, start: number, nth: number): number | null => {
  let seen = 0;
  let place: number | null = null;
  paragraph.forEach((node, offset) => {
    if (node.type.name !== 'field') return;
    if (seen === nth) place = start + offset;
    seen += 1;
  });
  return place;
};

/** What is inside of a part of a letter. */
const insideOf = (part: unknown): readonly unknown[] =>
  typeof part === 'object' && part !== null && 'content' in part && Array.isArray(part.content) ? part.content : [];

/** Where a part of a letter stands in the document of its editor: `/content/3/content/1` of its language. Null where it is not there. */
export const placeOfPointer = (letter: LetterDoc, doc: ProseNode, pointer: string): number | null => {
  const steps = [...pointer.matchAll(/\/content\/(\d+)/g)].map(([, index]) => Number(index));
  let part: unknown = letter;
  let node = doc;
  let start = 0;
  let at: number | null = null;
  for (const step of steps) {
    const content = insideOf(part);
    if (node.isTextblock) return placeOfField(node, start, fieldsBefore(content as readonly Inline[], step)) ?? at;
    const next = node.maybeChild(step);
    if (next === null || next === undefined) return at;
    for (let index = 0; index < step; index += 1) start += node.child(index).nodeSize;
    at = start;
    start += 1;
    node = next;
    part = content[step];
  }
  return at;
};
