import { editXml, elementsWithin, readXmlTree, xmlReference, type XmlEdit, type XmlElement } from '@irisflow/xml';

/** A file of decisions with the places of its elements. */
export interface DmnSource {
  readonly text: string;
  readonly root: XmlElement;
}

/** As much as `parseDmn` reads. */
const limits = { maxBytes: 4 * 1024 * 1024, maxElements: 200_000, maxDepth: 200 };

/** Null for a text that is no XML. */
export const readSource = (xml: string): DmnSource | null => readXmlTree(xml, limits);

export const childrenNamed = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((child) => child.name === name);

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const attributeOf = (element: XmlElement | undefined, name: string): string =>
  element?.attributes.find((attribute) => attribute.uri === '' && attribute.name === name)?.value ?? '';

const part = /<!--[\s\S]*?-->|<!\[CDATA\[(?<plain>[\s\S]*?)\]\]>|&(?<code>#?\w+);/g;

/** What a reader sees of an element that holds only text. */
export const contentOf = ({ text }: DmnSource, element: XmlElement | undefined): string => {
  if (element === undefined || element.closeStart === null) return '';
  return text
    .slice(element.openEnd, element.closeStart)
    .replaceAll(/\r\n?/g, '\n')
    .replace(part, (whole, plain: string | undefined, code: string | undefined) =>
      code === undefined ? (plain ?? '') : (xmlReference(code) ?? whole),
    )
    .trim();
};

/** The FEEL or the words that an element has in its `<text>`. */
export const textIn = (source: DmnSource, element: XmlElement | undefined): string =>
  contentOf(source, childNamed(element, 'text'));

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export const escapeText = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => signs[sign] ?? sign);

export const escapeValue = (value: string): string => escapeText(value).replaceAll('"', '&quot;');

/** Behind the closing tag. */
export const endOf = ({ text }: DmnSource, { openEnd, closeStart }: XmlElement): number =>
  closeStart === null ? openEnd : text.indexOf('>', closeStart) + 1;

/** An element to write. */
export interface Written {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (Written | string)[];
}

/** An element on lines of its own, its children one step further in; a text stays on the line of its element. */
export const elementText = ({ tag, attributes, children }: Written, indent: string): string => {
  const open = `${tag}${attributes.map(([name, value]) => (value === '' ? '' : ` ${name}="${escapeValue(value)}"`)).join('')}`;
  if (children.length === 0) return `${indent}<${open}/>`;
  const inside = children.map((child) =>
    typeof child === 'string' ? escapeText(child) : elementText(child, indent === '' ? '' : `${indent}  `),
  );
  const end = typeof children[0] === 'string' ? '' : indent;
  return `${indent}<${open}>${inside.join('')}${end}</${tag}>`;
};

/** The line break and the spaces before an element; empty where it follows another one at once. */
export const indentOf = ({ text }: DmnSource, { start }: XmlElement): string =>
  /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';

/** `dmn:rule`, as the file writes the elements beside it. */
export const tagLike = ({ prefix }: XmlElement, name: string): string => (prefix === '' ? name : `${prefix}:${name}`);

/** What stands in an element in place of what stood there. */
export const withContent = ({ text }: DmnSource, element: XmlElement, content: string): XmlEdit => {
  if (element.closeStart !== null) return { start: element.openEnd, end: element.closeStart, text: content };
  const open = text.slice(element.start, element.openEnd).replace(/\s*\/>$/, '>');
  const tag = tagLike(element, element.name);
  return { start: element.start, end: element.openEnd, text: `${open}${content}</${tag}>` };
};

/** Writes the text of an element; nothing where it says that already. */
export const textEdits = (source: DmnSource, element: XmlElement | undefined, value: string): XmlEdit[] => {
  if (element === undefined || textIn(source, element) === value) return [];
  const holder = childNamed(element, 'text');
  if (holder !== undefined) return [withContent(source, holder, escapeText(value))];
  const tag = tagLike(element, 'text');
  return [withContent(source, element, `<${tag}>${escapeText(value)}</${tag}>`)];
};

/** Writes an attribute; an empty value removes it. */
export const attributeEdits = ({ text }: DmnSource, element: XmlElement, name: string, value: string): XmlEdit[] => {
  const found = element.attributes.find((attribute) => attribute.uri === '' && attribute.name === name);
  if ((found?.value ?? '') === value) return [];
  if (found === undefined) {
    const at = element.start + 1 + tagLike(element, element.name).length;
    return [{ start: at, end: at, text: ` ${name}="${escapeValue(value)}"` }];
  }
  if (value !== '') return [{ start: found.valueStart, end: found.valueEnd, text: escapeValue(value) }];
  const before = /\s*$/.exec(text.slice(0, found.start))?.[0].length ?? 0;
  return [{ start: found.start - before, end: found.valueEnd + 1, text: '' }];
};

/** Removes an element with the line that it stands on. */
export const removal = (source: DmnSource, element: XmlElement): XmlEdit => ({
  start: element.start - indentOf(source, element).length,
  end: endOf(source, element),
  text: '',
});

/** An element with its line break, as it stands in the file. */
export const sliceOf = (source: DmnSource, element: XmlElement): string =>
  source.text.slice(element.start - indentOf(source, element).length, endOf(source, element));

/** Makes ids that the file does not have yet. */
export const idMaker = ({ root }: DmnSource): ((wanted: string) => string) => {
  const taken = new Set(elementsWithin(root).map((element) => attributeOf(element, 'id')));
  return (wanted) => {
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}_${count}`;
    taken.add(id);
    return id;
  };
};

export const edited = ({ text }: DmnSource, edits: readonly XmlEdit[]): string => editXml(text, edits);
