import { describe, expect, test } from 'vitest';
import { linesOf, wordsOfLines } from './search-word-lines.ts';

describe('search words as lines', () => {
  test('read back as they were', () => {
    const words = { fr: ['aide au logement', 'bail'], nl: ['huurpremie'], en: [] };
    expect(wordsOfLines(linesOf(words))).toEqual(words);
  });

  test('leave out blank lines and spaces around', () => {
    expect(wordsOfLines({ fr: ' bail \n\n', nl: '', en: '\r\nlease' })).toEqual({
      fr: ['bail'],
      nl: [],
      en: ['lease'],
    });
  });

  test('are none where the file says nothing', () => {
    expect(linesOf(undefined)).toEqual({ fr: '', nl: '', en: '' });
  });
});
