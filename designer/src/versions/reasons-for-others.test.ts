import { describe, expect, it } from 'vitest';
import { reasonsForOthers } from './reasons-for-others.ts';

const text = (word: string) => ({ fr: word, nl: word, en: word });

describe('reasons for asking about others', () => {
  it('are those that the sources of a description give', () => {
    const sources = [
      { key: 'a', name: text('A') },
      { key: 'b', name: text('B'), reasonForOthers: text('because') },
    ];

    expect(reasonsForOthers(JSON.stringify({ sources }))).toEqual([
      { source: 'b', name: text('B'), reason: text('because') },
    ]);
  });

  it.each([null, '{', '[]', '{"sources": 3}'])(
    'are none where the description says nothing readable: %s',
    (content) => {
      expect(reasonsForOthers(content)).toEqual([]);
    },
  );
});
