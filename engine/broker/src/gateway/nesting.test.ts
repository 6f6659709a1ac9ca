import { expect, test } from 'vitest';
import { problemOfVariables } from './check-variables.ts';
import { MAX_LEVELS } from './nesting.ts';

const nested = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

test('variables may be as deep as a body, and no deeper', () => {
  expect(problemOfVariables(nested(MAX_LEVELS))).toBeNull();
  expect(problemOfVariables(nested(MAX_LEVELS + 1))).toContain('at most 200 levels');
  expect(problemOfVariables(nested(100_000))).toContain('at most 200 levels');
});

test('brackets side by side, and those in texts, are no levels', () => {
  expect(problemOfVariables(`{"a":[${'[],'.repeat(500)}1],"b":"${'['.repeat(500)}\\"${'{'.repeat(500)}"}`)).toBeNull();
});
