import { expect, test } from 'vitest';
import { putText } from './put-text.ts';

test.each([
  ['', 0, 0, 'P'],
  ['Avant.', 6, 6, 'Avant.\n\nP'],
  ['Avant.\n', 7, 7, 'Avant.\n\nP'],
  ['Avant.\n\nAprès.', 8, 8, 'Avant.\n\nP\n\nAprès.'],
  ['Avant. Choisi. Après.', 7, 14, 'Avant. \n\nP\n\n Après.'],
  ['   ', 3, 3, '   P'],
])('%j from %i to %i becomes %j', (text, start, end, expected) => {
  expect(putText(text, 'P', { start, end })).toBe(expected);
});
