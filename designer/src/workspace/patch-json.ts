import { readNodes, type JsonNode } from '@irisflow/names';
import { writeJson } from './draft-json.ts';

/** Width of a line, as the formatter of the house has it. */
const lineWidth = 120;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The order of keys counts: it is what the file says too. */
const isSame = (left: unknown, right: unknown): boolean =>
  left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right));

const entriesOf = (value: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(value).filter(([, inner]) => inner !== undefined);

const lines = (open: string, parts: readonly string[], { close, indent }: { close: string; indent: string }): string =>
  `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;

/** Writes a value as the formatter would: objects member by member, short lists of plain values in one line. */
const format = (value: unknown, indent: string): string => {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null)) {
      const inline = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
      if (indent.length + inline.length + 30 <= lineWidth) return inline;
    }
    return lines(
      '[',
      value.map((item) => format(item, `${indent}  `)),
      { close: ']', indent },
    );
  }
  if (!isRecord(value)) return JSON.stringify(value);
  const entries = entriesOf(value);
  if (entries.length === 0) return '{}';
  return lines(
    '{',
    entries.map(([key, inner]) => `${JSON.stringify(key)}: ${format(inner, `${indent}  `)}`),
    { close: '}', indent },
  );
};

interface Writing {
  readonly text: string;
}

const sourceOf = ({ text }: Writing, { start, end }: JsonNode): string => text.slice(start, end);
const isInline = (writing: Writing, node: JsonNode): boolean => !sourceOf(writing, node).includes('\n');

/** Puts new texts where some values stand, and leaves everything between them. */
const replaceInside = (writing: Writing, outer: JsonNode, inner: readonly (readonly [JsonNode, string])[]): string => {
  let written = '';
  let at = outer.start;
  for (const [node, replacement] of inner) {
    written += writing.text.slice(at, node.start) + replacement;
    at = node.end;
  }
  return written + writing.text.slice(at, outer.end);
};

const patchObject = (
  writing: Writing,
  node: JsonNode & { readonly members: NonNullable<JsonNode['members']> },
  { next, indent }: { next: Readonly<Record<string, unknown>>; indent: string },
): string => {
  const entries = entriesOf(next);
  const old = new Map(node.members.map((member) => [member.key, member.node]));
  const inner = `${indent}  `;
  const written = entries.map(([key, value]) => {
    const before = old.get(key);
    return {
      key,
      before,
      text: before === undefined ? format(value, inner) : patchNode(writing, before, value, inner),
    };
  });
  const keepsKeys =
    entries.length === node.members.length && entries.every(([key], at) => node.members[at]?.key === key);
  if (keepsKeys) {
    return replaceInside(
      writing,
      node,
      written.flatMap(({ before, text }) => (before === undefined ? [] : [[before, text] as const])),
    );
  }
  if (entries.length === 0) return '{}';
  const parts = written.map(({ key, text }) => `${JSON.stringify(key)}: ${text}`);
  const inline = `{ ${parts.join(', ')} }`;
  if (node.members.length > 0 && isInline(writing, node) && !inline.includes('\n') && inline.length < lineWidth / 2)
    return inline;
  return lines('{', parts, { close: '}', indent });
};

/** By what an item of a list is the same one although something in it changed. */
const identities = ['id', 'key', 'scope', 'const', 'from', 'to'] as const;

const isAkin = (left: unknown, right: unknown): boolean => {
  if (!isRecord(left) || !isRecord(right)) return false;
  const identity = identities.find((name) => left[name] !== undefined || right[name] !== undefined);
  return identity !== undefined && isSame(left[identity], right[identity]);
};

/** For every new item the old one that it was; each old one once. */
const matched = (items: readonly JsonNode[], next: readonly unknown[]): (JsonNode | undefined)[] => {
  const free = new Set(items);
  const take = (test: (value: unknown) => boolean): JsonNode | undefined => {
    const found = [...free].find(({ value }) => test(value));
    if (found !== undefined) free.delete(found);
    return found;
  };
  const exact = next.map((item) => take((value) => isSame(value, item)));
  const akin = next.map((item, at) => exact[at] ?? take((value) => isAkin(value, item)));
  return akin.map((found, at) => {
    const there = items[at];
    if (found !== undefined || items.length !== next.length || there === undefined || !free.has(there)) return found;
    free.delete(there);
    return there;
  });
};

const patchList = (
  writing: Writing,
  node: JsonNode & { readonly items: readonly JsonNode[] },
  { next, indent }: { next: readonly unknown[]; indent: string },
): string => {
  const inner = `${indent}  `;
  const sources = matched(node.items, next);
  const parts = next.map((item, at) => {
    const source = sources[at];
    return source === undefined ? format(item, inner) : patchNode(writing, source, item, inner);
  });
  if (sources.length === node.items.length && sources.every((source, at) => source === node.items[at])) {
    return replaceInside(
      writing,
      node,
      node.items.map((item, at) => [item, parts[at] ?? ''] as const),
    );
  }
  const isOneLine = node.items.length === 0 || isInline(writing, node);
  if (isOneLine || next.length === 0) return format(next, indent);
  return lines('[', parts, { close: ']', indent });
};

const patchNode = (writing: Writing, node: JsonNode, next: unknown, indent: string): string => {
  if (isSame(node.value, next)) return sourceOf(writing, node);
  const { members, items } = node;
  if (members !== undefined && isRecord(next)) return patchObject(writing, { ...node, members }, { next, indent });
  if (items !== undefined && Array.isArray(next)) return patchList(writing, { ...node, items }, { next, indent });
  return format(next, indent);
};

/**
 * Writes a value into a JSON text so that only what differs from the text changes: line breaks, order and spelling of all the rest
 * stay. What is no JSON is written anew.
 */
export const patchJson = (text: string, next: unknown): string => {
  const node = readNodes(text);
  if (node === null) return writeJson(next);
  const patched = patchNode({ text }, node, next, '');
  return `${text.slice(0, node.start)}${patched}${text.slice(node.end)}`;
};
