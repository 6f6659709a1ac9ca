import { locales } from '@irisflow/ui';
import { describe, expect, test } from 'vitest';
import { loadDeskTexts } from './desk-texts.ts';

const placesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the texts of the desk', () => {
  test.each(locales)('%s has the same keys and the same places as French, and no empty text', async (locale) => {
    const french = await loadDeskTexts('fr');
    const texts = await loadDeskTexts(locale);

    expect(Object.keys(texts)).toEqual(Object.keys(french));
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).not.toBe('');
      expect(placesIn(text), key).toEqual(placesIn(french[key as keyof typeof french]));
    }
  });
});
