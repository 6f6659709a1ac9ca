import { expect, test } from 'vitest';
import { refusalOfJson } from './refusal-of-json.ts';

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test.each(['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', String.raw`{"a":"b\":{\"a\":","b":2}`, '["a","a"]', deep(200)])(
  '%s is read',
  (text) => {
    expect(refusalOfJson(text)).toBeNull();
  },
);

test.each([
  ['{"a":1,"a":2}', "'a' is there twice"],
  [String.raw`{"a" : 1, "\u0061":2}`, "'a' is there twice"],
  [deep(201), 'nested deeper'],
])('%s is refused for what it is', (text, expected) => {
  expect(refusalOfJson(text)).toContain(expected);
});

test('a megabyte of quotes costs a moment', () => {
  const before = performance.now();
  expect(refusalOfJson(`{"${String.raw`\"`.repeat(1_000_000)}`)).toBeNull();
  expect(performance.now() - before).toBeLessThan(1_000);
});
