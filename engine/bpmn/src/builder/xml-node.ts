/** An element being written; a child may also be text. */
export interface XmlNode {
  readonly tag: string;
  readonly attributes: Record<string, string | undefined>;
  readonly children: (XmlNode | string)[];
}

export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A new element; attributes that are undefined are not written. */
export const xmlNode = (
  tag: string,
  attributes: XmlAttributes = {},
  children: readonly (XmlNode | string)[] = [],
): XmlNode => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  ),
  children: [...children],
});

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const escapeAttribute = (text: string): string => text.replace(/[&<>"\n\r\t]/g, (found) => entities[found] ?? found);
const escapeText = (text: string): string => text.replace(/[&<>]/g, (found) => entities[found] ?? found);

const openTag = ({ tag, attributes }: XmlNode): string => {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : ` ${name}="${escapeAttribute(value)}"`,
  );
  return `<${tag}${written.join('')}`;
};

/** The element as XML, one element a line. */
export const writeXml = (node: XmlNode, indent = ''): string => {
  const [only, ...others] = node.children;
  if (only === undefined) return `${indent}${openTag(node)} />\n`;
  if (typeof only === 'string' && others.length === 0) {
    return `${indent}${openTag(node)}>${escapeText(only)}</${node.tag}>\n`;
  }
  const inner = node.children.map((child) =>
    typeof child === 'string' ? escapeText(child) : writeXml(child, `${indent}  `),
  );
  return `${indent}${openTag(node)}>\n${inner.join('')}${indent}</${node.tag}>\n`;
};
