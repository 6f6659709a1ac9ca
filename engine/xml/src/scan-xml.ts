import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS, SaxesTagNS, XMLDecl } from 'saxes';

import { decodeXml } from './decode-xml.ts';
import { defaultXmlLimits } from './xml-limits.ts';
import type { XmlLimits } from './xml-limits.ts';
import type { XmlPosition, XmlProblem, XmlProblemCode } from './xml-problem.ts';

/** What the scan found: the decoded text with the place of every id, or the reasons to refuse it. */
export type XmlScan =
  | { readonly ok: true; readonly text: string; readonly positions: ReadonlyMap<string, XmlPosition> }
  | { readonly ok: false; readonly problems: readonly XmlProblem[] };

/** After this many problems the rest is noise, and reading on only costs time. */
const MAX_PROBLEMS = 20;

/** Thrown inside the parser's callbacks to leave it at once; never leaves this file. */
const STOP = Symbol('stop scanning');

interface Scan {
  readonly parser: SaxesParser<{ xmlns: true }>;
  readonly limits: XmlLimits;
  readonly problems: XmlProblem[];
  readonly positions: Map<string, XmlPosition>;
  tagStart: XmlPosition;
  depth: number;
  elements: number;
  attributes: number;
}

interface Finding {
  readonly code: XmlProblemCode;
  readonly message: string;
  readonly at?: XmlPosition;
  readonly id?: string;
}

const here = (scan: Scan): XmlPosition => ({
  line: scan.parser.line,
  column: Math.max(1, scan.parser.columnIndex),
});

const report = (scan: Scan, { code, message, at, id }: Finding): void => {
  const position = at ?? here(scan);
  scan.problems.push({ code, ...position, ...(id === undefined ? {} : { id }), message });
  if (scan.problems.length >= MAX_PROBLEMS) throw STOP;
};

const refuse = (scan: Scan, finding: Finding): never => {
  report(scan, finding);
  throw STOP;
};

/** saxes prefixes its messages with "line:column: "; the position travels separately here. */
const bareMessage = (message: string): string => message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');

const onError = (scan: Scan, error: Error): void => {
  const message = bareMessage(error.message);
  if (/disallowed character/.test(message)) {
    const found = 'Expected only characters that XML 1.0 allows, but found a control character.';
    refuse(scan, { code: 'XML_CONTROL_CHARACTER', message: found });
  }
  report(scan, { code: 'XML_MALFORMED', message: `Expected well-formed XML, but found: ${message}.` });
};

const onDeclaration = (scan: Scan, { version, encoding }: XMLDecl): void => {
  if (version !== undefined && version !== '1.0') {
    refuse(scan, { code: 'XML_VERSION', message: `Expected XML version 1.0, but the document declares ${version}.` });
  }
  if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) {
    refuse(scan, { code: 'XML_ENCODING', message: `Expected encoding UTF-8, but the document declares ${encoding}.` });
  }
};

const onTagStart = (scan: Scan, name: string): void => {
  const { line, column } = here(scan);
  scan.tagStart = { line, column: Math.max(1, column - name.length - 1) };
  scan.depth += 1;
  scan.elements += 1;
  scan.attributes = 0;
  const { maxDepth, maxElements } = scan.limits;
  if (scan.depth > maxDepth) {
    const message = `Expected elements nested at most ${maxDepth} deep, but <${name}> goes deeper.`;
    refuse(scan, { code: 'XML_TOO_DEEP', message, at: scan.tagStart });
  }
  if (scan.elements > maxElements) {
    const message = `Expected at most ${maxElements} elements, but <${name}> is one more.`;
    refuse(scan, { code: 'XML_TOO_MANY_ELEMENTS', message, at: scan.tagStart });
  }
};

const onAttribute = (scan: Scan, attribute: Pick<SaxesAttributeNS, 'name'>): void => {
  scan.attributes += 1;
  const { maxAttributes } = scan.limits;
  if (scan.attributes <= maxAttributes) return;
  const message = `Expected at most ${maxAttributes} attributes on one element, but "${attribute.name}" is one more.`;
  refuse(scan, { code: 'XML_TOO_MANY_ATTRIBUTES', message, at: scan.tagStart });
};

const onTag = (scan: Scan, tag: SaxesTagNS): void => {
  const id = tag.attributes['id']?.value;
  if (id === undefined) return;
  const first = scan.positions.get(id);
  if (first === undefined) {
    scan.positions.set(id, scan.tagStart);
    return;
  }
  const message = `Expected every id once, but "${id}" of <${tag.name}> is already used in line ${first.line}.`;
  report(scan, { code: 'XML_DUPLICATE_ID', message, at: scan.tagStart, id });
};

const listen = (scan: Scan): void => {
  const { parser } = scan;
  parser.on('error', (error) => onError(scan, error));
  parser.on('xmldecl', (declaration) => onDeclaration(scan, declaration));
  parser.on('doctype', () =>
    refuse(scan, { code: 'XML_DOCTYPE', message: 'Expected no document type, but found <!DOCTYPE.' }),
  );
  parser.on('processinginstruction', ({ target }) => {
    const message = `Expected no processing instruction, but found <?${target}.`;
    refuse(scan, { code: 'XML_PROCESSING_INSTRUCTION', message });
  });
  parser.on('opentagstart', ({ name }) => onTagStart(scan, name));
  parser.on('attribute', (attribute) => onAttribute(scan, attribute));
  parser.on('opentag', (tag) => onTag(scan, tag));
  parser.on('closetag', () => {
    scan.depth -= 1;
  });
};

const startScan = (limits: XmlLimits): Scan => ({
  parser: new SaxesParser({ xmlns: true, position: true }),
  limits,
  problems: [],
  positions: new Map(),
  tagStart: { line: 1, column: 1 },
  depth: 0,
  elements: 0,
  attributes: 0,
});

const read = (scan: Scan, text: string): void => {
  try {
    scan.parser.write(text).close();
  } catch (error) {
    if (error !== STOP) throw error;
  }
};

/**
 * Reads a document strictly and answers its text with the place of every `id`, or the problems; never throws.
 *
 * Model parsers of this family drop what they cannot read and go on with the rest. Scanning first is what turns a
 * truncated model into a refused one.
 */
export const scanXml = (source: string | Uint8Array, limits: Partial<XmlLimits> = {}): XmlScan => {
  const bounds = { ...defaultXmlLimits, ...limits };
  const text = decodeXml(source, bounds.maxBytes);
  if (typeof text !== 'string') return { ok: false, problems: [text] };
  if (text.trim() === '') {
    const message = 'Expected an XML document, but the text is empty.';
    return { ok: false, problems: [{ code: 'XML_EMPTY', line: 1, column: 1, message }] };
  }
  const scan = startScan(bounds);
  listen(scan);
  read(scan, text);
  return scan.problems.length > 0
    ? { ok: false, problems: scan.problems }
    : { ok: true, text, positions: scan.positions };
};
