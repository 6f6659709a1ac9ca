import { LogoFault } from '../logo-fault.ts';
import { paintOf } from './paint.ts';
import { lengthOf, shareOf } from './svg-numbers.ts';

/** How what is inside is drawn, unless it says otherwise. */
export interface Style {
  readonly color: string;
  readonly fill: string | null;
  readonly fillOpacity: number;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: string | null;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly lineCap: 'butt' | 'round' | 'square';
  readonly lineJoin: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  /** Of the element itself; not handed down. */
  readonly opacity: number;
  readonly isHidden: boolean;
}

export const initialStyle: Style = {
  color: '#000000',
  fill: '#000000',
  fillOpacity: 1,
  fillRule: 'nonzero',
  stroke: null,
  strokeOpacity: 1,
  strokeWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 4,
  opacity: 1,
  isHidden: false,
};

const oneIn = <const T extends string>(values: readonly T[], text: string): T => {
  const found = values.find((value) => value === text.trim());
  if (found === undefined) throw new LogoFault('value', text);
  return found;
};

/** A length that says how thick something is. */
const thickness = (text: string): number => {
  const value = lengthOf(text);
  if (value < 0) throw new LogoFault('value', text);
  return value;
};

type Reader = (text: string, style: Style) => Partial<Style>;

const only =
  (...values: readonly string[]): Reader =>
  (text) => {
    oneIn(values, text);
    return {};
  };

/** Every property that changes what is seen; what we would draw otherwise than it says is refused. */
const readers: Readonly<Record<string, Reader>> = {
  color: (text, { color }) => ({ color: paintOf(text, color) ?? color }),
  fill: (text, { color }) => ({ fill: paintOf(text, color) }),
  'fill-opacity': (text) => ({ fillOpacity: shareOf(text) }),
  'fill-rule': (text) => ({ fillRule: oneIn(['nonzero', 'evenodd'], text) }),
  stroke: (text, { color }) => ({ stroke: paintOf(text, color) }),
  'stroke-opacity': (text) => ({ strokeOpacity: shareOf(text) }),
  'stroke-width': (text) => ({ strokeWidth: thickness(text) }),
  'stroke-linecap': (text) => ({ lineCap: oneIn(['butt', 'round', 'square'], text) }),
  'stroke-linejoin': (text) => ({ lineJoin: oneIn(['miter', 'round', 'bevel'], text) }),
  'stroke-miterlimit': (text) => ({ miterLimit: Math.max(1, thickness(text)) }),
  opacity: (text) => ({ opacity: shareOf(text) }),
  display: (text) => ({ isHidden: text.trim() === 'none' }),
  visibility: only('visible', 'inherit'),
  'stroke-dasharray': only('none'),
  'stroke-dashoffset': () => ({}),
  'vector-effect': only('none'),
  'mix-blend-mode': only('normal'),
  'paint-order': only('normal'),
  filter: only('none'),
  mask: only('none'),
  'clip-path': only('none'),
  marker: only('none'),
};

/** What only says how to work, or concerns text, of which a logo has none. */
const idle =
  /^(?:clip-rule|color-interpolation(?:-filters)?|color-rendering|shape-rendering|image-rendering|text-rendering|isolation|overflow|enable-background|white-space|line-height|letter-spacing|word-spacing|direction|writing-mode|font(?:-[a-z-]+)?|text-[a-z-]+|solid-(?:color|opacity)|stop-(?:color|opacity)|-inkscape-[a-z-]+|baseline-shift|dominant-baseline|marker-(?:start|mid|end))$/;

/** Whether a name is one of a property; as an attribute or in a style. */
export const isProperty = (name: string): boolean => Object.hasOwn(readers, name) || idle.test(name);

const reachesOut = /url\s*\(|@|expression|\\|javascript:|data:|image-set|src\s*\(/i;

/** Takes one property into a style. */
export const withProperty = (style: Style, name: string, value: string): Style => {
  if (reachesOut.test(value)) throw new LogoFault('reference', `${name}: ${value}`);
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader !== undefined) return { ...style, ...reader(value, style) };
  if (idle.test(name)) return style;
  throw new LogoFault('attribute', name);
};

/** `name: value` pairs of a style attribute or of one rule. */
export const declarationsOf = (text: string): (readonly [string, string])[] => {
  if (reachesOut.test(text) || /\/\*|[{}<]/.test(text)) throw new LogoFault('reference', text);
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      if (colon < 1) throw new LogoFault('value', part);
      return [part.slice(0, colon).trim(), part.slice(colon + 1).trim()] as const;
    });
};
