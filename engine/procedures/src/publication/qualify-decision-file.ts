import {
  editXml,
  elementsWithin,
  escapeXmlValue,
  readXmlTree,
  type XmlAttribute,
  type XmlEdit,
  type XmlElement,
} from '@irisflow/xml';

/** Elements whose ids the engine matches. */
const named: readonly string[] = ['definitions', 'decision', 'decisionService'];

/** A file of decisions may be far bigger than one of processes. */
const limits = { maxBytes: 4 * 1024 * 1024, maxElements: 200_000, maxDepth: 200 };

/** `#id` and `namespace#id` as they point after the renaming; null for what points elsewhere. */
const qualifiedHref = (href: string, ids: ReadonlyMap<string, string>): string | null => {
  const hash = href.indexOf('#');
  const id = hash < 0 ? undefined : ids.get(href.slice(hash + 1));
  return id === undefined ? null : `${href.slice(0, hash + 1)}${id}`;
};

const editOf = ({ valueStart, valueEnd }: XmlAttribute, value: string | null | undefined): XmlEdit[] =>
  value === null || value === undefined ? [] : [{ start: valueStart, end: valueEnd, text: escapeXmlValue(value) }];

const editsOf = (element: XmlElement, model: string, ids: ReadonlyMap<string, string>): XmlEdit[] => {
  const isNamed = element.uri === model && named.includes(element.name);
  return element.attributes.flatMap((attribute) => {
    if (!['', element.uri].includes(attribute.uri)) return [];
    if (isNamed && attribute.name === 'id') return editOf(attribute, ids.get(attribute.value));
    if (attribute.name === 'href') return editOf(attribute, qualifiedHref(attribute.value, ids));
    return attribute.name === 'dmnElementRef' ? editOf(attribute, ids.get(attribute.value)) : [];
  });
};

/** A DMN file whose decisions and requirements have the ids of the map; all else is as it was, to the byte. */
export const qualifyDecisionFile = (content: string, ids: ReadonlyMap<string, string>): string => {
  const tree = readXmlTree(content, limits);
  if (tree === null) return content;
  const edits = elementsWithin(tree.root).flatMap((element) => editsOf(element, tree.root.uri, ids));
  return editXml(tree.text, edits);
};
