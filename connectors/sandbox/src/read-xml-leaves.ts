import { SaxesParser } from 'saxes';

/** The text of every element without children, by local name (the last one wins). Throws on malformed XML and on any DTD. */
export const readXmlLeaves = (xml: string): ReadonlyMap<string, string> => {
  const leaves = new Map<string, string>();
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('Expected XML without a document type, but found one.');
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
