import { hexOf } from '../../accent/contrast.ts';
import { LogoFault } from '../logo-fault.ts';
import { numberOf } from './svg-numbers.ts';

/** The names that drawing programs write; any other color they write as a number. */
const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  lime: '#00ff00',
  blue: '#0000ff',
  yellow: '#ffff00',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  maroon: '#800000',
  olive: '#808000',
  green: '#008000',
  teal: '#008080',
  navy: '#000080',
  purple: '#800080',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  aqua: '#00ffff',
  cyan: '#00ffff',
  orange: '#ffa500',
  gold: '#ffd700',
  crimson: '#dc143c',
  tomato: '#ff6347',
};

const channelOf = (text: string): number =>
  text.endsWith('%') ? numberOf(text.slice(0, -1)) / 100 : numberOf(text) / 255;

const ofFunction = (text: string): string | null => {
  const parts = /^rgb\(([^()]*)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,]+/)
    .filter((part) => part !== '');
  if (parts?.length !== 3) return null;
  const [red = 0, green = 0, blue = 0] = parts.map(channelOf);
  return hexOf([red, green, blue]);
};

/** A color as `#rrggbb`; null for none. Gradients and patterns are references, and refused as such. */
export const paintOf = (text: string, current: string): string | null => {
  const value = text.trim().toLowerCase();
  if (value === 'none' || value === 'transparent') return null;
  if (value === 'currentcolor') return current;
  if (value.includes('url(')) throw new LogoFault('reference', text);
  if (/^#[0-9a-f]{6}$/.test(value)) return value;
  if (/^#[0-9a-f]{3}$/.test(value)) return value.replaceAll(/[0-9a-f]/g, '$&$&');
  const found = (Object.hasOwn(named, value) ? named[value] : undefined) ?? ofFunction(value);
  if (found === null) throw new LogoFault('value', text);
  return found;
};
