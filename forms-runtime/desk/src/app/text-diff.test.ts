import { expect, test } from 'vitest';
import { textDiff } from './text-diff.ts';

const written = (earlier: string, later: string): string =>
  textDiff(earlier, later)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('');

test.each([
  ['Le loyer est trop haut.', 'Le loyer est trop haut.', 'Le loyer est trop haut.'],
  ['Le loyer est haut.', 'Le loyer est trop haut.', 'Le loyer est +trop +haut.'],
  ['un deux trois', 'un quatre trois', 'un -deux -+quatre +trois'],
  ['', 'tout', '+tout+'],
  ['tout', '', '-tout-'],
  ['', '', ''],
])('%s and %s', (earlier, later, expected) => {
  expect(written(earlier, later)).toBe(expected);
});

test('texts without end are compared as wholes', () => {
  const long = 'mot '.repeat(4000);
  expect(textDiff(long, `${long}fin`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
