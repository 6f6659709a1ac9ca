import { expect, test } from 'vitest';
import { ownMessages } from './messages.ts';

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();

test.each(['fr', 'nl'] as const)('%s has every text of English, with the same places', (locale) => {
  expect(Object.keys(ownMessages[locale]).sort()).toEqual(Object.keys(ownMessages.en).sort());
  for (const [key, text] of Object.entries(ownMessages.en))
    expect(places(ownMessages[locale][key as keyof typeof ownMessages.en]), key).toEqual(places(text));
});

test('no text is blank', () => {
  for (const texts of Object.values(ownMessages))
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
});
