import { expect, test } from 'vitest';
import { parseGroups } from './candidate-groups.ts';

test.each([
  ['', []],
  ['agent, supervisor', ['agent', 'supervisor']],
  ['=["agent"]', ['agent']],
  ['= if urgent then ["a"] else ["b"]', null],
  ['=[1]', null],
])('%s names %j', (text, groups) => {
  expect(parseGroups(text)).toEqual(groups);
});
