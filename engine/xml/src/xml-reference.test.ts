import { expect, test } from 'vitest';
import { xmlReference } from './xml-reference.ts';

test.each([
  ['amp', '&'],
  ['apos', "'"],
  ['#233', 'é'],
  ['#xE9', 'é'],
  ['#x1F600', '😀'],
  ['nbsp', undefined],
  ['constructor', undefined],
  ['#', undefined],
  ['#x110000', undefined],
  ['#99999999999', undefined],
])('&%s; is %j', (reference, character) => {
  expect(xmlReference(reference)).toBe(character);
});
