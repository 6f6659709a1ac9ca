import { describe, expect, test } from 'vitest';

import { feelLimits, FeelSyntaxError, parseFeel } from '@irisflow/feel';

const refusalOf = (text: string): FeelSyntaxError | null => {
  try {
    parseFeel(text, 'expression');
    return null;
  } catch (error) {
    if (error instanceof FeelSyntaxError) return error;
    throw error;
  }
};

const numbered = (count: number, entry: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => entry(at)).join(', ');

/** Each entry holds the one before twice: the last one has as many leaves as there are grains on a chessboard. */
const doubling = `{a0: {x: 1}, ${numbered(60, (at) => `a${at + 1}: {p: a${at}, q: a${at}}`)}, z: [a60, a60]}`;

describe('the work of reading a text', () => {
  test.each([
    ['contexts that hold the one before twice', doubling],
    ['a thousand entries', `{${numbered(1_000, (at) => `a${at}: 1`)}}`],
    [
      'names of three thousand letters',
      `{${numbered(3, (at) => `a${at}${'b'.repeat(3_000)}: 1`)}}${'[a]'.repeat(200)}`,
    ],
    ['filters of filters', `a${'[b]'.repeat(3_000)}`],
    ['question marks', '? ? '.repeat(2_400)],
    ['a name of five thousand words', `${'a '.repeat(4_980)} + 1`],
    ['points behind numbers', '1.'.repeat(4_999)],
    ['a string that never ends', `"${String.raw`\"`.repeat(4_900)}`],
  ])('given %s, then it is refused', (_, text) => {
    expect(refusalOf(text)).not.toBeNull();
  });

  test('given more of it than one text may take, then the refusal says so', () => {
    expect(refusalOf(doubling)?.message).toBe(
      `Expected an expression that is read in at most ${feelLimits.effort} steps, but this one takes more; several smaller ones have no such limit.`,
    );
  });

  test.each([
    ['a list of fifteen hundred numbers', `[${numbered(1_500, String)}]`],
    ['a list of six hundred words', `[${numbered(600, (at) => `"Brussels ${at}"`)}]`],
    ['two hundred entries', `{${numbered(200, (at) => `"name of ${at}": ${at}`)}}`],
    ['choices of sixty cases', `${'if a then b else '.repeat(60)}c`],
    ['a range behind a choice in an entry', '{r: if h.a = null then null else number(h.b) in [1..2]}'],
    ['a long text', `"${'x'.repeat(9_900)}"`],
    ['forty loops', `${'for a in b return '.repeat(40)}c`],
  ])('given %s, then it is read', (_, text) => {
    expect(refusalOf(text)).toBeNull();
  });

  test('given the same text again, then it has the same effort', () => {
    const [first, again] = [parseFeel('a + bb * 3', 'expression'), parseFeel('a + bb * 3', 'expression')];

    expect(first.effort).toBeGreaterThan(0);
    expect(again.effort).toBe(first.effort);
    expect(refusalOf('a + )')?.effort).toBeGreaterThan(0);
  });
});
