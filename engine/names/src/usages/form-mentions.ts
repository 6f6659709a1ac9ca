import { pathOfScope } from '@irisflow/forms';
import type { Locals } from './feel-readings.ts';
import {
  noteDotted,
  noteFeel,
  noteKey,
  notePointer,
  noteThing,
  visitNodes,
  type JsonFile,
  type Visited,
} from './json-mentions.ts';
import type { JsonNode } from './json-nodes.ts';
import { roots } from './mention.ts';

const memberOf = (node: JsonNode | undefined, name: string): JsonNode | undefined =>
  node?.members?.find(({ key }) => key === name)?.node;

/** Names of fields where the schema has them, and in the lists of those that must be answered. */
const readSchema = (
  file: JsonFile,
  schema: JsonNode | undefined,
  at: readonly string[],
  base: readonly string[],
): void => {
  if (schema === undefined) return;
  for (const { key, keyStart, keyEnd, node } of memberOf(schema, 'properties')?.members ?? []) {
    const path = [...base, key];
    noteKey(file, { at: [...at, 'properties', key], span: { from: keyStart, to: keyEnd } }, path);
    readSchema(file, node, [...at, 'properties', key], path);
    const items = memberOf(node, 'items');
    readSchema(file, items, [...at, 'properties', key, 'items'], path);
  }
  (memberOf(schema, 'required')?.items ?? []).forEach((node, index) => {
    if (typeof node.value !== 'string') return;
    const span = { from: node.start + 1, to: node.end - 1 };
    noteKey(file, { at: [...at, 'required', `${index}`], span }, [...base, node.value]);
  });
};

const scopeOf = (node: JsonNode | undefined): readonly string[] => {
  const scope = memberOf(node, 'scope')?.value;
  return typeof scope === 'string' ? pathOfScope(scope) : [];
};

/** Scopes of elements: those of the rows of a table, and of a condition on them, begin at the row. */
const readElements = (file: JsonFile, { node, at }: Visited, base: readonly string[]): void => {
  const rows = [...base, ...scopeOf(node)];
  for (const { key, node: inner } of node.members ?? []) {
    const place = { node: inner, at: [...at, key] };
    if (key === 'scope' || key === 'minus') notePointer(file, place, base);
    else if (key === 'scopes')
      (inner.items ?? []).forEach((one, index) =>
        notePointer(file, { node: one, at: [...place.at, `${index}`] }, base),
      );
    else if (key === 'field') readSumField(file, node, place, base);
    else if (key === 'where') readElements(file, place, rows);
    else if (key === 'options') readOptions(file, place, { base, rows });
    else if (key === 'restricted') readReaders(file, place);
    else readElements(file, place, base);
  }
  (node.items ?? []).forEach((inner, index) => readElements(file, { node: inner, at: [...at, `${index}`] }, base));
};

const readOptions = (
  file: JsonFile,
  { node, at }: Visited,
  { base, rows }: { base: readonly string[]; rows: readonly string[] },
): void => {
  for (const { key, node: inner } of node.members ?? []) {
    const place = { node: inner, at: [...at, key] };
    if (key === 'detail') readElements(file, place, rows);
    else if (key === 'restricted') readReaders(file, place);
    else readElements(file, place, base);
  }
};

const readReaders = (file: JsonFile, { node, at }: Visited): void => {
  (memberOf(node, 'readers')?.items ?? []).forEach((one, index) =>
    noteThing(file, { node: one, at: [...at, 'readers', `${index}`] }, 'group', 'uses'),
  );
};

/** Which field of its rows is added up; the tables stand beside it. */
const readSumField = (file: JsonFile, calculation: JsonNode, { node, at }: Visited, base: readonly string[]): void => {
  const first = memberOf(calculation, 'scopes')?.items?.[0]?.value;
  if (typeof first !== 'string' || typeof node.value !== 'string') return;
  const path = [...base, ...pathOfScope(first), node.value];
  const span = { from: node.start + 1, to: node.end - 1 };
  file.found.mentions.push({
    path,
    spans: [...path.slice(1).map(() => null), span],
    place: { file: file.path, elementId: null, pointer: `/${at.join('/')}` },
    act: 'uses',
  });
};

export interface FormUse {
  readonly key: string;
  /** What is seen where the form is shown. */
  readonly locals: Locals;
  /** Whether a process gets its answers as variables. */
  readonly isTask: boolean;
}

const readBindings = (file: JsonFile, root: JsonNode, { key, locals, isTask }: FormUse): void => {
  const base = [roots.form, key];
  const bindings = memberOf(root, 'bindings');
  if (bindings === undefined) return;
  for (const visited of visitNodes(bindings, ['bindings'])) {
    const name = visited.at.at(-1) ?? '';
    const side = visited.at[2];
    if (name === 'scope' || (side === 'in' && name === 'to') || (side === 'out' && name === 'from'))
      notePointer(file, visited, base);
    else if (side === 'in' && name === 'from') noteFeel(file, visited, locals);
    else if (side === 'out' && name === 'to') noteDotted(file, visited, null, 'gives');
  }
  const out = memberOf(memberOf(bindings, 'process'), 'out')?.value;
  if (!isTask || !Array.isArray(out)) return;
  for (const { from, to } of out as readonly { readonly from?: string; readonly to?: string }[])
    if (from !== undefined && to !== undefined)
      file.found.aliases.push({ from: to.split('.'), to: [...base, ...pathOfScope(from)] });
};

/** Answers whose way to the process nobody wrote down go there under their own names. */
const readTwins = ({ found }: JsonFile, root: JsonNode, key: string): void => {
  const out = memberOf(memberOf(memberOf(root, 'bindings'), 'process'), 'out')?.value ?? [];
  const written = new Set((out as readonly { from?: string }[]).map(({ from }) => pathOfScope(from ?? '#')[0]));
  for (const { key: name } of memberOf(memberOf(root, 'schema'), 'properties')?.members ?? [])
    if (!written.has(name)) found.twins.set(name, [...(found.twins.get(name) ?? []), [roots.form, key, name]]);
};

/** Everything that a form mentions. */
export const formMentions = (file: JsonFile, root: JsonNode, use: FormUse): void => {
  const base = [roots.form, use.key];
  for (const { key, node } of root.members ?? []) {
    const visited = { node, at: [key] };
    if (key === 'key') noteThing(file, visited, 'form', 'gives');
    else if (key === 'schema') readSchema(file, node, [key], base);
    else if (key === 'uischema') readElements(file, visited, base);
    else if (key === 'access') readElements(file, visited, base);
  }
  readBindings(file, root, use);
  if (use.isTask) readTwins(file, root, use.key);
};
