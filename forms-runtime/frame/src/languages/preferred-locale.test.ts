// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { browserLocale, rememberedLocale, rememberLocale } from '../index.ts';

beforeEach(() => localStorage.clear());

describe('the language of a person', () => {
  test.each([
    [['pt-PT', 'nl-BE', 'en'], 'nl'],
    [['EN-US'], 'en'],
    [['pt'], 'fr'],
    [[], 'fr'],
  ] as const)('a browser that prefers %j reads %s', (tags, locale) => {
    expect(browserLocale(tags)).toBe(locale);
  });

  test('a choice is remembered on the device', () => {
    expect(rememberedLocale()).toBeUndefined();

    rememberLocale('en');

    expect(rememberedLocale()).toBe('en');
  });

  test('what another version left behind is no choice', () => {
    localStorage.setItem('irisflow:language', 'tlh');

    expect(rememberedLocale()).toBeUndefined();
  });
});
