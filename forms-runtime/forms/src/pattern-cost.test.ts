import { describe, expect, test } from 'vitest';
import { judgePattern } from './index.ts';

describe('patterns', () => {
  test.each([
    '^[1-7]-[A-Z]{3}-\\d{3}$',
    '^\\d{5}[A-Z]\\d{4}/\\d{2}[A-Z_]\\d{3}$',
    '^(?:RA|VR)-\\d{4}-\\d{6}$',
    '^[A-Z]+-[0-9]+$',
    '^(\\d{3}\\.){2}\\d{3}$',
    '^a?b?c?$',
  ])('%s is allowed', (pattern) => {
    expect(judgePattern(pattern)).toMatchObject({ ok: true });
  });

  test.each([
    ['^(a+)+$', 'steps'],
    ['^(a|a)*$', 'steps'],
    ['^(a|aa)+$', 'steps'],
    ['^(.*)*$', 'steps'],
    [`^${'a?'.repeat(30)}${'a'.repeat(30)}$`, 'steps'],
    ['^\\d+\\d+\\d+$', 'steps'],
    ['[a-z]+[a-z]+', 'steps'],
    ['^(a{0,20}){0,20}$', 'steps'],
    ['^(?=a)b$', 'look-around'],
    ['^(?!a)b$', 'look-around'],
    ['^(?<name>a)$', 'look-around'],
    ['^(a)\\1$', 'escape'],
    ['^a{1,100000}$', 'repetition'],
    ['^a**$', 'doubled'],
    ['^a+?$', 'doubled'],
    ['^(a$', 'unclosed'],
    ['^[a$', 'unclosed'],
    ['a)', 'misplaced'],
    ['^*$', 'malformed'],
    ['^\\p{L}+$', 'escape'],
  ])('%s is refused because of %s', (pattern, reason) => {
    const verdict = judgePattern(pattern);

    expect(verdict.ok).toBe(false);
    expect(verdict.ok ? '' : verdict.reason).toContain(reason);
  });

  test('the costliest allowed pattern answers at once on hostile text', () => {
    const pattern = '^[a-z]+[a-z0-9]+$';
    expect(judgePattern(pattern)).toMatchObject({ ok: true });

    const started = Date.now();
    new RegExp(pattern, 'u').test(`${'a'.repeat(200)}!`);

    expect(Date.now() - started).toBeLessThan(50);
  });
});
