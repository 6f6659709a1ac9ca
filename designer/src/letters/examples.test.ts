import { expect, test } from 'vitest';
import { blockText, withText } from './edit-doc.ts';
import type { Block, Inline, Letter } from './letter.ts';

const letters = import.meta.glob<Letter>('../../../examples/*/*.letter.json', { eager: true, import: 'default' });

/** Neighbors with the same marks say the same as one; blank content says the same as none. */
const merged = (content: readonly Inline[] = []): Inline[] => {
  const runs: Inline[] = [];
  for (const inline of content) {
    const last = runs.at(-1);
    const isSame = JSON.stringify(last?.marks) === JSON.stringify(inline.marks);
    if (last?.type === 'text' && inline.type === 'text' && isSame) last.text += inline.text;
    else runs.push({ ...inline });
  }
  return runs;
};

const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => [
    key,
    key === 'content' && (value as Block).type.match(/^(paragraph|heading)$/) ? merged(part as Inline[]) : normal(part),
  ]);
  return Object.fromEntries(entries);
};

const blocksOf = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.type === 'conditional' ? [block, ...blocksOf(block.content)] : [block]));

test('there are letters to read', () => {
  expect(Object.keys(letters).length).toBeGreaterThan(0);
});

test.each(Object.entries(letters))('editing a line of %s without a change changes nothing', (_, letter) => {
  for (const doc of Object.values(letter.body))
    for (const block of blocksOf(doc.content)) expect(normal(withText(block, blockText(block)))).toEqual(normal(block));
});
