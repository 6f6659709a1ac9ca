import { editXml, elementsWithin, readXmlTree } from '@irisflow/xml';

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Elements that the standard lets contain any markup. */
const mixed: ReadonlySet<string> = new Set(['documentation', 'text', 'script']);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The document with the markup inside documentation, annotations and scripts as text: the standard allows it, and readers
 * of the model would drop it. No line moves.
 */
export const escapeMarkup = (xml: string): string => {
  const tree = readXmlTree(xml);
  if (tree === null) return xml;
  const { text } = tree;
  const spans = elementsWithin(tree.root).flatMap(({ uri, name, children, openEnd: start, closeStart: end }) =>
    uri === bpmn && mixed.has(name) && children.length > 0 && end !== null ? [{ start, end }] : [],
  );
  // In document order, so that one inside another begins before that one ends.
  let reached = 0;
  const outer = spans.filter(({ start, end }) => {
    const isOuter = start >= reached;
    if (isOuter) reached = end;
    return isOuter;
  });
  const escape = (markup: string) => markup.replaceAll(/[&<>]/g, (character) => entities[character] ?? character);
  return editXml(
    text,
    outer.map(({ start, end }) => ({ start, end, text: escape(text.slice(start, end)) })),
  );
};
