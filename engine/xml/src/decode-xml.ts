import { declareUtf8, decodeDeclared } from './encodings.ts';
import { positionOf, xmlProblem } from './xml-problem.ts';
import type { XmlProblem } from './xml-problem.ts';

const loneSurrogate = /\p{Surrogate}/u;

const tooLarge = (size: number, maxBytes: number): XmlProblem =>
  xmlProblem({ code: 'XML_TOO_LARGE', params: { limit: `${maxBytes}`, found: `${size}` } });

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
  const text = decodeDeclared(bytes);
  return text === null ? xmlProblem({ code: 'XML_ENCODING' }) : declareUtf8(text);
};

const checkText = (text: string, maxBytes: number): string | XmlProblem => {
  const size = utf8Length(text);
  if (size > maxBytes) return tooLarge(size, maxBytes);
  const surrogate = text.search(loneSurrogate);
  return surrogate < 0 ? declareUtf8(text) : xmlProblem({ code: 'XML_LONE_SURROGATE' }, positionOf(text, surrogate));
};

/**
 * Turns bytes or text into text of bounded size that declares UTF-8 if it declares anything, or says why it cannot.
 * What a text declares no longer matters: whoever made it a text has decoded it.
 */
export const decodeXml = (source: string | Uint8Array, maxBytes: number): string | XmlProblem => {
  if (typeof source === 'string') {
    return source.length > maxBytes ? tooLarge(source.length, maxBytes) : checkText(source, maxBytes);
  }
  return source.byteLength > maxBytes ? tooLarge(source.byteLength, maxBytes) : decodeBytes(source);
};
