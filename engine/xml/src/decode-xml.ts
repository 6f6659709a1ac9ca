import type { XmlProblem } from './xml-problem.ts';

// The pure packages compile without DOM and Node types; both platforms provide this global.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode: (bytes: Uint8Array) => string };

const loneSurrogate = /\p{Surrogate}/u;

const atStart = (code: XmlProblem['code'], message: string): XmlProblem => ({ code, line: 1, column: 1, message });

const positionOf = (text: string, index: number) => {
  const before = text.slice(0, index);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: index - lastBreak };
};

const tooLarge = (size: number, maxBytes: number): XmlProblem =>
  atStart('XML_TOO_LARGE', `Expected at most ${maxBytes} bytes of XML, but the document has ${size}.`);

/** UTF-8 length of a well-formed string, without allocating the bytes. */
const utf8Length = (text: string): number => {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) length += 1;
    // A surrogate pair is two units and four bytes: one extra byte for each of its units.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) length += 1;
  }
  return length;
};

const decodeBytes = (bytes: Uint8Array): string | XmlProblem => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return atStart('XML_ENCODING', 'Expected the document to be UTF-8, but it contains bytes that are not.');
  }
};

const checkText = (text: string, maxBytes: number): string | XmlProblem => {
  const size = utf8Length(text);
  if (size > maxBytes) return tooLarge(size, maxBytes);
  const surrogate = text.search(loneSurrogate);
  if (surrogate < 0) return text;
  const message = 'Expected whole Unicode characters, but found half of a surrogate pair.';
  return { code: 'XML_LONE_SURROGATE', ...positionOf(text, surrogate), message };
};

/** Turns bytes or text into well-formed text of bounded size, or says why it cannot. */
export const decodeXml = (source: string | Uint8Array, maxBytes: number): string | XmlProblem => {
  if (typeof source === 'string') {
    return source.length > maxBytes ? tooLarge(source.length, maxBytes) : checkText(source, maxBytes);
  }
  return source.byteLength > maxBytes ? tooLarge(source.byteLength, maxBytes) : decodeBytes(source);
};
