import type { Messages } from '@irisflow/ui';
import { expect } from 'vitest';

const placesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

/** Texts of a language have the keys and the places of the French ones, in their order, and none is empty. */
export const expectSameTexts = (texts: Messages, french: Messages): void => {
  expect(Object.keys(texts)).toEqual(Object.keys(french));
  for (const [key, text] of Object.entries(texts)) {
    expect(text.trim(), key).not.toBe('');
    expect(placesIn(text), key).toEqual(placesIn(french[key] ?? ''));
  }
};
