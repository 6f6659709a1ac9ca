import { expect, test } from 'vitest';
import { messages } from './messages.ts';

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();

test.each(['fr', 'nl'] as const)('%s has every text of English, with the same places', (locale) => {
  expect(Object.keys(messages[locale]).sort()).toEqual(Object.keys(messages.en).sort());
  for (const [key, text] of Object.entries(messages.en))
    expect(places(messages[locale][key as keyof typeof messages.en]), key).toEqual(places(text));
});

test('no text is blank', () => {
  for (const texts of Object.values(messages))
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
});
