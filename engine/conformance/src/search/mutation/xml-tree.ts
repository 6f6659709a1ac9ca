/** An element of an XML file, as the mutations cut and paste it. */
export interface XmlElement {
  tag: string;
  readonly attributes: (readonly [string, string])[];
  readonly children: (XmlElement | string)[];
}

const token = /<(?<close>\/)?(?<tag>[\w:.-]+)(?<attributes>[^<>]*?)(?<empty>\/)?>|(?<text>[^<]+)/g;
const attribute = /([\w:.-]+)="([^"]*)"/g;

const readAttributes = (text: string): [string, string][] =>
  Array.from(text.matchAll(attribute), ([, name = '', value = '']) => [name, value]);

/** Reads what the builder has written: well-formed, without comments and declarations inside. */
export const readXml = (text: string): XmlElement => {
  const top: XmlElement = { tag: '', attributes: [], children: [] };
  const open = [top];
  for (const { groups = {} } of text.slice(text.indexOf('?>') + 2).matchAll(token)) {
    const parent = open.at(-1) ?? top;
    if (groups['text'] !== undefined) parent.children.push(groups['text']);
    else if (groups['close'] !== undefined) open.pop();
    else {
      const element: XmlElement = {
        tag: groups['tag'] ?? '',
        attributes: readAttributes(groups['attributes'] ?? ''),
        children: [],
      };
      parent.children.push(element);
      if (groups['empty'] === undefined) open.push(element);
    }
  }
  return top;
};

const write = (node: XmlElement | string): string => {
  if (typeof node === 'string') return node;
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<${node.tag}${attributes}>${node.children.map(write).join('')}</${node.tag}>`;
};

/** The file of a tree that `readXml` gave. */
export const writeXml = (top: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${top.children.map(write).join('')}`;

const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** All elements with the one they are in, outside in. */
export const placesIn = (
  parent: XmlElement,
): readonly { readonly parent: XmlElement; readonly element: XmlElement }[] =>
  parent.children.filter(isElement).flatMap((element) => [{ parent, element }, ...placesIn(element)]);
