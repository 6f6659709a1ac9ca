import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const page = new URL('../../../../docs/limits.md', import.meta.url);

/** The rows of the page that name a place in the code: what is limited, the text that says so, and its file. */
const rows = Array.from(
  readFileSync(page, 'utf8').matchAll(/^\| ([^|]+?) +\|.*\[`([^`]+)`\]\(([^)]+)\)/gm),
  ([, what = '', code = '', file = '']) => [what, code, file] as const,
);

describe('The page of limits says what the code says', () => {
  test('of more than fifty limits', () => {
    expect(rows.length).toBeGreaterThan(50);
  });

  test.for(rows)('%s: %s', ([, code, file]) => {
    expect(readFileSync(new URL(file, page), 'utf8')).toContain(code);
  });
});
