import { incident } from '@irisflow/connector-sdk';

import { nodesOf, type XmlNode } from '../xml/read-xml.ts';
import { keyOfName, NAMESPACES, type SoapVersion, type XmlName } from './names.ts';
import { nameIn, type Schemas } from './read-schemas.ts';
import type { ElementShape } from './shapes.ts';

/** An operation as it is asked: where, how, with which elements, and what comes back. */
export type SoapOperation = {
  readonly address: string;
  readonly version: SoapVersion;
  readonly action: string;
  readonly question: ElementShape;
  readonly headers: readonly ElementShape[];
  readonly answer: ElementShape | undefined;
};

type Description = { readonly documents: readonly XmlNode[]; readonly schemas: Schemas };
/** Each is searched for the operation. */
const MOST_PORTS = 100;

type Wanted = { readonly operation: string; readonly version: SoapVersion | undefined };

/** The operation of this name behind the first port that speaks SOAP; raises an incident when there is none that can be asked. */
export const findOperation = (description: Description, { operation, version }: Wanted): SoapOperation => {
  const ports = all(description, 'service').flatMap((service) => nodesOf(service, 'port'));
  if (ports.length > MOST_PORTS)
    throw incident(`Expected the description of the service to have at most ${MOST_PORTS} ports, but it has more.`);
  for (const port of ports) {
    const found = operationBehind(description, port, operation);
    if (found !== undefined && (version === undefined || found.version === version)) return found;
  }
  throw incident(
    `Expected the description of the service to have an operation "${operation}" over SOAP${version === undefined ? '' : ` ${version}`}, but it has none.`,
  );
};

const all = ({ documents }: Description, name: string): readonly XmlNode[] =>
  documents.flatMap((document) => nodesOf(document, name));

type Index = ReadonlyMap<string, XmlNode>;

/** What is named in a description, looked up often: a search for each port and header would never end in a large one. */
const indexes = new WeakMap<Description['documents'], Index>();

const indexOf = ({ documents }: Description): Index => {
  const known = indexes.get(documents);
  if (known !== undefined) return known;
  const index = new Map<string, XmlNode>();
  for (const { children, attributes } of documents) {
    const namespace = attributes['targetNamespace'] ?? '';
    for (const node of children) {
      const key = `${node.name} ${keyOfName({ namespace, local: node.attributes['name'] ?? '' })}`;
      if (!index.has(key)) index.set(key, node);
    }
  }
  indexes.set(documents, index);
  return index;
};

const named = (description: Description, what: string, name: XmlName): XmlNode | undefined =>
  indexOf(description).get(`${what} ${keyOfName(name)}`);

const SOAP_BINDINGS: ReadonlyMap<string, SoapVersion> = new Map([
  [NAMESPACES.bindingOf11, '1.1'],
  [NAMESPACES.bindingOf12, '1.2'],
]);

const soapNode = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((child) => child.name === name && SOAP_BINDINGS.has(child.namespace));

/** The operation of a node that lists them, by name. */
const operationIn = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node === undefined ? undefined : nodesOf(node, 'operation').find(({ attributes }) => attributes['name'] === name);

const operationBehind = (description: Description, port: XmlNode, name: string): SoapOperation | undefined => {
  const address = soapNode(port, 'address');
  const binding = named(description, 'binding', nameIn(port, port.attributes['binding'] ?? ''));
  const bound = operationIn(binding, name);
  if (address === undefined || binding === undefined || bound === undefined) return undefined;
  const offered = operationIn(named(description, 'portType', nameIn(binding, binding.attributes['type'] ?? '')), name);
  if (offered === undefined) return undefined;
  const how = soapNode(bound, 'operation');
  const side = { description, style: styleOf(how, binding), name, bound, offered };
  const question = elementOf({ ...side, which: 'input' });
  if (question === undefined)
    throw incident(`Expected the operation "${name}" to say what it is asked with, but it does not.`);
  return {
    address: address.attributes['location'] ?? '',
    version: SOAP_BINDINGS.get(address.namespace) ?? '1.1',
    action: how?.attributes['soapAction'] ?? '',
    question,
    headers: headersOf(description, bound),
    answer: elementOf({ ...side, which: 'output' }),
  };
};

const styleOf = (operation: XmlNode | undefined, binding: XmlNode): string =>
  operation?.attributes['style'] ?? soapNode(binding, 'binding')?.attributes['style'] ?? 'document';

type Side = {
  readonly description: Description;
  readonly style: string;
  readonly name: string;
  readonly bound: XmlNode;
  readonly offered: XmlNode;
  readonly which: 'input' | 'output';
};

/** What stands in the body: the element of the one part, or for `rpc` one that is called like the operation and holds the parts. */
const elementOf = ({ description, style, name, bound, offered, which }: Side): ElementShape | undefined => {
  const [message] = nodesOf(offered, which);
  if (message === undefined) return undefined;
  const parts = partsOf(description, nameIn(message, message.attributes['message'] ?? ''));
  const [binding] = nodesOf(bound, which);
  const body = binding && soapNode(binding, 'body');
  if (body?.attributes['use'] === 'encoded')
    throw incident(`Expected the operation "${name}" to be literal, but it is encoded, which WS-I forbids.`);
  if (style === 'rpc') {
    const local = which === 'input' ? name : `${name}Response`;
    return wrapper({ namespace: body?.attributes['namespace'] ?? '', local }, parts, description);
  }
  const part = partFor(parts, body);
  return part === undefined ? undefined : elementOfPart(part, description);
};

/** A body may say which of the parts stand in it; the others are headers. */
const partFor = (parts: readonly XmlNode[], body: XmlNode | undefined): XmlNode | undefined => {
  const wanted = body?.attributes['parts']?.split(/\s+/);
  return wanted === undefined ? parts[0] : parts.find(({ attributes }) => wanted.includes(attributes['name'] ?? ''));
};

const partsOf = (description: Description, message: XmlName): readonly XmlNode[] => {
  const found = named(description, 'message', message);
  return found === undefined ? [] : nodesOf(found, 'part');
};

const elementOfPart = (part: XmlNode, { schemas }: Description): ElementShape | undefined => {
  const { element } = part.attributes;
  return element === undefined ? undefined : schemas.element(nameIn(part, element));
};

const wrapper = (name: XmlName, parts: readonly XmlNode[], { schemas }: Description): ElementShape => ({
  name,
  isRequired: true,
  isList: false,
  isNillable: false,
  type: () => ({
    elements: parts.map((part) => ({
      name: { namespace: '', local: part.attributes['name'] ?? '' },
      isRequired: true,
      isList: false,
      isNillable: true,
      type: () => schemas.type(nameIn(part, part.attributes['type'] ?? '')),
    })),
    attributes: [],
    text: undefined,
    isOpen: false,
  }),
});

const headersOf = (description: Description, bound: XmlNode): readonly ElementShape[] => {
  const [input] = nodesOf(bound, 'input');
  const headers = input?.children.filter(({ name, namespace }) => name === 'header' && SOAP_BINDINGS.has(namespace));
  return (headers ?? []).flatMap((header) => {
    const parts = partsOf(description, nameIn(header, header.attributes['message'] ?? ''));
    const part = parts.find(({ attributes }) => attributes['name'] === header.attributes['part']);
    return (part && elementOfPart(part, description)) ?? [];
  });
};
