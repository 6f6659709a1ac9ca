import { incident } from '@irisflow/connector-sdk';

import { escapeXml } from '../xml/read-xml.ts';
import { createEffort, type Effort } from './effort.ts';
import { NAMESPACES } from './names.ts';
import type { ElementShape, TypeShape } from './shapes.ts';

type Values = Readonly<Record<string, unknown>>;

/** Of a text that has attributes beside it. */
const OWN_TEXT = 'value';

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A service may call an element `constructor`, which every object seems to have. */
export const ownOf = (values: Values, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/**
 * An element as XML, in the order of its description and with its namespaces, however the values came. Raises an incident for
 * values that the description does not know and for those that it asks for and that are missing. `place` is said then.
 */
export const writeElement = (
  shape: ElementShape,
  value: unknown,
  place: string,
  effort: Effort = createEffort('the question'),
): string => {
  const values = shape.isList ? listOf(value) : [value];
  return values
    .map((one, index) => writeOne(shape, one, shape.isList ? `${place}[${index + 1}]` : place, effort))
    .join('');
};

const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

const writeOne = (shape: ElementShape, value: unknown, place: string, effort: Effort): string => {
  const { namespace } = shape.name;
  const local = named(shape.name.local);
  // Each element says its namespace itself: long, but no prefix can be taken for another one.
  const open = `<${local} xmlns="${escapeXml(namespace)}"`;
  if (value === undefined || value === null) {
    if (shape.isNillable) return `${open} xmlns:xsi="${NAMESPACES.instance}" xsi:nil="true"/>`;
    throw incident(`Expected a value for "${place}", but it is missing.`);
  }
  const { attributes, content } = contentOf(shape.type(), value, place, effort);
  return `${open}${attributes}>${content}</${local}>`;
};

/** An NCName (Namespaces in XML 1.0, §3). */
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}\-._]*$/u;

/** A description is written by others: what it calls an element must not be markup of a question that we sign. */
const named = (name: string): string => {
  if (!NAME.test(name))
    throw incident('Expected names of XML in the description of the service, but found another one.');
  return name;
};

type Content = { readonly attributes: string; readonly content: string };

const contentOf = (type: TypeShape, value: unknown, place: string, effort: Effort): Content => {
  effort.spend(1 + type.elements.length + type.attributes.length);
  if (Array.isArray(value)) throw incident(`Expected one value for "${place}", but found a list.`);
  if (!isValues(value)) return { attributes: '', content: textOf(type, value, place) };
  refuseUnknown(type, value, place);
  const attributes = type.attributes
    .filter((name) => ownOf(value, name) !== undefined && ownOf(value, name) !== null)
    .map((name) => ` ${named(name)}="${escapeXml(plain(ownOf(value, name), `${place}.${name}`))}"`)
    .join('');
  if (type.text !== undefined) {
    return { attributes, content: escapeXml(plain(value[OWN_TEXT] ?? '', place)) };
  }
  const content = type.elements
    .filter((element) => isWritten(element, ownOf(value, element.name.local)))
    .map((element) => writeElement(element, ownOf(value, element.name.local), `${place}.${element.name.local}`, effort))
    .join('');
  return { attributes, content };
};

const isWritten = ({ isRequired, isList }: ElementShape, value: unknown): boolean =>
  (value !== undefined && value !== null) || (isRequired && !isList);

const refuseUnknown = ({ elements, attributes, text, isOpen }: TypeShape, value: Values, place: string): void => {
  if (isOpen)
    throw incident(`Expected the description to say what "${place}" holds, but it leaves it open: it takes a text.`);
  const known = new Set([...elements.map(({ name }) => name.local), ...attributes]);
  if (text !== undefined) known.add(OWN_TEXT);
  const unknown = Object.keys(value).find((name) => !known.has(name));
  if (unknown === undefined) return;
  const names = known.size === 0 ? 'nothing' : [...known].join(', ');
  throw incident(`Expected "${place}" to hold ${names}, but found "${unknown}".`);
};

const textOf = (type: TypeShape, value: unknown, place: string): string => {
  if (type.elements.length > 0) throw incident(`Expected a context for "${place}", but found a plain value.`);
  return escapeXml(plain(value, place));
};

const plain = (value: unknown, place: string): string => {
  if (typeof value === 'string' || typeof value === 'boolean') return checked(String(value), place);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw incident(`Expected a text, a number or a boolean for "${place}", but found another value.`);
};

/** What XML 1.0 cannot carry, however it is escaped (§2.2). */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const checked = (text: string, place: string): string => {
  if (UNWRITABLE.test(text)) throw incident(`Expected "${place}" to have characters of XML alone, but found others.`);
  return text;
};
