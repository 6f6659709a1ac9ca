import { describe, expect, test } from 'vitest';
import { isSameName } from './propose.ts';

describe('names of payers and debtors', () => {
  test.each([
    ['JANSSENS LEA', 'Léa Janssens'],
    ['Mevr. Léa Janssens', 'Lea JANSSENS'],
    ['Brussels Taxi BV', 'BRUSSELS TAXI'],
    ['LEA', 'Léa'],
  ])('%s is %s', (one, other) => expect(isSameName(one, other)).toBe(true));

  test.each([
    ['Janssens', 'Léa Janssens'],
    ['Tom Janssens', 'Léa Janssens'],
    ['', 'Léa Janssens'],
    ['B. J.', 'Benoît Janssens'],
    ['!!!', '???'],
  ])('%s is not %s', (one, other) => expect(isSameName(one, other)).toBe(false));
});
