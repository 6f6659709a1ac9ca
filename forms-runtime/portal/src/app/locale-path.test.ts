import { describe, expect, test } from 'vitest';
import { localePath, splitLocalePath } from './locale-path.ts';

describe('addresses with a language', () => {
  test.each([
    ['/fr', 'fr', '/'],
    ['/nl/my/cases', 'nl', '/my/cases'],
    ['/', undefined, '/'],
    ['/my/cases', undefined, '/my/cases'],
    ['/french', undefined, '/french'],
  ] as const)('%s names %s and leads to %s', (path, locale, rest) => {
    expect(splitLocalePath(path)).toEqual({ locale, rest });
  });

  test('the same page in another language', () => {
    expect(localePath('nl', '/')).toBe('/nl');
    expect(localePath('en', '/my/cases')).toBe('/en/my/cases');
    expect(localePath('en', '/my/cases/')).toBe('/en/my/cases');
  });
});
