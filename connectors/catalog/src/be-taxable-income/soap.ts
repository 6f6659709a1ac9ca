import { incident } from '@irisflow/connector-sdk';
import { SaxesParser } from 'saxes';

const NAMESPACE = 'urn:irisflow:sandbox:taxable-income:v1';

/** The question in SOAP 1.1; both values are digits only. */
export const incomeRequest = (ssin: string, incomeYear: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>` +
  `<i:GetTaxableIncome xmlns:i="${NAMESPACE}"><i:ssin>${ssin}</i:ssin><i:incomeYear>${incomeYear}</i:incomeYear></i:GetTaxableIncome>` +
  `</soap:Body></soap:Envelope>`;

/**
 * The texts of an answer's innermost elements by local name, which is all that a flat answer needs. Raises an incident for
 * malformed XML and for any document type: entities are the sender's way to make a reader fetch or swell.
 */
export const readSoapAnswer = (xml: string): ReadonlyMap<string, string> => {
  const leaves = new Map<string, string>();
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', () => {
    throw incident('Expected the taxable income source to answer with well-formed XML, but it does not.');
  });
  parser.on('doctype', () => {
    throw incident('Expected the taxable income source to answer without a document type, but found one.');
  });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ local }) => {
    if (text !== '') leaves.set(local, text.trim());
    text = '';
  });
  parser.write(xml).close();
  return leaves;
};
