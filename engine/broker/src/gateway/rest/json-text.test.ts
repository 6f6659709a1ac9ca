import { expect, test } from 'vitest';
import { jsonText, keepText, writeJson } from './json-text.ts';

test('puts the text of variables in as it is: numbers keep all their digits', () => {
  const job = {
    key: '1',
    variables: jsonText('{"n":9007199254740993}'),
    tags: ['a', undefined, null],
    gone: undefined,
  };
  expect(writeJson({ jobs: [job] })).toBe(
    '{"jobs":[{"key":"1","variables":{"n":9007199254740993},"tags":["a",null,null]}]}',
  );
});

test('writes everything else as JSON.stringify does', () => {
  const value = { text: '"\n\u2028', deep: [{ n: 1.5, is: false, no: null }], date: '2026-01-01T00:00:00Z' };
  expect(JSON.parse(writeJson(value))).toEqual(value);
});

test('an object that was read keeps its text without showing it', () => {
  const text = '{ "n": 9007199254740993 }';
  const read: unknown = JSON.parse(text);
  keepText(read, text);
  expect(writeJson({ read })).toBe(`{"read":${text}}`);
  expect(read).toEqual(JSON.parse(text));
  expect(JSON.stringify(read)).toBe('{"n":9007199254740992}');
});
