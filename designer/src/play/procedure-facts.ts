import type { LocalizedText } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';
import { noEnd, withEnd, type DescribedTerm, type Playable, type Scenario } from '@irisflow/scenarios';
import { kindOfFile } from '../workspace/file-kinds.ts';

type Files = ReadonlyMap<string, string>;

export interface NamedTerm extends DescribedTerm {
  readonly label: LocalizedText;
  readonly serviceTarget?: boolean;
}

interface NamedTask {
  readonly name: LocalizedText;
  readonly form?: string;
}

interface Described {
  readonly process?: { readonly id?: string };
  readonly terms?: readonly NamedTerm[];
  readonly tasks?: Readonly<Record<string, NamedTask>>;
  readonly locales?: readonly string[];
  readonly statuses?: readonly { readonly key: string; readonly internal: LocalizedText }[];
}

/** A scenario of the draft; null where its file cannot be read. */
export interface KeptScenario {
  readonly path: string;
  readonly scenario: Scenario | null;
}

/** What playing a procedure needs to know of its files. */
export interface ProcedureFacts {
  /** Whether the blocks of the platform are known: before, a process that calls one cannot be played. */
  readonly isComplete: boolean;
  readonly playable: Playable;
  /** The drawing of the process of its cases. */
  readonly main: string;
  readonly terms: readonly NamedTerm[];
  readonly tasks: Readonly<Record<string, NamedTask>>;
  readonly statuses: ReadonlyMap<string, LocalizedText>;
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly letters: ReadonlyMap<string, unknown>;
  readonly scenarios: readonly KeptScenario[];
}

/** JSON, or null for a text that is none. */
export const readJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
};

const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' &&
  value !== null &&
  ['title', 'given', 'answers', 'when', 'then'].every((name) => Object.hasOwn(value, name));

/** A scenario as it is written, with what was left out as if it were empty; null for a text that is none. */
export const readScenario = (text: string | undefined): Scenario | null => {
  const value = readJson(text);
  if (!isScenario(value)) return null;
  const { then, when } = value as { then: Partial<Scenario['then']>; when: readonly Partial<{ with: unknown }>[] };
  const steps = when.map((step) => ('wait' in step ? step : { ...step, with: step.with ?? {} })) as Scenario['when'];
  return withEnd({ ...value, when: steps }, { ...noEnd, ...then });
};

const keyed = <Value>(files: Files, ending: string): ReadonlyMap<string, Value> =>
  new Map(
    [...files].flatMap(([path, text]) => {
      const value = path.endsWith(ending) ? readJson(text) : null;
      return value === null ? [] : [[path.slice(0, -ending.length), value as Value]];
    }),
  );

const hasProcess = (xml: string, id: string): boolean => xml.includes(`id="${id}"`);

/** A block as far as it is played. */
interface Called {
  readonly id: string;
  readonly process: string;
}

/** Reads the files of a draft, with the blocks that they call; null while those are not known. */
export const readFacts = (files: Files, blocks: readonly Called[] | null): ProcedureFacts => {
  const described = (readJson(files.get('procedure.json')) ?? {}) as Described;
  const texts = [...files].map(([name, text]) => ({ name, text }));
  const processes = texts.filter(({ name }) => kindOfFile(name) === 'process');
  const decisions = texts.filter(({ name }) => kindOfFile(name) === 'decision');
  const called = (blocks ?? [])
    .filter(({ id }) => processes.some(({ text }) => text.includes(`"${id}"`)))
    .map(({ id, process }) => ({ name: `${id}.bpmn`, text: process }));
  const processId = described.process?.id ?? '';
  return {
    isComplete: blocks !== null,
    playable: { processId, resources: [...processes, ...called, ...decisions] },
    main: (processes.find(({ text }) => hasProcess(text, processId)) ?? processes[0])?.text ?? '',
    terms: described.terms ?? [],
    tasks: described.tasks ?? {},
    statuses: new Map((described.statuses ?? []).map(({ key, internal }) => [key, internal])),
    forms: keyed<FormDefinition>(files, '.form.json'),
    letters: keyed(files, '.letter.json'),
    scenarios: texts
      .filter(({ name }) => kindOfFile(name) === 'scenario')
      .map(({ name, text }) => ({ path: name, scenario: readScenario(text) }))
      .toSorted((a, b) => a.path.localeCompare(b.path)),
  };
};

/** The terms that begin with a submission, with the ids under which the played process knows them. */
export const termsAtSubmission = (terms: readonly NamedTerm[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    terms
      .filter(
        ({ key, serviceTarget, startsAfter = 'receipt' }) =>
          (key === 'decision' || serviceTarget === true) && startsAfter === 'receipt',
      )
      .map(({ key }, index) => [key, `term-${index + 1}`]),
  );
