// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

const tokens = new Map([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));

const resolve = (name: string): string => {
  const value = tokens.get(name) ?? '';
  const reference = /^var\((--[\w-]+)\)$/.exec(value);
  return reference === null ? value : resolve(reference[1]!);
};

const luminance = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(resolve(one)), luminance(resolve(other))].toSorted((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};

describe('colors', () => {
  test.each([
    ['--color-text', '--color-page'],
    ['--color-text', '--color-surface-sunken'],
    ['--color-text-muted', '--color-page'],
    ['--color-text-muted', '--color-surface-sunken'],
    ['--color-accent', '--color-page'],
    ['--color-accent', '--color-accent-soft'],
    ['--color-accent-strong', '--color-accent-soft'],
    ['--color-on-accent', '--color-accent'],
    ['--color-on-accent', '--color-danger'],
    ['--color-danger', '--color-page'],
    ['--color-danger', '--color-danger-soft'],
    ['--color-success', '--color-success-soft'],
    ['--color-warning', '--color-warning-soft'],
  ])('%s can be read on %s', (text, background) => {
    expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['--color-line-strong', '--color-surface'],
    ['--color-line-strong', '--color-page'],
    ['--color-text', '--color-signal'],
  ])('%s stands out from %s as the edge of a control or of focus', (edge, background) => {
    expect(contrast(edge, background)).toBeGreaterThanOrEqual(3);
  });
});
