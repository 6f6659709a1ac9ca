import { describe, expect, test } from 'vitest';
import { patchJson } from './patch-json.ts';

const text = `{
  "locales": ["fr", "nl"],
  "list": [
    { "id": "a", "name": "A" },
    {
      "id": "b",
      "size": 1.0
    }
  ],
  "note": "caf\\u00e9"
}
`;
const read = () => JSON.parse(text) as { locales: string[]; list: object[]; note: string; more?: unknown };

describe('a value put into a JSON text', () => {
  test('leaves the text as it is where nothing changed', () => {
    expect(patchJson(text, read())).toBe(text);
  });

  test('changes only the line of what changed', () => {
    const next = { ...read(), list: [{ id: 'a', name: 'Z' }, read().list[1]] };
    expect(patchJson(text, next)).toBe(text.replace('"A"', '"Z"'));
  });

  test('adds and removes members and items, and keeps how the others are written', () => {
    const next = {
      locales: ['fr', 'nl', 'en'],
      list: [read().list[1], { id: 'c' }],
      note: 'café',
      more: { deep: [1] },
    };
    expect(patchJson(text, next)).toBe(`{
  "locales": ["fr", "nl", "en"],
  "list": [
    {
      "id": "b",
      "size": 1.0
    },
    {
      "id": "c"
    }
  ],
  "note": "caf\\u00e9",
  "more": {
    "deep": [1]
  }
}
`);
  });

  test('what is no JSON is written anew', () => {
    expect(patchJson('{', { a: 1 })).toBe('{\n  "a": 1\n}\n');
  });
});
