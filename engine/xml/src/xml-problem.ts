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

/** One reason why a document is refused, with the place where it was found. */
export interface XmlProblem extends XmlPosition {
  readonly code: XmlProblemCode;
  /** The id of the element concerned, when it has one. */
  readonly id?: string;
  readonly message: string;
}
