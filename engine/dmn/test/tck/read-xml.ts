import { SaxesParser } from 'saxes';

/** An element with its own text; prefixes are dropped, the kit needs no namespace to tell its elements apart. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML as a tree; throws on the first mistake. */
export const readXml = (text: string): XmlNode => {
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const path = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const pairs = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const);
    const node = { name: localName(name), attributes: Object.fromEntries(pairs), children: [], text: '' };
    path.at(-1)?.children.push(node);
    path.push(node);
  });
  const addText = (part: string) => {
    const node = path.at(-1);
    if (node !== undefined) node.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => path.pop());
  parser.write(text).close();
  return top.children[0] ?? top;
};

/** First child of that name. */
export const childOf = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((child) => child.name === name);

/** All children of that name. */
export const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.filter((child) => child.name === name);
