/** Upper bounds of one document; every bound is checked before the text reaches a model parser. */
export interface XmlLimits {
  /** Size of the document in bytes (UTF-8). */
  readonly maxBytes: number;
  /** Nesting of elements; the root has depth 1. */
  readonly maxDepth: number;
  /** Number of elements in the whole document. */
  readonly maxElements: number;
  /** Number of attributes of one element, namespace declarations included. */
  readonly maxAttributes: number;
}

/** The bounds used when the caller names none: 2 MiB, depth 200, 10,000 elements, 100 attributes an element. */
export const defaultXmlLimits: XmlLimits = Object.freeze({
  maxBytes: 2 * 1024 * 1024,
  maxDepth: 200,
  maxElements: 10_000,
  maxAttributes: 100,
});
