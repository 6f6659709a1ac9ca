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
    else if (key === 'codes') readCodes(file, place, base);
    else if (key === 'restricted') readReaders(file, place);
    else readElements(file, place, base);
  }
};

/** The list that the choices come from, and the field that they stand under. */
const readCodes = (file: JsonFile, { node, at }: Visited, base: readonly string[]): void => {
  for (const { key, node: inner } of node.members ?? []) {
    const place = { node: inner, at: [...at, key] };
    if (key === 'list') noteThing(file, place, 'codes', 'uses');
    if (key === 'under') notePointer(file, place, base);
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

/** What a member of a binding is, by the side of the form that it stands on: what comes in, and what goes out. */
const bindingReaders: Readonly<Record<string, (file: JsonFile, visited: Visited, use: FormUse) => void>> = {
  'in from': (file, visited, { locals }) => noteFeel(file, visited, locals),
  'in to': (file, visited, { key }) => notePointer(file, visited, [roots.form, key]),
  'out from': (file, visited, { key }) => notePointer(file, visited, [roots.form, key]),
  'out to': (file, visited) => noteDotted(file, visited, null, 'gives'),
};

interface Outgoing {
  readonly from?: string;
  readonly to?: string;
}

/** The ways that somebody wrote down on which answers go to the process. */
const outgoingOf = (root: JsonNode): readonly Outgoing[] => {
  const out = memberOf(memberOf(memberOf(root, 'bindings'), 'process'), 'out')?.value;
  return Array.isArray(out) ? (out as readonly Outgoing[]) : [];
};

const readBindings = (file: JsonFile, root: JsonNode, use: FormUse): void => {
  const bindings = memberOf(root, 'bindings');
  if (bindings === undefined) return;
  for (const visited of visitNodes(bindings, ['bindings'])) {
    const name = visited.at.at(-1) ?? '';
    if (name === 'scope') notePointer(file, visited, [roots.form, use.key]);
    else bindingReaders[`${visited.at[2]} ${name}`]?.(file, visited, use);
  }
};

/** A variable that a form gives is the field that it comes from. */
const readAliases = ({ found }: JsonFile, root: JsonNode, key: string): void => {
  for (const { from, to } of outgoingOf(root))
    if (from !== undefined && to !== undefined)
      found.aliases.push({ from: to.split('.'), to: [roots.form, key, ...pathOfScope(from)] });
};

/** Answers whose way to the process nobody wrote down go there under their own names. */
const readTwins = ({ found }: JsonFile, root: JsonNode, key: string): void => {
  const written = new Set(outgoingOf(root).map(({ from }) => pathOfScope(from ?? '#')[0]));
  for (const { key: name } of memberOf(memberOf(root, 'schema'), 'properties')?.members ?? [])
    if (!written.has(name)) found.twins.set(name, [...(found.twins.get(name) ?? []), [roots.form, key, name]]);
};

const memberReaders: Readonly<Record<string, (file: JsonFile, visited: Visited, base: readonly string[]) => void>> = {
  key: (file, visited) => noteThing(file, visited, 'form', 'gives'),
  schema: (file, { node, at }, base) => readSchema(file, node, at, base),
  uischema: readElements,
  access: readElements,
};

/** Everything that a form mentions. */
export const formMentions = (file: JsonFile, root: JsonNode, use: FormUse): void => {
  const base = [roots.form, use.key];
  for (const { key, node } of root.members ?? []) memberReaders[key]?.(file, { node, at: [key] }, base);
  readBindings(file, root, use);
  if (!use.isTask) return;
  readAliases(file, root, use.key);
  readTwins(file, root, use.key);
};
