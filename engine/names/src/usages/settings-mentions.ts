import type { Locals } from './feel-readings.ts';
import {
  fits,
  noteFeel,
  noteKey,
  notePointer,
  noteThings,
  visitNodes,
  type JsonFile,
  type Things,
  type Visited,
} from './json-mentions.ts';
import type { JsonNode } from './json-nodes.ts';
import { roots } from './mention.ts';

/** What the settings of a procedure say that their other parts are read by. */
export interface Settings {
  readonly application?: { readonly form?: string };
  readonly eligibility?: { readonly form?: string; readonly decision?: string };
  readonly household?: { readonly declared?: { readonly list?: string } };
  readonly tasks?: Readonly<Record<string, { readonly form?: string }>>;
}

interface Around {
  readonly settings: Settings;
  /** What each step sees, by its id. */
  readonly seen: ReadonlyMap<string, Locals>;
}

const things: Things = [
  ['/application/form', 'form'],
  ['/tasks/*/form', 'form'],
  ['/inspections/*/form', 'form'],
  ['/eligibility/form', 'form'],
  ['/eligibility/decision', 'decision'],
  ['/hearings/*/letters/*', 'letter'],
  ['/roles/*/letters/*', 'letter'],
  ['/statuses/*/key', 'status', 'gives'],
  ['/statuses/*/at/*', 'step'],
  ['/tasks/*/separateFrom/*', 'step'],
  ['/terms/*/key', 'term', 'gives'],
  ['/reopening/terms/*', 'term'],
  ['/remedies/*/term', 'term'],
  ['/reopening/group', 'group'],
  ['/opinions/*/of/group', 'group'],
  ['/inspections/*/of/group', 'group'],
  ['/roles/*/key', 'role', 'gives'],
  ['/hearings/*/summons/roles/*', 'role'],
  ['/opinions/*/key', 'opinion', 'gives'],
  ['/hearings/*/key', 'hearing', 'gives'],
  ['/inspections/*/key', 'inspection', 'gives'],
];

type Read = (file: JsonFile, visited: Visited, around: Around) => void;
type Readers = readonly (readonly [pattern: string, read: Read])[];

const each = (patterns: readonly string[], read: Read): Readers => patterns.map((pattern) => [pattern, read]);

const formOf = (key: string | undefined): readonly string[] => [roots.form, key ?? ''];

const taskOf = ({ at }: Visited): string => at[1] ?? '';

const applicationPointers = [
  '/application/languageField',
  '/statistics/commune',
  '/fileCopies/withhold/*/field',
  '/changes/fields/*',
  '/changes/parts/*/fields/*',
  '/sources/*/facts/*/declared',
  '/household/declared/list',
  '/eligibility/fills/*/to',
];

/** What the members of a household are called stands as names of the rows of the list. */
const rowNames = ['/household/declared/name/*', '/household/declared/birthDate', '/household/declared/relation'];

const readRowName: Read = (file, { node, at }, { settings }) => {
  const list = settings.household?.declared?.list?.split('/').slice(1);
  if (list === undefined || typeof node.value !== 'string') return;
  const rows = [...formOf(settings.application?.form), ...list];
  file.found.mentions.push({
    path: [...rows, node.value],
    spans: [...rows.map(() => null), { from: node.start + 1, to: node.end - 1 }],
    place: { file: file.path, elementId: null, pointer: `/${at.join('/')}` },
    act: 'uses',
  });
};

const none: Locals = new Map();

/** How a place of the settings is read; the first that fits reads it. */
const readers: Readers = [
  ...each(applicationPointers, (file, visited, { settings }) =>
    notePointer(file, visited, formOf(settings.application?.form)),
  ),
  ...each(['/eligibility/fills/*/from'], (file, visited, { settings }) =>
    notePointer(file, visited, formOf(settings.eligibility?.form)),
  ),
  ...each(['/tasks/*/bulk/fields/*', '/tasks/*/bulk/shown/*'], (file, visited, { settings }) =>
    notePointer(file, visited, formOf(settings.tasks?.[taskOf(visited)]?.form)),
  ),
  ...each(['/tasks/*/decides/*', '/tasks/*/checklist/*/when', '/tasks/*/checklist/*/done'], (file, visited, { seen }) =>
    noteFeel(file, visited, seen.get(taskOf(visited)) ?? none),
  ),
  ...each(
    ['/eligibility/eligible', '/eligibility/grounds', '/eligibility/amount/value'],
    (file, visited, { settings }) =>
      noteFeel(file, visited, new Map([['result', [roots.decision, settings.eligibility?.decision ?? '']]])),
  ),
  ...each(['/tasks/*/letter'], (file, visited) => noteFeel(file, visited, none, 'letter')),
  ...each(rowNames, readRowName),
];

/** A decision keeps its names under its id, and they go along with it. */
const noteDecisionNames = (file: JsonFile, { node, at }: Visited): void => {
  for (const { key, keyStart, keyEnd } of node.members ?? [])
    noteKey(file, { at: [...at, key], span: { from: keyStart, to: keyEnd } }, [roots.decision, key]);
};

/** Everything that the settings of a procedure mention. */
export const settingsMentions = (file: JsonFile, root: JsonNode, seen: ReadonlyMap<string, Locals>): void => {
  const around = { settings: root.value as Settings, seen };
  for (const visited of visitNodes(root)) {
    noteThings(file, visited, things);
    if (fits(visited.at, '/decisions')) noteDecisionNames(file, visited);
    readers.find(([pattern]) => fits(visited.at, pattern))?.[1](file, visited, around);
  }
};
