import { incident } from '@irisflow/connector-sdk';
import { SaxesParser } from 'saxes';

/** An element of an answer by its local name, with its own text; attributes and prefixes are left out. */
export type SoapNode = { readonly name: string; readonly text: string; readonly children: readonly SoapNode[] };

type Growing = { readonly name: string; text: string; readonly children: Growing[] };

/** Deeper than any agreed answer; a reader of trees must not run out of stack. */
const MAX_DEPTH = 64;

/** A question in SOAP 1.1. What stands in the body and the header is XML already. */
export const soapEnvelope = (body: string, header = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">` +
  `${header === '' ? '' : `<soap:Header>${header}</soap:Header>`}<soap:Body>${body}</soap:Body></soap:Envelope>`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (found) => ESCAPES[found] ?? found);

/**
 * The elements of an answer. Raises an incident for malformed XML, for nesting that no answer needs and for any document type:
 * entities are the sender's way to make a reader fetch or swell.
 */
export const readSoap = (source: string, xml: string): SoapNode => {
  const top: Growing = { name: '', text: '', children: [] };
  const open: Growing[] = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    throw incident(`Expected ${source} to answer with well-formed XML, but it does not.`);
  });
  parser.on('doctype', () => {
    throw incident(`Expected ${source} to answer without a document type, but found one.`);
  });
  parser.on('opentag', ({ local }) => {
    if (open.length > MAX_DEPTH) {
      throw incident(`Expected ${source} to answer with at most ${MAX_DEPTH} levels of elements, but found more.`);
    }
    const node: Growing = { name: local, text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (part) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += part;
  });
  parser.on('closetag', () => {
    const node = open.pop();
    if (node !== undefined) node.text = node.text.trim();
  });
  parser.write(xml).close();
  return top;
};

/** The first element of this name, in document order. */
export const findNode = (node: SoapNode, name: string): SoapNode | undefined => {
  for (const child of node.children) {
    const found = child.name === name ? child : findNode(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The children of this name. */
export const nodesOf = (node: SoapNode, name: string): readonly SoapNode[] =>
  node.children.filter((child) => child.name === name);

/** The text of the first element of this name; undefined when there is none or it is empty. */
export const textOf = (node: SoapNode, name: string): string | undefined => findNode(node, name)?.text || undefined;
