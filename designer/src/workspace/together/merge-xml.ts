import { elementsWithin, escapeXmlValue, readXmlTree, type XmlElement } from '@irisflow/xml';
import { isSame, mergeValues, type Three } from './merge-json.ts';

/** An element as a value: its parts can be merged one by one where each of its children has a name of its own. */
interface XmlValue {
  /** What tells it apart from the elements beside it. */
  readonly id: string;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of an element without others in it. */
  readonly text: string;
  readonly children: readonly XmlValue[];
}

interface Document {
  readonly text: string;
  readonly root: XmlElement;
  readonly ids: ReadonlySet<string>;
}

/** Attributes by which extensions without an id are told apart, the surest first. */
const names = ['target', 'key', 'name', 'bpmnElement', 'locale'];

const idsOf = (root: XmlElement): string[] =>
  elementsWithin(root).flatMap(({ attributes }) =>
    attributes.filter(({ name }) => name === 'id').map(({ value }) => value),
  );

/** The document; null for one whose comments would not find their place again, and for what is no XML. */
const read = (text: string): Document | null => {
  const tree = text.includes('<!') ? null : readXmlTree(text);
  return tree && { ...tree, ids: new Set(idsOf(tree.root)) };
};

const tagOf = ({ prefix, name }: XmlElement): string => (prefix === '' ? name : `${prefix}:${name}`);

const textOf = ({ text }: Document, { children, openEnd, closeStart }: XmlElement): string =>
  closeStart === null || children.length > 0 ? '' : text.slice(openEnd, closeStart);

const attributesOf = ({ text }: Document, { attributes }: XmlElement): Record<string, string> =>
  Object.fromEntries(
    attributes.map(({ start, valueStart, value }) => [
      text.slice(start, valueStart - 1).replace(/\s*=\s*$/, ''),
      value,
    ]),
  );

const nameOf = (document: Document, element: XmlElement): string => {
  const tag = tagOf(element);
  const valueOf = (wanted: string) => element.attributes.find(({ name, uri }) => name === wanted && uri === '')?.value;
  const id = valueOf('id');
  if (id !== undefined) return `#${id}`;
  const name = names.map(valueOf).find((value) => value !== undefined);
  const text = textOf(document, element);
  // A text that names another element is one of several references; any other one is what its only element says.
  return name === undefined ? `${tag} ${document.ids.has(text.trim()) ? text.trim() : ''}` : `${tag} ${name}`;
};

const valueOf = (document: Document, element: XmlElement): XmlValue => ({
  id: nameOf(document, element),
  tag: tagOf(element),
  attributes: attributesOf(document, element),
  text: textOf(document, element),
  children: element.children.map((child) => valueOf(document, child)),
});

/** Where an element of one of the two texts stands, with what it says. */
interface Source {
  readonly document: Document;
  readonly element: XmlElement;
}

/** The children of an element of each of the two texts, by their names. */
type Kin = ReadonlyMap<string, readonly Source[]>;

const childrenOf = (sources: readonly Source[]): Kin => {
  const kin = new Map<string, Source[]>();
  for (const { document, element } of sources)
    for (const child of element.children) {
      const id = nameOf(document, child);
      const known = kin.get(id) ?? [];
      kin.set(id, known);
      known.push({ document, element: child });
    }
  return kin;
};

/** An element as it stands in one of the texts that say the same of it, and else put together of its parts. */
const write = (value: XmlValue, sources: readonly Source[], indent: string): string => {
  const source = sources.find(({ document, element }) => isSame(valueOf(document, element), value));
  if (source !== undefined) {
    const { start, closeStart, openEnd, prefix, name } = source.element;
    const closing = `</${prefix === '' ? '' : `${prefix}:`}${name}`;
    const end = closeStart === null ? openEnd : source.document.text.indexOf('>', closeStart + closing.length) + 1;
    return source.document.text.slice(start, end);
  }
  const attributes = Object.entries(value.attributes).map(([name, text]) => ` ${name}="${escapeXmlValue(text)}"`);
  const open = `<${value.tag}${attributes.join('')}`;
  if (value.children.length === 0) return value.text === '' ? `${open} />` : `${open}>${value.text}</${value.tag}>`;
  const inner = `${indent}  `;
  const kin = childrenOf(sources);
  const children = value.children.map((child) => `\n${inner}${write(child, kin.get(child.id) ?? [], inner)}`);
  return `${open}>${children.join('')}\n${indent}</${value.tag}>`;
};

/** Whether nothing names an element that was there and is gone, and no two elements have one name. */
const isWhole = (merged: Document, all: readonly Document[]): boolean => {
  const found = idsOf(merged.root);
  const gone = new Set(all.flatMap(({ ids }) => [...ids].filter((id) => !merged.ids.has(id))));
  const isNamed = (text: string): boolean => gone.has(text.trim().replace(/^#/, ''));
  const hasGone = elementsWithin(merged.root).some(
    (element) => element.attributes.some(({ value }) => isNamed(value)) || isNamed(textOf(merged, element)),
  );
  return found.length === merged.ids.size && !hasGone;
};

/**
 * What two people made of one diagram since the text that both began with, element by element. Null where both changed the
 * same part, where one removed what the other goes on to use, and where a text is no XML: then one of the two is chosen.
 */
export const mergeXml = (texts: Three<string>): string | null => {
  const documents = texts.map(read);
  const [base, mine, theirs] = documents;
  if (!base || !mine || !theirs) return null;
  const roots = [base, mine, theirs].map((document) => valueOf(document, document.root));
  const { value, collisions } = mergeValues(roots as unknown as Three<XmlValue>);
  if (collisions.length > 0) return null;
  const sources = [theirs, mine].map((document) => ({ document, element: document.root }));
  const { text, root } = theirs;
  const end = text.lastIndexOf('>') + 1;
  const written = `${text.slice(0, root.start)}${write(value as XmlValue, sources, '')}${text.slice(end)}`;
  const merged = read(written);
  return merged !== null && isWhole(merged, [base, mine, theirs]) ? written : null;
};
