import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchJson } from '../../workspace/patch-json.ts';
import type { Block, Inline, Letter, LetterDoc, Mark } from '../letter.ts';
import { wholeDialect } from './dialect.ts';
import { keepWritten } from './keep-written.ts';
import { letterOf, proseOf } from './prose.ts';

const files = import.meta.glob<string>(
  ['../../../../examples/*/*.letter.json', '../../../../examples/journeys/*/*.letter.json'],
  { eager: true, query: '?raw', import: 'default' },
);
const schema = getSchema(wholeDialect);

/** What a letter is after it was opened and nothing was done to it. */
const opened = (doc: LetterDoc): LetterDoc => {
  const node = schema.nodeFromJSON(proseOf(doc));
  node.check();
  return letterOf(node.toJSON() as Parameters<typeof letterOf>[0]);
};

const marks = fc.subarray<Mark>([{ type: 'bold' }, { type: 'italic' }]).chain((some) => fc.shuffledSubarray(some));
const marked = fc.record({ marks }, { requiredKeys: [] });
const words = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '{', '"', '\u00a0', '😀'), maxLength: 8 });
const format = fc.constantFrom('date', 'money', 'iban', 'text' as const);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.tuple(words, marked).map(([text, more]): Inline => ({ type: 'text', text, ...more })),
  fc
    .tuple(fc.record({ format }, { requiredKeys: [] }), marked)
    .map(([said, more]): Inline => ({ type: 'field', path: 'values.amount', ...said, ...more })),
);
const line = fc.record({ content: fc.array(inline, { maxLength: 5 }) }, { requiredKeys: [] });
const paragraph = fc
  .tuple(line, fc.record({ editable: fc.boolean() }, { requiredKeys: [] }))
  .map(([said, more]) => ({ type: 'paragraph' as const, ...said, ...more }));
const column = fc
  .tuple(fc.record({ header: words, value: fc.constant('item.a') }), fc.record({ format }, { requiredKeys: [] }))
  .map(([said, more]) => ({ ...said, ...more }));
const plain: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc.tuple(fc.integer({ min: 1, max: 3 }), line).map(([level, said]) => ({ type: 'heading' as const, level, ...said })),
  fc
    .tuple(
      fc.record({ each: fc.constant('values.lines') }, { requiredKeys: [] }),
      fc.array(fc.record({ type: fc.constant('listItem' as const), content: fc.array(paragraph, { maxLength: 3 }) }), {
        maxLength: 3,
      }),
    )
    .map(([repeated, content]) => ({ type: 'bulletList' as const, ...repeated, content })),
  fc
    .array(column, { minLength: 1, maxLength: 3 })
    .map((columns) => ({ type: 'table' as const, columns, rows: 'values.lines' })),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: plain },
  fc
    .array(plain, { maxLength: 3 })
    .map((content) => ({ type: 'conditional' as const, when: 'values.isGranted', content })),
);
const letterDoc = fc.array(block, { maxLength: 5 }).map((content): LetterDoc => ({ type: 'doc', content }));

test('whatever a letter says, its editor can hold it and gives it back as the file has it', () => {
  fc.assert(
    fc.property(letterDoc, (doc) => {
      expect(JSON.stringify(keepWritten(doc, opened(doc)))).toBe(JSON.stringify(doc));
    }),
  );
});

test('what the editor writes is what it reads again', () => {
  fc.assert(
    fc.property(letterDoc, (doc) => {
      const written = opened(doc);
      expect(opened(written)).toEqual(written);
    }),
  );
});

test('a letter in which one part is changed has every other part as the file has it', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), fc.nat(), (blocks, seed) => {
      const doc: LetterDoc = { type: 'doc', content: blocks };
      const at = seed % blocks.length;
      const added: Block = { type: 'paragraph', content: [{ type: 'text', text: 'Something that was not there' }] };
      const now = opened({ type: 'doc', content: blocks.toSpliced(at, 0, added) });
      expect(keepWritten(doc, now).content.toSpliced(at, 1)).toEqual(blocks);
    }),
  );
});

test('there are letters to read', () => {
  expect(Object.keys(files).length).toBeGreaterThan(80);
});

test.each(Object.entries(files))('opening %s leaves it as it is, to the byte', (_, text) => {
  const letter = JSON.parse(text) as Letter;
  const body = Object.fromEntries(
    Object.entries(letter.body).map(([locale, doc]) => [locale, keepWritten(doc, opened(doc))]),
  );
  expect(patchJson(text, { ...letter, body })).toBe(text);
});

test.each(Object.entries(files))('a word in %s changes one line of it', (_, text) => {
  const letter = JSON.parse(text) as Letter;
  const prose = schema.nodeFromJSON(proseOf(letter.body.fr)).toJSON() as Parameters<typeof letterOf>[0];
  const changed = JSON.parse(JSON.stringify(prose).replace(/"text":"[^"]/, '"text":"Z')) as typeof prose;
  const body = { ...letter.body, fr: keepWritten(letter.body.fr, letterOf(changed)) };
  const lines = text.split('\n');
  const after = patchJson(text, { ...letter, body }).split('\n');
  expect(after).toHaveLength(lines.length);
  expect(after.filter((one, index) => one !== lines[index])).toHaveLength(1);
});
