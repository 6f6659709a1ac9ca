import type { LogoDrawing } from '@irisflow/letters';
import { elementsWithin, readXmlTree, scanXml, type XmlElement, type XmlProblem } from '@irisflow/xml';
import { LogoFault, requireProportions } from '../logo-fault.ts';
import { type Attributes, geometry, shapes } from './shapes.ts';
import { declarationsOf, initialStyle, isProperty, type Style, withProperty } from './style.ts';
import { readStyleSheet, type StyleSheet } from './style-sheet.ts';
import { lengthOf, numbersOf } from './svg-numbers.ts';
import { identity, type Matrix, multiplied, readTransform } from './transform.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XML_NAMESPACES = new Set(['http://www.w3.org/2000/xmlns/', 'http://www.w3.org/XML/1998/namespace']);
/** What drawing programs note for themselves; it draws nothing. */
const notes = /^http:\/\/(?:www\.inkscape\.org\/namespaces\/inkscape|sodipodi\.sourceforge\.net\/)/;
const limits = { maxBytes: 200_000, maxDepth: 24, maxElements: 2000, maxAttributes: 60, isModel: () => false };
const MAX_NUMBERS = 40_000;
/** Properties of all elements, with those of a class once for each element that has it. */
const MAX_SAID = 100_000;

type Path = LogoDrawing['paths'][number];

interface Reading {
  readonly text: string;
  readonly sheet: StyleSheet;
  readonly paths: Path[];
  numbers: number;
  said: number;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Says of a fault in which line the element stands. */
const inLine = <T>(text: string, { start }: XmlElement, read: () => T): T => {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof LogoFault) || thrown.line !== null) throw thrown;
    throw new LogoFault(thrown.reason, thrown.what, lineOf(text, start));
  }
};

const scripted = /^(?:script|handler|listener|set|animate\w*|foreignObject|iframe|embed|object|audio|video|canvas)$/i;
const referring =
  /^(?:use|image|feImage|a|style|link|pattern|linearGradient|radialGradient|mask|clipPath|filter|marker|symbol|switch)$/i;
const silent = new Set(['title', 'desc', 'metadata']);

const refuseElement = (name: string): never => {
  if (scripted.test(name)) throw new LogoFault('script', `<${name}>`);
  throw new LogoFault(referring.test(name) ? 'reference' : 'element', `<${name}>`);
};

/** Also in what is not drawn, nothing stands that a program would run. */
const refuseScripts = (text: string, root: XmlElement): void => {
  for (const element of elementsWithin(root))
    inLine(text, element, () => {
      if (scripted.test(element.name)) refuseElement(element.name);
      for (const { name } of element.attributes) if (/^on/i.test(name)) throw new LogoFault('script', name);
    });
};

/** Attributes that say nothing of the picture. */
const idle =
  /^(?:id|class|style|version|baseProfile|preserveAspectRatio|viewBox|role|focusable|tabindex|pathLength|data-[\w-]+|aria-[\w-]+|transform)$/;

const refuseAttribute = (uri: string, name: string): void => {
  if (/^on/i.test(name)) throw new LogoFault('script', name);
  if (/^(?:href|src|base|actuate|show)$/i.test(name)) throw new LogoFault('reference', name);
  if (XML_NAMESPACES.has(uri) || notes.test(uri)) return;
  if (uri === '' && (idle.test(name) || geometry.has(name) || isProperty(name))) return;
  throw new LogoFault('attribute', name);
};

/** The attributes of an element; a file with one that could do anything is refused as a whole. */
const attributesOf = ({ attributes }: XmlElement): Attributes => {
  for (const { uri, name } of attributes) refuseAttribute(uri, name);
  return new Map(attributes.filter(({ uri }) => uri === '').map(({ name, value }) => [name, value]));
};

/** What an element says of its look: its attributes, then its classes, then its own style. */
const styleOf = (reading: Reading, inherited: Style, attributes: Attributes): Style => {
  const classes = new Set((attributes.get('class') ?? '').split(/\s+/));
  const said = [
    ...[...attributes].filter(([name]) => isProperty(name)),
    ...[...classes].flatMap((name) => reading.sheet.get(name) ?? []),
    ...declarationsOf(attributes.get('style') ?? ''),
  ];
  reading.said += said.length;
  if (reading.said > MAX_SAID) throw new LogoFault('tooComplex', `${MAX_SAID}`);
  // What `currentColor` means is known before it is meant.
  const ordered = said.toSorted(([a], [b]) => Number(b === 'color') - Number(a === 'color'));
  const own: Style = { ...inherited, opacity: 1 };
  const style = ordered.reduce((so, [name, value]) => (value === 'inherit' ? so : withProperty(so, name, value)), own);
  // What is inside of what is not shown is not shown, whatever it says.
  return { ...style, isHidden: inherited.isHidden || style.isHidden };
};

const pathOf = (d: string, style: Style, matrix: Matrix): Path => {
  const { fill, stroke, opacity, fillOpacity, strokeOpacity, fillRule, strokeWidth } = style;
  return {
    d,
    matrix,
    fill: fill === null ? null : { color: fill, opacity: fillOpacity * opacity, rule: fillRule },
    stroke:
      stroke === null || strokeWidth === 0
        ? null
        : {
            color: stroke,
            opacity: strokeOpacity * opacity,
            width: strokeWidth,
            cap: style.lineCap,
            join: style.lineJoin,
            miterLimit: style.miterLimit,
          },
  };
};

const isKnown = (name: string): boolean => name === 'g' || name === 'defs' || Object.hasOwn(shapes, name);

interface Around {
  readonly style: Style;
  readonly matrix: Matrix;
}

const draw = (reading: Reading, element: XmlElement, { style, matrix }: Around): void => {
  const attributes = attributesOf(element);
  const { d, numbers } = shapes[element.name as keyof typeof shapes](attributes);
  reading.numbers += numbers;
  if (reading.numbers > MAX_NUMBERS) throw new LogoFault('tooComplex', `${MAX_NUMBERS}`);
  const path = pathOf(d, style, matrix);
  // A shape may hold a name for who cannot see it, and nothing that draws.
  for (const child of element.children)
    if (!silent.has(child.name)) inLine(reading.text, child, () => refuseElement(child.name));
  if (d !== '' && !style.isHidden && (path.fill !== null || path.stroke !== null)) reading.paths.push(path);
};

const walk = (reading: Reading, element: XmlElement, around: Around): void =>
  inLine(reading.text, element, () => {
    const { uri, name, children } = element;
    if (notes.test(uri)) return;
    if (uri !== SVG) refuseElement(name);
    if (silent.has(name) || name === 'style') return;
    if (!isKnown(name)) refuseElement(name);
    const attributes = attributesOf(element);
    const style = styleOf(reading, around.style, attributes);
    const matrix = multiplied(around.matrix, readTransform(attributes.get('transform') ?? ''));
    if (name !== 'g' && name !== 'defs') return draw(reading, element, { style, matrix });
    // Shapes of a group that covers others as one would show through each other.
    if (style.opacity !== 1) throw new LogoFault('attribute', 'opacity');
    // Nothing refers to what is only defined: it is looked through all the same, and not drawn.
    const hidden = name === 'defs' || style.isHidden;
    for (const child of children) walk(reading, child, { style: { ...style, isHidden: hidden }, matrix });
  });

const boxOf = (attributes: Attributes): readonly [number, number, number, number] => {
  const box = attributes.get('viewBox');
  const numbers =
    box === undefined
      ? [0, 0, lengthOf(attributes.get('width') ?? ''), lengthOf(attributes.get('height') ?? '')]
      : numbersOf(box);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  if (numbers.length !== 4 || width <= 0 || height <= 0) throw new LogoFault('dimensions', box ?? 'viewBox');
  requireProportions(width, height);
  return [x, y, width, height];
};

const requireBareSheet = ({ attributes, children }: XmlElement): void => {
  for (const { name, value } of attributes)
    if (!(name === 'id' || (name === 'type' && value === 'text/css'))) throw new LogoFault('attribute', name);
  for (const { name } of children) refuseElement(name);
};

/** The sheets of a document as one. */
const sheetOf = (text: string, root: XmlElement): StyleSheet => {
  const sheets = elementsWithin(root).filter(({ uri, name }) => uri === SVG && name === 'style');
  return new Map(
    sheets.flatMap((element) =>
      inLine(text, element, () => {
        requireBareSheet(element);
        return [...readStyleSheet(text.slice(element.openEnd, element.closeStart ?? element.openEnd))];
      }),
    ),
  );
};

/** What the scan found, as the reason of a logo. */
const scanFault = (problem: XmlProblem | undefined): LogoFault => {
  if (problem === undefined) return new LogoFault('xml', '');
  const { code, message, line } = problem;
  if (code === 'XML_TOO_LARGE') return new LogoFault('tooLarge', `${limits.maxBytes}`);
  return /TOO_(?:DEEP|MANY)/.test(code) ? new LogoFault('tooComplex', code, line) : new LogoFault('xml', message, line);
};

/** Reads a document strictly and answers its text and root, or why not. */
const treeOf = (source: Uint8Array | string): { readonly text: string; readonly root: XmlElement } => {
  const scan = scanXml(source, limits);
  if (!scan.ok) throw scanFault(scan.problems[0]);
  const tree = readXmlTree(scan.text, limits);
  if (tree === null) throw new LogoFault('xml', '');
  return tree;
};

/**
 * Reads an SVG into the paths that it draws, by what we know and nothing else: an element, attribute or value that we do not know
 * refuses the file, since without it the picture would be another one.
 */
export const readSvg = (source: Uint8Array | string): LogoDrawing => {
  const { text, root } = treeOf(source);
  if (root.uri !== SVG || root.name !== 'svg') throw new LogoFault('type', `<${root.name}>`);
  refuseScripts(text, root);
  const reading: Reading = { text, sheet: sheetOf(text, root), paths: [], numbers: 0, said: 0 };
  const [x, y, width, height] = inLine(text, root, () => {
    const attributes = attributesOf(root);
    const style = styleOf(reading, initialStyle, attributes);
    if (style.opacity !== 1) throw new LogoFault('attribute', 'opacity');
    for (const child of root.children) walk(reading, child, { style, matrix: identity });
    return boxOf(attributes);
  });
  if (reading.paths.length === 0) throw new LogoFault('empty', '<svg>');
  return { x, y, width, height, paths: reading.paths };
};
