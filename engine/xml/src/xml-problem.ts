import { xmlMessage } from './xml-text.ts';
import type { XmlFault, XmlParams } from './xml-text.ts';

/** Stable names of everything the scan refuses; they appear in deployment answers and in the designer. */
export type XmlProblemCode =
  | 'XML_TOO_LARGE'
  | 'XML_ENCODING'
  | 'XML_LONE_SURROGATE'
  | 'XML_EMPTY'
  | 'XML_MALFORMED'
  | 'XML_VERSION'
  | 'XML_DOCTYPE'
  | 'XML_PROCESSING_INSTRUCTION'
  | 'XML_CONTROL_CHARACTER'
  | 'XML_TOO_DEEP'
  | 'XML_TOO_MANY_ELEMENTS'
  | 'XML_TOO_MANY_ATTRIBUTES'
  | 'XML_DUPLICATE_ID';

/** A place in the text; line and column count from 1, columns in UTF-16 units. */
export interface XmlPosition {
  readonly line: number;
  readonly column: number;
}

/** The place of a character. */
export const positionOf = (text: string, index: number): XmlPosition => {
  const before = text.slice(0, index);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: index - lastBreak };
};

/** One reason why a document is refused, with the place where it was found. */
export interface XmlProblem extends XmlPosition {
  readonly code: XmlProblemCode;
  /** What the texts of every language fill in. */
  readonly params: XmlParams;
  /** Says of `XML_MALFORMED` what is wrong. */
  readonly fault?: XmlFault;
  /** The id of the element concerned, when it has one. */
  readonly id?: string;
  /** The English text, complete. */
  readonly message: string;
}

/** A problem without its place. */
export type XmlFinding = Pick<XmlProblem, 'code' | 'fault' | 'id'> & Partial<Pick<XmlProblem, 'params'>>;

const startOfFile: XmlPosition = { line: 1, column: 1 };

/** Makes a problem of what was found at a place. */
export const xmlProblem = (finding: XmlFinding, { line, column }: XmlPosition = startOfFile): XmlProblem => {
  const problem = { params: {}, ...finding };
  return { ...problem, line, column, message: xmlMessage(problem, 'en') };
};
