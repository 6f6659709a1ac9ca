import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastOf } from './contrast.ts';
import { contrastsOf, judgeAccent, NEEDED, nearestReadable, shadesOf, surfaces } from './judge-accent.ts';
import { oklchOf } from './oklch.ts';
import { rgbOf } from './contrast.ts';

const tokens = readFileSync(new URL('../../../../forms-runtime/ui/src/styles/tokens.css', import.meta.url), 'utf8');
const token = (name: string): string => {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1] ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return other === undefined ? value : token(other);
};

test('is measured on what the portal really puts it on', () => {
  expect(surfaces).toEqual({
    page: token('color-page'),
    surface: token('color-surface'),
    sunken: token('color-surface-sunken'),
    onAccent: token('color-on-accent'),
  });
});

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
] as const)('the contrast of %s on %s is %d', (one, other, expected) => {
  expect(contrastOf(one, other)).toBeCloseTo(expected, 2);
  expect(contrastOf(other, one)).toBeCloseTo(expected, 2);
});

test('yellow cannot be read, and the yellow nearest to it that can is offered', () => {
  const { passes, contrasts } = judgeAccent('#FFDD00');
  expect(passes).toBe(false);
  expect(contrasts[0]?.ratio).toBeLessThan(1.4);
  const nearest = nearestReadable('#ffdd00');
  expect(judgeAccent(nearest).passes).toBe(true);
  expect(oklchOf(rgbOf(nearest)).hue).toBeCloseTo(oklchOf(rgbOf('#ffdd00')).hue, 1);
  // It is no darker than it must be.
  expect(judgeAccent(nearest).contrasts[0]?.ratio).toBeLessThan(NEEDED + 0.15);
});

test('the green of a forest passes, and so does what nobody can darken', () => {
  expect(judgeAccent('#1b6445').passes).toBe(true);
  expect(judgeAccent('#000000')).toMatchObject({ passes: true, accent: { color: '#000000' } });
  expect(shadesOf('#000000').strong).not.toBe('#000000');
});

test('whatever color is taken, it and its shades can be read on all of it, measured anew', () => {
  for (let step = 0; step < 400; step += 1) {
    const color = `#${((step * 41_943) % 16_777_216).toString(16).padStart(6, '0')}`;
    const nearest = nearestReadable(color);
    const { strong, soft } = shadesOf(nearest);
    for (const surface of Object.values(surfaces)) {
      expect(contrastOf(nearest, surface), `${color} on ${surface}`).toBeGreaterThanOrEqual(NEEDED);
      expect(contrastOf(strong, surface), `${strong} on ${surface}`).toBeGreaterThanOrEqual(NEEDED);
    }
    expect(contrastOf(nearest, soft)).toBeGreaterThanOrEqual(NEEDED);
    expect(contrastsOf(shadesOf(nearest)).every(({ ratio }) => ratio >= NEEDED)).toBe(true);
    // A color that passes is left as it is, and no other.
    expect(nearest === color, color).toBe(judgeAccent(color).passes);
  }
});
