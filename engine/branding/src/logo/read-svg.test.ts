import { describe, expect, test } from 'vitest';
import { scanXml, readXmlTree, elementsWithin } from '@irisflow/xml';
import { LogoFault } from './logo-fault.ts';
import { readLogo } from './read-logo.ts';

const svg = (inside: string, attributes = 'viewBox="0 0 40 20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const read = (text: string | Buffer) => readLogo(Buffer.from(text));
const kept = async (text: string | Buffer) => (await read(text)).content.toString();
const refusal = async (text: string | Buffer): Promise<LogoFault> =>
  read(text).then(
    () => expect.unreachable('Expected the logo to be refused, but it was kept'),
    (thrown: unknown) => {
      if (thrown instanceof LogoFault) return thrown;
      throw thrown;
    },
  );

const rootOf = (text: string) => {
  const tree = readXmlTree(text);
  if (tree === null) throw new Error(`Expected XML, found ${text}`);
  return tree.root;
};

const shape = '<rect width="4" height="4"/>';

/** Of the processor: how busy the machine is with others says nothing of what a drawing costs. */
const MOST_MICROSECONDS = 3_000_000;

describe('an SVG logo', () => {
  test('is written anew as paths, with what is inherited in its place', async () => {
    const text = svg(
      `<style type="text/css"><![CDATA[ .a, .b { fill:#ABC; stroke:none; } ]]></style><title>Nom</title>
       <g fill="navy" transform="translate(2 3)"><circle class="b" cx="5" cy="5" r="2"/><path d="m1,1 2 2z"/></g>
       <rect style="fill:rgb(255, 0, 0);fill-opacity:50%" width="4" height="4" rx="1"/>`,
    );
    const clean = await kept(text);
    expect(clean).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">' +
        '<path d="M 3 5 A 2 2 0 1 0 7 5 A 2 2 0 1 0 3 5 Z" transform="matrix(1 0 0 1 2 3)" fill="#aabbcc" fill-opacity="1" fill-rule="nonzero"/>' +
        '<path d="m 1 1 l 2 2 z" transform="matrix(1 0 0 1 2 3)" fill="#000080" fill-opacity="1" fill-rule="nonzero"/>' +
        '<path d="M 1 0 H 3 A 1 1 0 0 1 4 1 V 3 A 1 1 0 0 1 3 4 H 1 A 1 1 0 0 1 0 3 V 1 A 1 1 0 0 1 1 0 Z" fill="#ff0000" fill-opacity="0.5" fill-rule="nonzero"/></svg>',
    );
    // What is clean is its own clean form: letters read it again.
    expect(await kept(clean)).toBe(clean);
  });

  test('reads numbers as tight as drawing programs write them', async () => {
    expect(await kept(svg('<path d="M.5.5l-1-1a1 1 0 01.5.5 1 1 0 1 0 1e1-2.5e-1"/>'))).toContain(
      'd="M 0.5 0.5 l -1 -1 a 1 1 0 0 1 0.5 0.5 a 1 1 0 1 0 10 -0.25"',
    );
  });

  test('does not show what its file did not show', async () => {
    const hidden = `<g display="none"><rect width="9" height="9" display="inline"/></g><defs>${shape}</defs>`;
    expect((await kept(svg(hidden + shape))).match(/<path/g)).toHaveLength(1);
    expect(await refusal(svg(hidden))).toMatchObject({ reason: 'empty' });
  });

  const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${svg('<title>&b;</title>')}`;
  const deep = `${'<g>'.repeat(40)}${shape}${'</g>'.repeat(40)}`;

  const refused = [
    ['xml', bomb],
    ['xml', `<!DOCTYPE svg SYSTEM "http://evil.example/x.dtd">${svg(shape)}`],
    ['xml', `<?xml-stylesheet href="http://evil.example/x.css"?>${svg(shape)}`],
    ['xml', svg('<rect width="4"')],
    ['xml', svg(`${shape}&nbsp;`)],
    ['script', svg(`<script>alert(1)</script>${shape}`)],
    ['script', svg(`<SCRIPT xlink:href="x"/>${shape}`)],
    ['script', svg(`<metadata><script>alert(1)</script></metadata>${shape}`)],
    ['script', svg(`<g xmlns:x="http://www.w3.org/1999/xhtml"><x:script>alert(1)</x:script></g>${shape}`)],
    ['script', svg('<rect width="4" height="4" onload="alert(1)"/>')],
    ['script', svg(shape, 'viewBox="0 0 4 4" onload="alert(1)"')],
    ['script', svg('<rect width="4" height="4" ONCLICK="alert(1)"/>')],
    ['script', svg(`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>${shape}`)],
    ['script', svg(`<rect width="4" height="4"><animate attributeName="href" to="javascript:alert(1)"/></rect>`)],
    ['script', svg(`<set attributeName="onload" to="alert(1)"/>${shape}`)],
    ['script', svg(`<animateTransform attributeName="transform" type="rotate"/>${shape}`)],
    ['reference', svg(`<image href="http://evil.example/t.gif" width="4" height="4"/>`)],
    ['reference', svg(`<image xlink:href="data:image/png;base64,AAAA" width="4" height="4"/>`)],
    ['reference', svg(`<use xlink:href="#a"/>${shape}`)],
    ['reference', svg(`<use href="http://evil.example/x.svg#a"/>${shape}`)],
    ['reference', svg(`<a href="javascript:alert(1)">${shape}</a>`)],
    ['reference', svg(`<defs><linearGradient id="g"/></defs><rect width="4" height="4" fill="url(#g)"/>`)],
    ['reference', svg('<rect width="4" height="4" fill="url(http://evil.example/x#y)"/>')],
    ['reference', svg('<rect width="4" height="4" fill="u&#114;l(http://evil.example/x#y)"/>')],
    ['reference', svg('<rect width="4" height="4" style="fill:url(http://evil.example)"/>')],
    ['reference', svg('<rect width="4" height="4" style="fill:URL (#a)"/>')],
    ['reference', svg(String.raw`<rect width="4" height="4" style="fill:\75rl(#a)"/>`)],
    ['reference', svg(`<style>@import url(http://evil.example/x.css);</style>${shape}`)],
    ['reference', svg(`<style>@font-face{src:url(data:x)}</style>${shape}`)],
    ['reference', svg(`<style>.a{fill:url(#b)}</style>${shape}`)],
    ['reference', svg(`<style>rect[width^="4"]{fill:red}</style>${shape}`)],
    ['reference', svg(`<style>.a{fill:red}/* x */</style>${shape}`)],
    ['script', svg(`<style>.a{fill:red}<script/></style>${shape}`)],
    ['reference', svg('<rect width="4" height="4" filter="url(#f)"/>')],
    ['reference', svg('<rect width="4" height="4" clip-path="url(#f)"/>')],
    ['reference', svg(shape, 'viewBox="0 0 4 4" xml:base="http://evil.example/"')],
    ['element', svg(`<text>Brussels</text>`)],
    ['element', svg(`<svg>${shape}</svg>`)],
    ['element', svg(`<p xmlns="http://www.w3.org/1999/xhtml">x</p>${shape}`)],
    ['element', svg(`<x:rect xmlns:x="http://evil.example/" width="4" height="4"/>`)],
    ['element', svg('<rect width="4" height="4"><rect width="2" height="2"/></rect>')],
    ['attribute', svg('<rect width="4" height="4" unknown="1"/>')],
    ['attribute', svg('<rect width="4" height="4" style="behavior:x"/>')],
    ['attribute', svg(`<g opacity="0.5">${shape}</g>`)],
    ['value', svg('<path d="M0 0 L 1"/>')],
    ['value', svg('<path d="L 1 1"/>')],
    ['value', svg('<path d="M0 0 alert(1)"/>')],
    ['value', svg('<path d="M0 0 L 1e300 1e300"/>')],
    ['value', svg('<path d="M0 0 L NaN Infinity"/>')],
    ['value', svg('<rect width="-4" height="4"/>')],
    ['value', svg('<rect width="99999999" height="4"/>')],
    ['value', svg('<rect width="4" height="4" fill="constructor"/>')],
    ['value', svg('<rect width="4" height="4" fill="rgb(1,2)"/>')],
    ['value', svg(`<g transform="rotate(1) evil(2)">${shape}</g>`)],
    ['value', svg(`<g transform="constructor(2)">${shape}</g>`)],
    ['value', svg(`<g transform="${'scale(1000)'.repeat(9)}">${shape}</g>`)],
    ['value', svg('<polygon points="1 2 3"/>')],
    ['value', svg(`<g transform="scale(900)"><g transform="scale(900)">${shape}</g></g>`)],
    ['tooLarge', svg('<path d="M0 0h1v1z" stroke="red"/>'.repeat(1500))],
    ['value', svg(`<g transform="${' '.repeat(150_000)}x">${shape}</g>`)],
    [
      'tooComplex',
      svg(
        `<style>${Array.from({ length: 2000 }, (_none, index) => `.a${index}`).join(',')}{${'fill:red;'.repeat(2000)}}</style>${shape}`,
      ),
    ],
    ['dimensions', svg(shape, 'viewBox="0 0 0 0"')],
    ['dimensions', svg(shape, 'viewBox="0 0 10000 1"')],
    ['dimensions', svg(shape, 'viewBox="0 0 4"')],
    ['empty', svg('')],
    ['empty', svg('<rect width="4" height="4" fill="none"/>')],
    ['tooComplex', svg(deep)],
    ['tooComplex', svg(shape.repeat(2500))],
    ['tooComplex', svg(`<path d="M0 0${' 1 1'.repeat(21_000)}"/>`)],
    ['tooLarge', svg(`<title>${'x'.repeat(200_000)}</title>${shape}`)],
    ['type', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['type', '<svg viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'],
    ['type', 'GIF89a'],
    ['type', ''],
    ['type', '\u001f\u008b\b\0gzip'],
  ] as const;

  test.each(refused.map(([reason, text]) => [reason, text.slice(0, 240), text] as const))(
    'is refused for %s: %s',
    async (reason, _beginning, text) => {
      const fault = await refusal(text);
      expect(fault.reason, fault.message).toBe(reason);
    },
  );

  test('that repeats itself costs no more for it', async () => {
    const classes = 'a '.repeat(40_000);
    const sheet = `<style>.a{${'fill:red;'.repeat(90)}}</style>`;
    const began = process.cpuUsage();
    await read(svg(`${sheet}<rect class="${classes}" width="4" height="4"/>`));
    expect(process.cpuUsage(began).user).toBeLessThan(MOST_MICROSECONDS);
  });

  test('with many shapes that each have many classes of many properties is refused before it costs much', async () => {
    const names = Array.from({ length: 490 }, (_none, index) => `a${index}`);
    const sheet = `<style>${names.map((name) => `.${name}`).join(',')}{${'fill:rgb(1%,2%,3%);'.repeat(99)}}</style>`;
    const shapes = `<rect class="${names.join(' ')}" width="4" height="4"/>`.repeat(75);
    const began = process.cpuUsage();
    expect(await refusal(svg(sheet + shapes))).toMatchObject({ reason: 'tooComplex' });
    expect(process.cpuUsage(began).user).toBeLessThan(MOST_MICROSECONDS);
  });

  test('in another encoding is read for what it says, and not for how it looks', async () => {
    const utf16 = Buffer.from(`\ufeff${svg(`<script>alert(1)</script>${shape}`)}`, 'utf16le');
    expect(await refusal(utf16)).toMatchObject({ reason: 'script' });
    const utf7 = `<?xml version="1.0" encoding="utf-7"?>${svg('+ADw-script+AD4-')}`;
    expect((await refusal(utf7)).reason).toMatch(/xml|empty/);
  });

  test('says in which line of the file what is refused stands', async () => {
    expect(await refusal(svg(`\n${shape}\n<g>\n  <script/></g>`))).toMatchObject({
      reason: 'script',
      what: '<script>',
      line: 4,
    });
  });
});

/** Numbers that repeat: the same drawings in every run. */
const dice = (seed: number) => () => {
  let value = (seed += 0x6d2b79f5);
  value = Math.imul(value ^ (value >>> 15), value | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
};

const elements = [
  'g',
  'path',
  'rect',
  'circle',
  'polygon',
  'script',
  'use',
  'image',
  'style',
  'a',
  'defs',
  'text',
  'x:y',
];
const names = [
  'fill',
  'd',
  'width',
  'height',
  'r',
  'points',
  'transform',
  'style',
  'onload',
  'href',
  'xlink:href',
  'id',
  'class',
  'stroke',
  'filter',
  'opacity',
];
const values = [
  '4',
  '#abc',
  'none',
  'url(#a)',
  'M0 0 L4 4',
  'translate(1 2)',
  '0 0 4 4',
  'javascript:alert(1)',
  'fill:red',
  '&quot;&gt;&lt;script&gt;',
  'data:x',
  '1e9',
  'a',
];

const randomTree = (roll: () => number, depth: number): string => {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
  // Mostly what is right: a file that is wrong at once says nothing of what is written back.
  const name = pick(roll() < 0.93 ? elements.slice(0, 5) : elements);
  const attributes = new Map(
    Array.from({ length: Math.floor(roll() * 3) }, () => {
      const attribute = pick(roll() < 0.95 ? ['fill', 'id', 'class', 'stroke', 'width', 'height', 'r'] : names);
      return [attribute, roll() < 0.9 ? pick(['4', '#abc', '2']) : pick(values)] as const;
    }).filter(([attribute, value]) => !(/^(?:fill|stroke)$/.test(attribute) && /^\d$/.test(value))),
  );
  if (name === 'path') attributes.set('d', 'M0 0 L4 4 H2z');
  if (name === 'rect') attributes.set('width', '4').set('height', '4');
  const text = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  const children =
    depth > 0 && name === 'g'
      ? Array.from({ length: Math.floor(roll() * 4) }, () => randomTree(roll, depth - 1)).join('')
      : '';
  return `<${name}${name === 'x:y' ? ' xmlns:x="http://evil.example/"' : ''}${text}>${children}</${name}>`;
};

test('whatever comes in, what is written back holds one element of paths, and of these only numbers, colors and words we know', async () => {
  const allowed = new Set([
    'xmlns',
    'viewBox',
    'width',
    'height',
    'd',
    'transform',
    'fill',
    'fill-opacity',
    'fill-rule',
    'stroke',
    'stroke-opacity',
    'stroke-width',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-miterlimit',
  ]);
  const counts = { kept: 0, refused: 0 };
  for (let seed = 1; seed <= 1500; seed += 1) {
    const roll = dice(seed);
    const source = svg(Array.from({ length: 3 }, () => randomTree(roll, 3)).join(''));
    expect(scanXml(source, { isModel: () => false }).ok, source).toBe(true);
    const clean = await kept(source).catch((thrown: unknown) => {
      if (!(thrown instanceof LogoFault)) throw thrown;
      return null;
    });
    if (clean === null) {
      counts.refused += 1;
      continue;
    }
    counts.kept += 1;
    // Letters read it again, and find the same.
    expect(await kept(clean)).toBe(clean);
    const [root, ...paths] = elementsWithin(rootOf(clean));
    expect([root?.name, ...new Set(paths.map(({ name }) => name))]).toEqual(['svg', 'path']);
    for (const { attributes } of elementsWithin(rootOf(clean)))
      for (const { name, value } of attributes) {
        expect(allowed.has(name), `${name} in ${clean}`).toBe(true);
        expect(value).toMatch(
          /^(?:http:\/\/www\.w3\.org\/2000\/svg|#[0-9a-f]{6}|none|nonzero|evenodd|butt|round|square|miter|bevel|matrix\([-. \d]+\)|[-MmLlHhVvCcSsQqTtAaZz.\d ]+)$/,
        );
      }
  }
  // Both ways are walked often enough to say something.
  expect(counts.kept).toBeGreaterThan(200);
  expect(counts.refused).toBeGreaterThan(200);
});
