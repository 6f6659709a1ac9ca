import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS, SaxesTagNS, XMLDecl } from 'saxes';

import { bareAmpersand, bareLessThan } from './bare-characters.ts';
import { decodeXml } from './decode-xml.ts';
import { bareMessage, readFault } from './read-fault.ts';
import { defaultXmlLimits } from './xml-limits.ts';
import type { XmlLimits } from './xml-limits.ts';
import { positionOf, xmlProblem } from './xml-problem.ts';
import type { XmlFinding, XmlPosition, XmlProblem } from './xml-problem.ts';

/** What the scan found: the decoded text with the place of every id, or the reasons to refuse it. */
export type XmlScan =
  | { readonly ok: true; readonly text: string; readonly positions: ReadonlyMap<string, XmlPosition> }
  | { readonly ok: false; readonly problems: readonly XmlProblem[] };

/** How strictly to read, and what the document is made of. */
export interface XmlScanOptions extends Partial<XmlLimits> {
  /** Says whether elements of a namespace belong to the model, so that each of their ids is there once; by default all do. */
  readonly isModel?: (namespace: string) => boolean;
}

/** After this many problems the rest is noise, and reading on only costs time. */
const MAX_PROBLEMS = 20;

/** Thrown inside the parser's callbacks to leave it at once; never leaves this file. */
const STOP = Symbol('stop scanning');

interface Scan {
  readonly parser: SaxesParser<{ xmlns: true }>;
  readonly text: string;
  readonly limits: XmlLimits;
  readonly isModel: (namespace: string) => boolean;
  readonly problems: XmlProblem[];
  readonly positions: Map<string, XmlPosition>;
  tagStart: XmlPosition;
  depth: number;
  elements: number;
  attributes: number;
}

const here = (scan: Scan): XmlPosition => ({
  line: scan.parser.line,
  column: Math.max(1, scan.parser.columnIndex),
});

const report = (scan: Scan, finding: XmlFinding, at: XmlPosition = here(scan)): void => {
  scan.problems.push(xmlProblem(finding, at));
  if (scan.problems.length >= MAX_PROBLEMS) throw STOP;
};

const refuse = (scan: Scan, finding: XmlFinding, at?: XmlPosition): never => {
  report(scan, finding, at);
  throw STOP;
};

/** A character that the parser only stumbled over later, or named by where it stood. */
const refuseBareCharacter = (scan: Scan, error: Error): void => {
  const { text, parser } = scan;
  const lessThan = bareLessThan(text, parser.position, bareMessage(error.message));
  const ampersand = lessThan === null ? bareAmpersand(text) : null;
  const at = lessThan ?? ampersand;
  if (at === null || at >= parser.position) return;
  const fault = { fault: lessThan === null ? 'AMPERSAND_BARE' : 'LESS_THAN_BARE', params: {} } as const;
  refuse(scan, { code: 'XML_MALFORMED', fault }, positionOf(text, at));
};

const onError = (scan: Scan, error: Error): void => {
  refuseBareCharacter(scan, error);
  const fault = readFault(error);
  if (fault === null) refuse(scan, { code: 'XML_CONTROL_CHARACTER' });
  else report(scan, { code: 'XML_MALFORMED', fault });
};

const onDeclaration = (scan: Scan, { version }: XMLDecl): void => {
  if (version !== undefined && version !== '1.0') refuse(scan, { code: 'XML_VERSION', params: { found: version } });
};

const onTagStart = (scan: Scan, name: string): void => {
  const { line, column } = here(scan);
  scan.tagStart = { line, column: Math.max(1, column - name.length - 1) };
  scan.depth += 1;
  scan.elements += 1;
  scan.attributes = 0;
  const { maxDepth, maxElements } = scan.limits;
  if (scan.depth > maxDepth) {
    refuse(scan, { code: 'XML_TOO_DEEP', params: { limit: `${maxDepth}`, element: name } }, scan.tagStart);
  }
  if (scan.elements > maxElements) {
    refuse(scan, { code: 'XML_TOO_MANY_ELEMENTS', params: { limit: `${maxElements}`, element: name } }, scan.tagStart);
  }
};

const onAttribute = (scan: Scan, { name }: Pick<SaxesAttributeNS, 'name'>): void => {
  scan.attributes += 1;
  const { maxAttributes } = scan.limits;
  if (scan.attributes <= maxAttributes) return;
  const params = { limit: `${maxAttributes}`, attribute: name };
  refuse(scan, { code: 'XML_TOO_MANY_ATTRIBUTES', params }, scan.tagStart);
};

const onTag = (scan: Scan, tag: SaxesTagNS): void => {
  const id = tag.attributes['id']?.value;
  if (id === undefined || !scan.isModel(tag.uri)) return;
  const first = scan.positions.get(id);
  if (first === undefined) {
    scan.positions.set(id, scan.tagStart);
    return;
  }
  const params = { id, element: tag.name, line: `${first.line}` };
  report(scan, { code: 'XML_DUPLICATE_ID', params, id }, scan.tagStart);
};

const listen = (scan: Scan): void => {
  const { parser } = scan;
  parser.on('error', (error) => onError(scan, error));
  parser.on('xmldecl', (declaration) => onDeclaration(scan, declaration));
  parser.on('doctype', () => refuse(scan, { code: 'XML_DOCTYPE' }));
  parser.on('processinginstruction', ({ target }) =>
    refuse(scan, { code: 'XML_PROCESSING_INSTRUCTION', params: { found: target } }),
  );
  parser.on('opentagstart', ({ name }) => onTagStart(scan, name));
  parser.on('attribute', (attribute) => onAttribute(scan, attribute));
  parser.on('opentag', (tag) => onTag(scan, tag));
  parser.on('closetag', () => {
    scan.depth -= 1;
  });
};

const startScan = (text: string, { isModel = () => true, ...limits }: XmlScanOptions): Scan => ({
  parser: new SaxesParser({ xmlns: true, position: true }),
  text,
  limits: { ...defaultXmlLimits, ...limits },
  isModel,
  problems: [],
  positions: new Map(),
  tagStart: { line: 1, column: 1 },
  depth: 0,
  elements: 0,
  attributes: 0,
});

const read = (scan: Scan): void => {
  try {
    scan.parser.write(scan.text).close();
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
export const scanXml = (source: string | Uint8Array, options: XmlScanOptions = {}): XmlScan => {
  const text = decodeXml(source, options.maxBytes ?? defaultXmlLimits.maxBytes);
  if (typeof text !== 'string') return { ok: false, problems: [text] };
  if (text.trim() === '') return { ok: false, problems: [xmlProblem({ code: 'XML_EMPTY' })] };
  const scan = startScan(text, options);
  listen(scan);
  read(scan);
  return scan.problems.length > 0
    ? { ok: false, problems: scan.problems }
    : { ok: true, text, positions: scan.positions };
};
