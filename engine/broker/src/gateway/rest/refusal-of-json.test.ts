import { expect, test } from 'vitest';
import { refusalOfJson } from './refusal-of-json.ts';

test.each([
  ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', null],
  ['{"a":"b\\":{\\"a\\":","b":2}', null],
  ['["a","a"]', null],
  ['{"a":1,"a":2}', "'a' is there twice"],
  [String.raw`{"a" : 1, "\u0061":2}`, "'a' is there twice"],
  [`${'['.repeat(200)}${']'.repeat(200)}`, null],
  [`${'['.repeat(201)}${']'.repeat(201)}`, 'nested deeper'],
])('%s is read, or refused for what it is', (text, expected) => {
  const refusal = refusalOfJson(text);
  if (expected === null) expect(refusal).toBeNull();
  else expect(refusal).toContain(expected);
});

test('a megabyte of quotes costs a moment', () => {
  const before = performance.now();
  expect(refusalOfJson(`{"${String.raw`\"`.repeat(1_000_000)}`)).toBeNull();
  expect(performance.now() - before).toBeLessThan(1_000);
});
