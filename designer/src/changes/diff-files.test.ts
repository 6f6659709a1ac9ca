import { expect, test } from 'vitest';
import { diffFiles } from './diff-files.ts';

test('JSON that is only indented otherwise is no change', () => {
  const before = new Map([['parameters.json', '[{"key":"ceiling"}]']]);
  const after = new Map([['parameters.json', '[\n  { "key": "ceiling" }\n]\n']]);
  expect(diffFiles(before, after)).toEqual([]);
});

test('added, removed and changed files are told apart with their lines', () => {
  const before = new Map([
    ['a.dmn', 'one\ntwo'],
    ['old.letter.json', '{}'],
  ]);
  const after = new Map([
    ['a.dmn', 'one\nthree\nfour'],
    ['new.form.json', '{}'],
  ]);
  expect(diffFiles(before, after)).toMatchObject([
    { path: 'a.dmn', kind: 'changed', linesAdded: 2, linesRemoved: 1 },
    { path: 'new.form.json', kind: 'added' },
    { path: 'old.letter.json', kind: 'removed' },
  ]);
});
