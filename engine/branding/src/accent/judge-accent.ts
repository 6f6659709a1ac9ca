import type { Accent } from '../views/branding.ts';
import { contrastOf, hexOf, rgbOf } from './contrast.ts';
import { atLightness, oklchOf } from './oklch.ts';

/** Text and what leads on have to stand out this much (WCAG 2.2, 1.4.3); rings and edges, with 3, then do as well (1.4.11). */
export const NEEDED = 4.5;

/** What the portal puts an accent on, or on an accent; the tokens of the design say the same, and a test that they do. */
export const surfaces = { page: '#faf8f4', surface: '#ffffff', sunken: '#f1ede6', onAccent: '#ffffff' } as const;
export type Surface = keyof typeof surfaces | 'soft' | 'strong';

/** The color with its shades: `strong` below a pointer and for edges, `soft` behind text. */
export const shadesOf = (color: string): Accent => {
  const rgb = rgbOf(color);
  const own = oklchOf(rgb);
  // What is nearly black has no darker shade that anybody could tell from it.
  const strong = atLightness(own, own.lightness < 0.25 ? own.lightness + 0.12 : own.lightness * 0.75);
  const soft = rgb.map((channel) => 0.9 + channel * 0.1) as unknown as typeof rgb;
  return { color, strong: hexOf(strong), soft: hexOf(soft) };
};

export interface Contrast {
  readonly on: Surface;
  /** Rounded down to hundredths: 4.499 is not 4.5. */
  readonly ratio: number;
}

const floored = (ratio: number): number => Math.floor(ratio * 100) / 100;

/** Every pair that is read or pointed at, the worst first. */
export const contrastsOf = ({ color, strong, soft }: Accent): Contrast[] => {
  const pairs: readonly (readonly [Surface, string, string])[] = [
    ['page', color, surfaces.page],
    ['surface', color, surfaces.surface],
    ['sunken', color, surfaces.sunken],
    ['onAccent', surfaces.onAccent, color],
    ['strong', surfaces.onAccent, strong],
    ['soft', color, soft],
    ['soft', strong, soft],
    ['sunken', strong, surfaces.sunken],
  ];
  return pairs
    .map(([on, one, other]) => ({ on, ratio: floored(contrastOf(one, other)) }))
    .toSorted((a, b) => a.ratio - b.ratio);
};

export interface AccentJudgement {
  readonly accent: Accent;
  /** Every pair that was measured, the worst first. */
  readonly contrasts: readonly Contrast[];
  readonly passes: boolean;
}

const judged = (color: string): AccentJudgement => {
  const accent = shadesOf(color);
  const contrasts = contrastsOf(accent);
  return { accent, contrasts, passes: contrasts.every(({ ratio }) => ratio >= NEEDED) };
};

/** Lightness goes down by less than an eye can tell. */
const STEP = 0.004;

/** The lightest color of the same hue that can be read everywhere; the color itself where it can. */
export const nearestReadable = (color: string): string => {
  const own = oklchOf(rgbOf(color));
  for (let lightness = own.lightness; lightness > 0; lightness -= STEP) {
    const candidate = lightness === own.lightness ? color : hexOf(atLightness(own, lightness));
    if (judged(candidate).passes) return candidate;
  }
  return '#000000';
};

/** Measures a color, `#rrggbb`, on everything that it would stand on. */
export const judgeAccent = (color: string): AccentJudgement => judged(color.toLowerCase());
