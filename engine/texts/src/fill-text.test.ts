import { expect, test } from 'vitest';
import { fillText } from '@irisflow/texts';

test.each([
  ['{a} and {b}', { a: 'one', b: 2 }, 'one and 2'],
  ['{a}, {a}', { a: '{b}', b: 'no' }, '{b}, {b}'],
  ['{missing} {a b} {}', { a: 'one' }, '{missing} {a b} {}'],
  ['{toString} {constructor}', {}, '{toString} {constructor}'],
  ['costs $& and {a}', { a: '$1' }, 'costs $& and $1'],
])('given %s and %o, then every place is filled once, and nothing else changes', (text, fillings, filled) => {
  expect(fillText(text, fillings)).toBe(filled);
});
