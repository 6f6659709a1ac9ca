import { decisionMentions } from './decision-mentions.ts';
import type { Locals } from './feel-readings.ts';
import { fileThing } from './file-thing.ts';
import { formMentions } from './form-mentions.ts';
import {
  fits,
  noteDotted,
  noteKey,
  noteThing,
  noteThings,
  noteValues,
  visitNodes,
  type JsonFile,
  type Visited,
} from './json-mentions.ts';
import { readNodes, type JsonNode } from './json-nodes.ts';
import { letterMentions } from './letter-mentions.ts';
import { roots, type Mentions, type NamedThing } from './mention.ts';
import { decisionCalls, processMentions } from './process-mentions.ts';
import { settingsMentions, type Settings } from './settings-mentions.ts';

/** Texts of the files of a procedure, by path. */
export type Files = ReadonlyMap<string, string>;

const none: Locals = new Map();

interface Uses {
  /** What each step sees, by its id. */
  readonly seen: ReadonlyMap<string, Locals>;
  /** What is seen where a form of a task is shown, by its key. */
  readonly tasks: ReadonlyMap<string, Locals>;
}

/** What the files of things, and scenarios, name outright. */
const thingsInside = [
  ['/right', 'right'],
  ['/form', 'form'],
  ['/parents', 'codes'],
  ['/roles/*', 'role'],
  ['/moves/*/groups/*', 'group'],
  ['/then/letters/*', 'letter'],
] as const;

const valuesOfScenarios = ['/given', '/when/*/with', '/then/variables'];

/** What a scenario does at which step, where it comes by, and what it says from outside. */
const stepsOfScenarios = [
  ['/when/*/complete', 'step'],
  ['/when/*/publish', 'message'],
  ['/begins/publish', 'message'],
  ['/then/path/*', 'step'],
  ['/then/never/*', 'step'],
  ['/then/rests/*', 'step'],
] as const;

const noteAnswers = (file: JsonFile, { node, at }: Visited): void => {
  for (const { key, keyStart, keyEnd } of node.members ?? [])
    noteKey(file, { at: [...at, key], span: { from: keyStart, to: keyEnd } }, [roots.step, key], 'uses');
};

const scenarioMentions = (file: JsonFile, root: JsonNode): void => {
  for (const visited of visitNodes(root)) {
    noteThings(file, visited, thingsInside);
    noteThings(file, visited, stepsOfScenarios);
    if (fits(visited.at, '/answers')) noteAnswers(file, visited);
    if (valuesOfScenarios.some((one) => fits(visited.at, one))) noteValues(file, visited);
  }
};

/** A line of a test table names its decision, what it is given, and the columns of what must come out. */
const testMentions = (file: JsonFile, root: JsonNode): void => {
  for (const visited of visitNodes(root)) {
    noteThings(file, visited, [['/tests/*/decision', 'decision']]);
    if (fits(visited.at, '/tests/*/given')) noteValues(file, visited);
    const line = fits(visited.at, '/tests/*') ? visited.node.members : null;
    const decision = line?.find(({ key }) => key === 'decision')?.node.value;
    const expected = line?.find(({ key }) => key === 'expected')?.node;
    if (typeof decision === 'string' && expected !== undefined)
      noteValues(file, { node: expected, at: [...visited.at, 'expected'] }, [roots.decision, decision]);
  }
};

const parameterMentions = (file: JsonFile, root: JsonNode): void => {
  for (const visited of visitNodes(root))
    if (fits(visited.at, '/*/key')) noteDotted(file, visited, roots.parameter, 'gives');
};

type ThingReader = (file: JsonFile, root: JsonNode, key: string, uses: Uses) => void;

const plainMentions =
  (thing: NamedThing): ThingReader =>
  (file, root) => {
    for (const visited of visitNodes(root)) {
      if (fits(visited.at, '/key')) noteThing(file, visited, thing, 'gives');
      else noteThings(file, visited, thingsInside);
    }
  };

/** How the file of a thing is read; one that is not here names its key and other things outright. */
const ofThings: Partial<Readonly<Record<NamedThing, ThingReader>>> = {
  form: (file, root, key, { tasks }) => {
    const shown = tasks.get(key);
    formMentions(file, root, { key, locals: shown ?? none, isTask: shown !== undefined });
  },
  letter: (file, root, key) => {
    for (const visited of visitNodes(root)) if (fits(visited.at, '/key')) noteThing(file, visited, 'letter', 'gives');
    letterMentions(file, root, key);
  },
  quota: (file, root, key, uses) => {
    plainMentions('quota')(file, root, key, uses);
    for (const visited of visitNodes(root))
      if (fits(visited.at, '/ceiling')) noteDotted(file, visited, roots.parameter, 'uses');
  },
};

type FileReader = (file: JsonFile, root: JsonNode, uses: Uses) => void;

const readerOf = (path: string): FileReader | null => {
  if (path === 'procedure.json') return (file, root, { seen }) => settingsMentions(file, root, seen);
  if (path === 'parameters.json') return parameterMentions;
  if (path.endsWith('.scenario.json')) return scenarioMentions;
  if (path.endsWith('.tests.json')) return testMentions;
  const named = fileThing(path);
  if (named === null) return null;
  const { thing, key } = named;
  return (file, root, uses) => (ofThings[thing] ?? plainMentions(thing))(file, root, key, uses);
};

const settingsOf = (files: Files): Settings => readNodes(files.get('procedure.json') ?? '')?.value ?? {};

/** What is seen where the forms of tasks are shown; the answers of a check of eligibility go the same way. */
const shownForms = ({ tasks = {}, eligibility }: Settings, seen: ReadonlyMap<string, Locals>): Map<string, Locals> => {
  const shown = new Map(Object.entries(tasks).map(([id, { form = '' }]) => [form, seen.get(id) ?? none]));
  if (eligibility?.form !== undefined) shown.set(eligibility.form, none);
  return shown;
};

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
  const drawn = drawings.map(([path, text]) => ({ text, seen: processMentions(path, text, found) }));
  const seen = new Map(drawn.flatMap((one) => [...one.seen]));
  const calls = new Map(
    drawn.flatMap((one) => decisionCalls(one.text, one.seen).map(({ id, locals }) => [id, locals] as const)),
  );
  const uses = { seen, tasks: shownForms(settings, seen) };
  for (const [path, text] of files) {
    if (path.endsWith('.dmn')) decisionMentions(path, text, { found, calls });
    const read = path.endsWith('.json') ? readerOf(path) : null;
    const root = read === null ? null : readNodes(text);
    if (root !== null) read?.({ path, text, found }, root, uses);
  }
  return found;
};
