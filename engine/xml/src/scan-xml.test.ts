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

  test('given a prefixed attribute named id, then it is no id of the model', () => {
    expect(codesOf('<a xmlns:p="urn:p"><b p:id="x"/><b p:id="x"/></a>')).toEqual([]);
  });
});

describe('a document that is refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'XML_DOCTYPE'],
    ['a processing instruction', '<?xml version="1.0"?><?xml-stylesheet href="x"?><a/>', 'XML_PROCESSING_INSTRUCTION'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', 'XML_VERSION'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'XML_ENCODING'],
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
