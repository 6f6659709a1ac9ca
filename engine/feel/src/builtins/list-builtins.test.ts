import { expect, test } from 'vitest';

import { builtinNames, evaluate, feelBuiltins, parseFeel } from '@irisflow/feel';

const context = { variable: () => undefined, now: Date.UTC(2024, 1, 29, 12), random: () => 0.5 };

test('given the built-in functions, then each has an example', () => {
  expect(feelBuiltins.map(({ name }) => name)).toEqual(builtinNames);
});

test.each(feelBuiltins)('given $expression, then $result', ({ expression, result, name }) => {
  const both = evaluate(parseFeel(`[${expression}, ${result}]`, 'expression'), context);
  const same = evaluate(parseFeel(`(${expression}) = (${result})`, 'expression'), context);

  expect(expression).toContain(name);
  expect(same.ok && same.value, JSON.stringify(both)).toBe(true);
});

test('given a function with forms, then its parameters can be shown', () => {
  const replace = feelBuiltins.find(({ name }) => name === 'substring');

  expect(replace?.forms).toEqual([
    {
      isVariadic: false,
      parameters: [
        { name: 'string', type: 'string', isOptional: false },
        { name: 'start position', type: 'number', isOptional: false },
        { name: 'length', type: 'number', isOptional: true },
      ],
    },
  ]);
});

test.each(['random number()', 'uuid()'])(
  'given %s and no randomness, then the evaluation ends and says why',
  (text) => {
    const result = evaluate(parseFeel(text, 'expression'), { variable: () => undefined, now: 0 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'RANDOMNESS', message: expect.stringContaining('every evaluation must give the same') as string },
    });
  },
);

test('given randomness, then a uuid has the form of version 4', () => {
  const result = evaluate(parseFeel('uuid()', 'expression'), { ...context, random: () => 0.999_999 });

  expect(result).toMatchObject({ value: 'ffffffff-ffff-4fff-bfff-ffffffffffff' });
});

test.each(['from json("{")', `from json("${'['.repeat(101)}")`])('given %s, then null with a warning', (text) => {
  const result = evaluate(parseFeel(text, 'expression'), context);

  expect(result).toMatchObject({ value: null, warnings: [{ text: 'JSON_WRONG' }] });
});
