import { expect, test } from 'vitest';
import { lineOfPointer } from './line-of-pointer.ts';

const text = `{
  "key": "rent",
  "steps": [
    { "key": "received" },
    {
      "label": { "fr": "Reçu" }
    }
  ],
  "a/b": true
}`;

test.each([
  ['', 1],
  ['/key', 2],
  ['/steps', 3],
  ['/steps/1/label/fr', 6],
  ['/steps/1/label/nl', 6],
  ['/a~1b', 9],
  ['/absent', 1],
])('%s is on line %i', (pointer, line) => {
  expect(lineOfPointer(text, pointer)).toBe(line);
});
