import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanJson } from './scan-json.ts';

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test.each(['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', String.raw`{"a":"b\":{\"a\":","b":2}`, '["a","a"]', deep(200)])(
  '%s is read',
  (text) => {
    expect(scanJson(text).refusal).toBeNull();
  },
);

test.each([
  ['{"a":1,"a":2}', "'a' is there twice"],
  [String.raw`{"a" : 1, "\u0061":2}`, "'a' is there twice"],
  [deep(201), 'nested deeper'],
])('%s is refused for what it is', (text, expected) => {
  expect(scanJson(text).refusal).toContain(expected);
});

test('a megabyte of quotes costs a moment', () => {
  const before = process.cpuUsage();
  expect(scanJson(`{"${String.raw`\"`.repeat(1_000_000)}`).refusal).toBeNull();
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
});

test('variables are found wherever they are, as they were written', () => {
  const text = String.raw`{ "a": [1, {"variables" : { "n": 1.50, "variables": {} }}, {"\u0076ariables":{}}],
    "variables": {"t": "}\"{"}, "b": {"variables": null}, "c": {"variables": [{"variables": 1}]} }`;
  expect(scanJson(text).variables).toEqual([
    { path: ['a', 1, 'variables'], text: '{ "n": 1.50, "variables": {} }' },
    { path: ['a', 2, 'variables'], text: '{}' },
    { path: ['variables'], text: String.raw`{"t": "}\"{"}` },
  ]);
});

test('the way to variables leads to the same object in what is parsed', () => {
  const { json } = fc.letrec<{ readonly json: unknown }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(0, null, ',', '"{', []),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('variables', 'a', '7', ''), tie('json'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
      for (const { path, text } of scanJson(JSON.stringify(value, null, indent)).variables) {
        const found = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value);
        expect(JSON.parse(text)).toEqual(found);
      }
    }),
  );
});
