import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactJson } from './compact-json.ts';

test('numbers stay as they were written, all else has one spelling', () => {
  const text = String.raw`{ "n": [1.50, -0, 1E3,
    12345678901234567890.5], "t\u00e9": "a \/ \u00e9\n" }`;
  expect(compactJson(text)).toBe(String.raw`{"n":[1.50,-0,1E3,12345678901234567890.5],"té":"a / é\n"}`);
});

test('however a value is spelled, it is compacted to what JSON.stringify writes', () => {
  const escaped = (text: string) =>
    text.replaceAll(/[^\n\t -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), fc.boolean(), (value, indent, isEscaped) => {
      const text = JSON.stringify(value, null, indent);
      const tidy = JSON.stringify(value);
      expect(compactJson(isEscaped ? escaped(text) : text)).toBe(tidy);
    }),
  );
});
