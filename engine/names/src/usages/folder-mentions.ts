import type { Locals } from './feel-readings.ts';
import { decisionCalls, processMentions } from './process-mentions.ts';
import { decisionMentions } from './decision-mentions.ts';
import { formMentions } from './form-mentions.ts';
import {
  fits,
  noteDotted,
  noteFeel,
  notePointer,
  noteThing,
  noteValues,
  visitNodes,
  type JsonFile,
  type Visited,
} from './json-mentions.ts';
import { readNodes, type JsonNode } from './json-nodes.ts';
import { roots, type Mentions, type NamedThing } from './mention.ts';

/** Texts of the files of a procedure, by path. */
export type Files = ReadonlyMap<string, string>;

const none: Locals = new Map();

type Things = readonly (readonly [pattern: string, thing: NamedThing, act?: 'gives'])[];

const inSettings: Things = [
  ['/application/form', 'form'],
  ['/tasks/*/form', 'form'],
  ['/inspections/*/form', 'form'],
  ['/eligibility/form', 'form'],
  ['/eligibility/decision', 'decision'],
  ['/hearings/*/letters/*', 'letter'],
  ['/roles/*/letters/*', 'letter'],
  ['/statuses/*/key', 'status', 'gives'],
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

const inOthers: Things = [
  ['/right', 'right'],
  ['/form', 'form'],
  ['/roles/*', 'role'],
  ['/moves/*/groups/*', 'group'],
  ['/then/letters/*', 'letter'],
];

/** Where the settings point at answers of the application. */
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

const feelOfProcess = ['/tasks/*/decides/*', '/tasks/*/checklist/*/when', '/tasks/*/checklist/*/done'];
const feelOfResult = ['/eligibility/eligible', '/eligibility/grounds', '/eligibility/amount/value'];

const isOne = (patterns: readonly string[], { at }: Visited): boolean => patterns.some((pattern) => fits(at, pattern));

interface Settings {
  readonly application?: { readonly form?: string };
  readonly eligibility?: { readonly form?: string; readonly decision?: string };
  readonly tasks?: Readonly<Record<string, { readonly form?: string }>>;
}

const noteThings = (file: JsonFile, visited: Visited, things: Things): void => {
  for (const [pattern, thing, act = 'uses'] of things)
    if (fits(visited.at, pattern)) noteThing(file, visited, thing, act);
};

/** What the members of a household are called stands as names of the rows of the list. */
const noteHousehold = (file: JsonFile, root: JsonNode, form: readonly string[]): void => {
  const declared = (root.value as { household?: { declared?: { list?: string } } }).household?.declared;
  const list = declared?.list?.split('/').slice(1);
  if (list === undefined) return;
  for (const { node, at } of visitNodes(root))
    if (
      ['/household/declared/name/*', '/household/declared/birthDate', '/household/declared/relation'].some((one) =>
        fits(at, one),
      )
    )
      if (typeof node.value === 'string')
        file.found.mentions.push({
          path: [...form, ...list, node.value],
          spans: [...form, ...list]
            .map(() => null as null | { from: number; to: number })
            .concat({ from: node.start + 1, to: node.end - 1 }),
          place: { file: file.path, elementId: null, pointer: `/${at.join('/')}` },
          act: 'uses',
        });
};

const settingsMentions = (file: JsonFile, root: JsonNode, seen: ReadonlyMap<string, Locals>): void => {
  const settings = root.value as Settings;
  const formOf = (key: string | undefined): readonly string[] => [roots.form, key ?? ''];
  const application = formOf(settings.application?.form);
  const result: Locals = new Map([['result', [roots.decision, settings.eligibility?.decision ?? '']]]);
  noteHousehold(file, root, application);
  for (const visited of visitNodes(root)) {
    const task = visited.at[1] ?? '';
    noteThings(file, visited, inSettings);
    if (isOne(applicationPointers, visited)) notePointer(file, visited, application);
    else if (fits(visited.at, '/eligibility/fills/*/from'))
      notePointer(file, visited, formOf(settings.eligibility?.form));
    else if (isOne(['/tasks/*/bulk/fields/*', '/tasks/*/bulk/shown/*'], visited))
      notePointer(file, visited, formOf(settings.tasks?.[task]?.form));
    else if (isOne(feelOfProcess, visited)) noteFeel(file, visited, seen.get(task) ?? none);
    else if (isOne(feelOfResult, visited)) noteFeel(file, visited, result);
    else if (fits(visited.at, '/tasks/*/letter')) noteFeel(file, visited, none, 'letter');
  }
};

const feelOfLetters = new Set(['path', 'each', 'when', 'value', 'rows']);

/** Expressions of a letter; inside of what is repeated `item` is an entry of the list. */
const letterMentions = (file: JsonFile, { node, at }: Visited, key: string, item: readonly string[] | null): void => {
  const values = ['$values', key];
  const locals: Locals = new Map([
    ['values', values],
    ['variables', values],
    ['item', item],
  ]);
  const list = node.members?.find(({ key: name }) => name === 'each' || name === 'rows')?.node.value;
  const entry =
    typeof list === 'string' && /^values(?:\.\w+)+$/.test(list) ? [...values, ...list.split('.').slice(1)] : null;
  for (const { key: name, node: inner } of node.members ?? []) {
    const visited = { node: inner, at: [...at, name] };
    if (feelOfLetters.has(name) && typeof inner.value === 'string' && at[0] === 'body')
      noteFeel(file, visited, name === 'value' && entry !== null ? new Map([...locals, ['item', entry]]) : locals);
    else letterMentions(file, visited, key, list === undefined ? item : entry);
  }
  (node.items ?? []).forEach((inner, index) =>
    letterMentions(file, { node: inner, at: [...at, `${index}`] }, key, item),
  );
};

const scenarioMentions = (file: JsonFile, root: JsonNode): void => {
  for (const visited of visitNodes(root)) {
    noteThings(file, visited, inOthers);
    if (['/given', '/when/*/with', '/then/variables'].some((one) => fits(visited.at, one))) noteValues(file, visited);
  }
};

const endings: readonly (readonly [string, NamedThing])[] = [
  ['.form.json', 'form'],
  ['.letter.json', 'letter'],
  ['.right.json', 'right'],
  ['.quota.json', 'quota'],
  ['.obligation.json', 'obligation'],
];

/** What a file is by its name, and the key by which others name it; null for what nobody names so. */
export const fileThing = (
  path: string,
): { readonly thing: NamedThing; readonly key: string; readonly ending: string } | null => {
  const found = endings.find(([ending]) => path.endsWith(ending));
  return found === undefined ? null : { thing: found[1], key: path.slice(0, -found[0].length), ending: found[0] };
};

const readJsonFile = (file: JsonFile, root: JsonNode, uses: Uses): void => {
  const named = fileThing(file.path);
  if (file.path === 'procedure.json') return settingsMentions(file, root, uses.seen);
  if (file.path.endsWith('.scenario.json')) return scenarioMentions(file, root);
  if (named?.thing === 'form') {
    const shown = uses.tasks.get(named.key);
    return formMentions(file, root, { key: named.key, locals: shown ?? none, isTask: shown !== undefined });
  }
  for (const visited of visitNodes(root)) {
    if (named !== null && fits(visited.at, '/key')) noteThing(file, visited, named.thing, 'gives');
    else if (file.path === 'parameters.json' && fits(visited.at, '/*/key'))
      noteDotted(file, visited, roots.parameter, 'gives');
    else if (named?.thing === 'quota' && fits(visited.at, '/ceiling'))
      noteDotted(file, visited, roots.parameter, 'uses');
    else if (named !== null && named.thing !== 'letter') noteThings(file, visited, inOthers);
  }
  if (named?.thing === 'letter') letterMentions(file, { node: root, at: [] }, named.key, null);
};

interface Uses {
  /** What each step sees, by its id. */
  readonly seen: ReadonlyMap<string, Locals>;
  /** What is seen where a form of a task is shown, by its key. */
  readonly tasks: ReadonlyMap<string, Locals>;
}

const settingsOf = (files: Files): Settings => (readNodes(files.get('procedure.json') ?? '')?.value ?? {}) as Settings;

/** Everything that the files of a procedure mention, as far as they can be read. */
export const folderMentions = (files: Files): Mentions => {
  const settings = settingsOf(files);
  const application = [roots.form, settings.application?.form ?? ''];
  const found: Mentions = {
    mentions: [],
    aliases: [
      { from: ['application'], to: application },
      { from: ['parameters'], to: [roots.parameter] },
      { from: ['terms'], to: [roots.term] },
    ],
    twins: new Map(),
  };
  const drawings = [...files].filter(([path]) => path.endsWith('.bpmn'));
  const seen = drawings.map(([path, text]) => ({ text, seen: processMentions(path, text, found) }));
  const everySeen = new Map(seen.flatMap((one) => [...one.seen]));
  const calls = new Map(
    seen.flatMap((one) => decisionCalls(one.text, one.seen).map(({ id, locals }) => [id, locals] as const)),
  );
  for (const [path, text] of files) if (path.endsWith('.dmn')) decisionMentions(path, text, { found, calls });
  const tasks = new Map(
    Object.entries(settings.tasks ?? {}).map(([id, { form = '' }]) => [form, everySeen.get(id) ?? none] as const),
  );
  if (settings.eligibility?.form !== undefined) tasks.set(settings.eligibility.form, none);
  for (const [path, text] of files) {
    const root = path.endsWith('.json') ? readNodes(text) : null;
    if (root !== null) readJsonFile({ path, text, found }, root, { seen: everySeen, tasks });
  }
  return found;
};
