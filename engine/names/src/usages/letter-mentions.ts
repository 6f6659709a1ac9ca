import type { Locals } from './feel-readings.ts';
import { noteFeel, type JsonFile, type Visited } from './json-mentions.ts';
import type { JsonNode } from './json-nodes.ts';

const feelOfLetters = new Set(['path', 'each', 'when', 'value', 'rows']);

/** The values of the letter where one is, and the entry of the list that is repeated around it. */
interface Around {
  readonly values: readonly string[];
  readonly item: readonly string[] | null;
}

const localsOf = ({ values, item }: Around): Locals =>
  new Map([
    ['values', values],
    ['variables', values],
    ['item', item],
  ]);

/** The list that a part repeats; undefined where it repeats nothing. */
const listOf = ({ members }: JsonNode): unknown =>
  members?.find(({ key }) => key === 'each' || key === 'rows')?.node.value;

const entryOf = (list: unknown, { values }: Around): readonly string[] | null =>
  typeof list === 'string' && /^values(?:\.\w+)+$/.test(list) ? [...values, ...list.split('.').slice(1)] : null;

const readPart = (file: JsonFile, { node, at }: Visited, around: Around): void => {
  const list = listOf(node);
  const within = list === undefined ? around : { ...around, item: entryOf(list, around) };
  for (const { key, node: inner } of node.members ?? []) {
    const visited = { node: inner, at: [...at, key] };
    const isFeel = feelOfLetters.has(key) && typeof inner.value === 'string' && at[0] === 'body';
    // The value of a column is one of the entry; what the list itself is, is said outside of it.
    const isOfEntry = key === 'value' && within.item !== null;
    if (isFeel) noteFeel(file, visited, localsOf(isOfEntry ? within : around));
    else readPart(file, visited, within);
  }
  (node.items ?? []).forEach((inner, index) => readPart(file, { node: inner, at: [...at, `${index}`] }, around));
};

/** Expressions of a letter; inside of what is repeated `item` is an entry of the list. */
export const letterMentions = (file: JsonFile, root: JsonNode, key: string): void =>
  readPart(file, { node: root, at: [] }, { values: ['$values', key], item: null });
