import { describe, expect, test } from 'vitest';

import { scanXml } from '@irisflow/xml';
import type { XmlProblem } from '@irisflow/xml';

const problemsOf = (source: string | Uint8Array, limits = {}): readonly XmlProblem[] => {
  const scan = scanXml(source, limits);
  return scan.ok ? [] : scan.problems;
};
const codesOf = (source: string | Uint8Array, limits = {}) => problemsOf(source, limits).map(({ code }) => code);
const bytes = (...values: number[]) => Uint8Array.from(values);
const encode = (text: string) => new TextEncoder().encode(text);
const windowsBytes: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92 };
const singleBytes = (text: string) =>
  Uint8Array.from(text, (character) => windowsBytes[character] ?? character.charCodeAt(0));
const utf16 = (text: string, smallFirst: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), smallFirst);
  return new Uint8Array(view.buffer);
};

describe('a document that is fine', () => {
  test('given ids on several lines, then each has its line and column', () => {
    const scan = scanXml('<?xml version="1.0" encoding="UTF-8"?>\n<a id="one">\n  <b x="1" id="two"/>\n</a>\n');

    expect(scan.ok).toBe(true);
    expect(scan.ok && [...scan.positions]).toEqual([
      ['one', { line: 2, column: 1 }],
      ['two', { line: 3, column: 3 }],
    ]);
  });

  test('given bytes with a byte order mark, then the text comes without it', () => {
    const scan = scanXml(Uint8Array.from([0xef, 0xbb, 0xbf, ...encode('<a title="é🙂"/>')]));

    expect(scan).toMatchObject({ ok: true, text: '<a title="é🙂"/>' });
  });

  test('given declared prefixes, comments and CDATA, then they pass', () => {
    expect(codesOf('<p:a xmlns:p="urn:p"><!-- note --><p:b p:id="x"><![CDATA[1 < 2]]></p:b></p:a>')).toEqual([]);
  });

  test('given ids of elements that are none of the model, then nobody minds them', () => {
    const text = '<a id="x"><f:b xmlns:f="urn:foreign" id="x"/><f:b xmlns:f="urn:foreign" id="y"/></a>';
    const scan = scanXml(text, { isModel: (namespace) => namespace === '' });

    expect(scan.ok && [...scan.positions.keys()]).toEqual(['x']);
    expect(codesOf(text)).toEqual(['XML_DUPLICATE_ID']);
  });

  test('given a prefixed attribute named id, then it is no id of the model', () => {
    expect(codesOf('<a xmlns:p="urn:p"><b p:id="x"/><b p:id="x"/></a>')).toEqual([]);
  });
});

describe('an encoding', () => {
  const declaring = (encoding: string, title: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>\n<a title="${title}"/>`;

  test.each([
    ['UTF-8', encode(declaring('UTF-8', 'Città €')), 'Città €'],
    ['ISO-8859-1', singleBytes(declaring('ISO-8859-1', 'Città')), 'Città'],
    ['windows-1252', singleBytes(declaring('windows-1252', 'Città € ’né’')), 'Città € ’né’'],
    ['US-ASCII', encode(declaring('US-ASCII', 'Citta')), 'Citta'],
    ['UTF-16 with a mark, the big byte first', utf16(`\uFEFF${declaring('UTF-16', 'Città €')}`, false), 'Città €'],
    ['UTF-16 with a mark, the small byte first', utf16(`\uFEFF${declaring('utf-16', 'Città €')}`, true), 'Città €'],
    ['UTF-16 without a mark', utf16(declaring('UTF-16LE', 'Città €'), true), 'Città €'],
  ])('given %s as declared, then the text is read, and says that it is UTF-8', (_, file, title) => {
    expect(scanXml(file)).toMatchObject({ ok: true, text: declaring('UTF-8', title) });
  });

  test('given a text, then what it declares is of no matter, and made true', () => {
    expect(scanXml("<?xml version='1.0' encoding='ISO-8859-1'?><a b='é'/>")).toMatchObject({
      ok: true,
      text: "<?xml version='1.0' encoding='UTF-8'?><a b='é'/>",
    });
  });
});

describe('a document that is refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'XML_DOCTYPE'],
    ['a processing instruction', '<?xml version="1.0"?><?xml-stylesheet href="x"?><a/>', 'XML_PROCESSING_INSTRUCTION'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', 'XML_VERSION'],
    ['a NUL character', '<a>\u0000</a>', 'XML_CONTROL_CHARACTER'],
    ['an unclosed element', '<a><b></a>', 'XML_MALFORMED'],
    ['two roots', '<a/><b/>', 'XML_MALFORMED'],
    ['an unknown entity', '<a>&nbsp;</a>', 'XML_MALFORMED'],
    ['an undeclared prefix', '<p:a/>', 'XML_MALFORMED'],
    ['a repeated attribute', '<a x="1" x="2"/>', 'XML_MALFORMED'],
    ['plain words', 'hello', 'XML_MALFORMED'],
    ['half a surrogate pair', '<a>\ud800</a>', 'XML_LONE_SURROGATE'],
    ['nothing', ' \n ', 'XML_EMPTY'],
    ['the same id twice', '<a id="x"><b id="x"/></a>', 'XML_DUPLICATE_ID'],
  ])('given %s, then it says %s', (_, text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  test('given invalid UTF-8, then it says so', () => {
    expect(codesOf(bytes(0x3c, 0x61, 0xff, 0x2f, 0x3e))).toEqual(['XML_ENCODING']);
  });

  test.each([
    ['Shift_JIS', encode('<?xml version="1.0" encoding="Shift_JIS"?><a/>')],
    ['UTF-16, but it is UTF-8', encode('<?xml version="1.0" encoding="UTF-16"?><a/>')],
    ['ISO-8859-1 behind the mark of UTF-8', encode('\uFEFF<?xml version="1.0" encoding="ISO-8859-1"?><a/>')],
    ['UTF-8, but it is UTF-16', utf16('<?xml version="1.0" encoding="UTF-8"?><a/>', true)],
    ['US-ASCII, but one byte is none', singleBytes('<?xml version="1.0" encoding="US-ASCII"?><a b="é"/>')],
    ['UTF-8, but one byte is none', singleBytes('<?xml version="1.0" encoding="UTF-8"?><a b="é"/>')],
  ])('given a file that declares %s, then it says which encodings are read', (_, file) => {
    const [problem] = problemsOf(file);

    expect(problem?.code).toBe('XML_ENCODING');
    expect(problem?.message).toContain('UTF-8, UTF-16, US-ASCII, ISO-8859-1');
  });

  test.each([
    ['an ampersand between spaces', '<a>\n  <b c="1"/>x & y</a>', 'AMPERSAND_BARE', [2, 15]],
    ['an ampersand in a value', '<a b="you & me"/>', 'AMPERSAND_BARE', [1, 11]],
    ['an ampersand before an element', '<a>& <b/></a>', 'AMPERSAND_BARE', [1, 4]],
    [
      'an ampersand behind others that are fine',
      '<a><!-- & --><![CDATA[&]]>&lt; &#10; R&D</a>',
      'AMPERSAND_BARE',
      [1, 39],
    ],
    ['a comparison in text', '<a>\n  age < 18</a>', 'LESS_THAN_BARE', [2, 7]],
    ['a comparison without spaces in text', '<a>age<=18</a>', 'LESS_THAN_BARE', [1, 7]],
    ['a comparison in a value', '<a b="age < 18"/>', 'LESS_THAN_BARE', [1, 11]],
    ['a comparison without spaces in a value', '<a b="age<18"/>', 'LESS_THAN_BARE', [1, 10]],
  ] as const)('given %s, then it is called that, where it stands', (_, text, fault, [line, column]) => {
    expect(problemsOf(text)).toMatchObject([{ code: 'XML_MALFORMED', fault: { fault }, line, column }]);
  });

  test('given a duplicate id, then the problem names the id and both places', () => {
    const [problem] = problemsOf('<a id="x">\n  <b id="x"/>\n</a>');

    expect(problem).toMatchObject({ code: 'XML_DUPLICATE_ID', id: 'x', line: 2, column: 3 });
    expect(problem?.message).toContain('line 1');
  });

  test('given a lone surrogate in a later line, then the problem points at it', () => {
    expect(problemsOf('<a>\n  \udc00</a>')[0]).toMatchObject({ line: 2, column: 3 });
  });

  test('given hundreds of errors, then the list stays short', () => {
    expect(problemsOf(`<a>${'&x;'.repeat(500)}</a>`).length).toBeLessThanOrEqual(20);
  });
});

describe('limits', () => {
  test.each([
    ['bytes', '<a>éé</a>', { maxBytes: 10 }, 'XML_TOO_LARGE'],
    ['depth', '<a><b><c/></b></a>', { maxDepth: 2 }, 'XML_TOO_DEEP'],
    ['elements', '<a><b/><b/></a>', { maxElements: 2 }, 'XML_TOO_MANY_ELEMENTS'],
    ['attributes', '<a x="1" y="2" z="3"/>', { maxAttributes: 2 }, 'XML_TOO_MANY_ATTRIBUTES'],
  ])('given too many %s, then the document is refused', (_, text, limits, code) => {
    expect(codesOf(text, limits)).toEqual([code]);
  });

  test('given exactly the allowed amounts, then the document passes', () => {
    const limits = { maxBytes: 26, maxDepth: 2, maxElements: 3, maxAttributes: 1 };

    expect(codesOf('<a><b x="1"/><b/>éé</a>', limits)).toEqual([]);
  });

  test('given text or bytes of the same size, then both count alike', () => {
    const text = `<a>${'é'.repeat(20)}🙂</a>`;
    const size = encode(text).byteLength;

    expect([codesOf(text, { maxBytes: size }), codesOf(text, { maxBytes: size - 1 })]).toEqual([[], ['XML_TOO_LARGE']]);
    expect(codesOf(encode(text), { maxBytes: size - 1 })).toEqual(['XML_TOO_LARGE']);
  });

  test('given a hundred thousand open elements, then the scan stops at the limit', () => {
    expect(codesOf('<a>'.repeat(100_000))).toEqual(['XML_TOO_DEEP']);
  });
});
