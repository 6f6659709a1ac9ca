import { incident, pauseOf, retryLater, type RunContext } from '@irisflow/connector-sdk';

import { nodesOf, readXml, type XmlNode } from '../xml/read-xml.ts';
import { NAMESPACES } from './names.ts';
import { readSchemas, type Schemas } from './read-schemas.ts';

/** The documents of a description and what their schemas define. */
export type Description = { readonly documents: readonly XmlNode[]; readonly schemas: Schemas };

/** How long one is used before it is read anew. */
const LIFE_MS = 10 * 60_000;
const MOST_DOCUMENTS = 24;
/** Of all documents of one description together. */
const MOST_CHARACTERS = 4 * 1024 * 1024;
const MOST_KEPT = 50;

type Kept = { readonly description: Description; readonly until: number };

/** By administration and address: what one may reach says nothing to another. */
const kept = new Map<string, Kept>();

type Asked = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** The description at an address with the documents that it includes, which have to lie at the same origin. */
export const loadDescription = async (context: RunContext, { url, headers }: Asked): Promise<Description> => {
  const key = `${await context.administration()} ${url}`;
  const now = context.now().getTime();
  const known = kept.get(key);
  if (known !== undefined && known.until > now) return known.description;
  const description = await readDocuments(context, { url, headers });
  kept.delete(key);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, { description, until: now + LIFE_MS });
  return description;
};

const readDocuments = async (context: RunContext, { url, headers }: Asked): Promise<Description> => {
  const documents: XmlNode[] = [];
  const schemas: XmlNode[] = [];
  const waiting = [url];
  const seen = new Set(waiting);
  let characters = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const text = await fetchDocument(context, { url: next, headers });
    characters += text.length;
    if (characters > MOST_CHARACTERS)
      throw incident(`Expected a description of at most ${MOST_CHARACTERS} characters, but it has more.`);
    const root = rootOf(text);
    const own = root.name === 'schema' ? [root] : nodesOf(root, 'types').flatMap((types) => nodesOf(types, 'schema'));
    if (root.name !== 'schema') documents.push(root);
    schemas.push(...own);
    for (const found of includedBy([root, ...own], next)) {
      if (seen.has(found)) continue;
      seen.add(found);
      waiting.push(found);
    }
    if (seen.size > MOST_DOCUMENTS)
      throw incident(`Expected a description of at most ${MOST_DOCUMENTS} documents, but it has more.`);
  }
  return { documents, schemas: readSchemas(schemas) };
};

const fetchDocument = async (context: RunContext, { url, headers }: Asked): Promise<string> => {
  const response = await context.fetch({ url, headers: { accept: 'text/xml, application/xml', ...headers } });
  const { status } = response;
  if (status === 429 || status >= 500)
    throw retryLater(
      `UNAVAILABLE: Expected the description of the service, but found status ${status}.`,
      pauseOf(response.headers),
    );
  if (status !== 200) throw incident(`Expected the description of the service, but found status ${status}.`);
  return response.text;
};

const rootOf = (text: string): XmlNode => {
  const [root] = readXml('the description of the service', text).children;
  if (root?.name === 'definitions' && root.namespace === NAMESPACES.wsdl) return root;
  if (root?.name === 'schema' && root.namespace === NAMESPACES.schema) return root;
  throw incident('Expected the description of the service to be WSDL 1.1 or a schema that it includes, but it is not.');
};

/** What is said to lie elsewhere is not fetched: a description is written by others. */
const includedBy = (roots: readonly XmlNode[], base: string): readonly string[] =>
  roots
    .flatMap((root) => root.children)
    .filter(({ name }) => name === 'import' || name === 'include')
    .flatMap(({ attributes }) => attributes['schemaLocation'] ?? attributes['location'] ?? [])
    .flatMap((location) => (URL.canParse(location, base) ? [new URL(location, base)] : []))
    .filter(({ origin }) => origin === new URL(base).origin)
    .map(({ href }) => href);
