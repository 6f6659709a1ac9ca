import fc from 'fast-check';
import { placesIn, readXml, writeXml, type XmlElement } from './xml-tree.ts';

const kinds = [
  'delete',
  'duplicate',
  'move',
  'swap',
  'rename',
  'retype',
  'dropAttribute',
  'renameAttribute',
  'changeValue',
  'exchangeValues',
  'changeText',
  'truncate',
  'insert',
] as const;

/** One change to a file; the numbers say where, modulo what there is. */
export interface Mutation {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly to: number;
  readonly value: string;
}

const oddValues = [
  '',
  ' ',
  '=',
  '= ',
  '= 1 +',
  '=[',
  '= null',
  '= {a: 1}.a.b',
  '-1',
  '1e400',
  '99999999999999999999',
  'P',
  'PT',
  'R/PT0S',
  'R-1/PT1H',
  '__proto__',
  'constructor',
  'node-that-is-nowhere',
  'é漢\u202E\u0301',
  '&#x1F600;',
  '&lt;script&gt;',
  'x'.repeat(3_000),
];

/** Small changes of all kinds. */
export const anyMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(10_000),
    to: fc.nat(10_000),
    value: fc.constantFrom(...oddValues),
  }),
  { minLength: 1, maxLength: 3 },
);

const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)];

const foreignTags = [
  'bpmn:complexGateway',
  'bpmn:transaction',
  'bpmn:boundaryEvent',
  'bpmn:startEvent',
  'zeebe:header',
  'unknown',
];

/** Changes the tree in place. */
type Change = (top: XmlElement, mutation: Mutation) => void;

const at = (top: XmlElement, where: number) => pick(placesIn(top), where);

const remove = (parent: XmlElement, element: XmlElement): void => {
  parent.children.splice(parent.children.indexOf(element), 1);
};

const changeAttribute = (
  top: XmlElement,
  where: number,
  change: (old: readonly [string, string]) => [string, string][],
): void => {
  const carrying = placesIn(top).filter(({ element }) => element.attributes.length > 0);
  const attributes = pick(carrying, where)?.element.attributes ?? [];
  const old = pick(attributes, where >> 3);
  if (old !== undefined) attributes.splice(attributes.indexOf(old), 1, ...change(old));
};

const changes: { readonly [Kind in Exclude<Mutation['kind'], 'truncate' | 'insert'>]: Change } = {
  delete: (top, { at: where }) => {
    const found = at(top, where);
    if (found !== undefined) remove(found.parent, found.element);
  },
  duplicate: (top, { at: where }) => {
    const found = at(top, where);
    found?.parent.children.push(structuredClone(found.element));
  },
  move: (top, { at: where, to }) => {
    const found = at(top, where);
    if (found === undefined) return;
    remove(found.parent, found.element);
    (at(top, to)?.element ?? top).children.push(found.element);
  },
  swap: (top, { at: where, to }) => {
    const found = at(top, where);
    const other = pick(found?.parent.children ?? [], to);
    if (found === undefined || other === undefined) return;
    remove(found.parent, found.element);
    found.parent.children.splice(found.parent.children.indexOf(other), 0, found.element);
  },
  rename: (top, { at: where, to }) => {
    const found = at(top, where);
    if (found !== undefined) found.element.tag = pick(foreignTags, to) ?? '';
  },
  retype: (top, { at: where, to }) => {
    const [found, other] = [at(top, where), at(top, to)];
    if (found !== undefined && other !== undefined) found.element.tag = other.element.tag;
  },
  dropAttribute: (top, { at: where }) => changeAttribute(top, where, () => []),
  renameAttribute: (top, { at: where }) => changeAttribute(top, where, ([name, value]) => [[`${name}x`, value]]),
  changeValue: (top, { at: where, value }) => changeAttribute(top, where, ([name]) => [[name, value]]),
  exchangeValues: (top, { at: where, to }) => {
    const values = placesIn(top).flatMap(({ element }) => element.attributes.map(([, value]) => value));
    changeAttribute(top, where, ([name, value]) => [[name, pick(values, to) ?? value]]);
  },
  changeText: (top, { at: where, value }) => {
    const texts = placesIn(top).filter(({ element: { children } }) =>
      children.some((child) => typeof child === 'string' && child.trim() !== ''),
    );
    pick(texts, where)?.element.children.splice(0, 1, value);
  },
};

/** The file with the changes, one after the other; those that cut the text come last. */
export const mutate = (xml: string, mutations: readonly Mutation[]): string => {
  const top = readXml(xml);
  for (const mutation of mutations) {
    if (mutation.kind !== 'truncate' && mutation.kind !== 'insert') changes[mutation.kind](top, mutation);
  }
  let text = writeXml(top);
  for (const { kind, at: where, value } of mutations) {
    const cut = (where * 97) % text.length;
    if (kind === 'truncate') text = text.slice(0, cut);
    if (kind === 'insert') text = text.slice(0, cut) + value + text.slice(cut);
  }
  return text;
};
