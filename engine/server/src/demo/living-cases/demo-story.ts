import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Type, type Static } from 'typebox';
import { Errors } from 'typebox/value';

/** Answers of a form. `{ "daysFromToday": n }` stands for a calendar date. */
const Answers = Type.Record(Type.String(), Type.Unknown());
/** The name of somebody of the demonstration, as its sign-in page shows it. */
const Person = Type.String({ minLength: 1 });
const strict = { additionalProperties: false };

const DoTask = Type.Object({ by: Person, does: Type.String(), answers: Answers }, strict);
/** Takes a task and leaves it there. */
const TakeTask = Type.Object({ by: Person, takes: Type.String() }, strict);
/** Waits until the case has a task, so that what comes before is seen to have worked. */
const AwaitTask = Type.Object({ by: Person, awaits: Type.String() }, strict);
const AwaitStatus = Type.Object({ reaches: Type.String() }, strict);

/** How one case of the demonstration came to be where it is: a file of `examples/demo`. */
export const DemoStory = Type.Object(
  {
    /** For whoever reads the file. */
    about: Type.String(),
    procedure: Type.String(),
    /** Of the demonstration; where a clerk opens it, anybody. */
    applicant: Type.String({ minLength: 1 }),
    /** The name of the company for which the applicant acts. */
    company: Type.Optional(Type.String()),
    /** Who opens it at the desk for the applicant, of the office's own motion. */
    clerk: Type.Optional(Person),
    language: Type.Union([Type.Literal('fr'), Type.Literal('nl'), Type.Literal('en')]),
    /** Beside what the sources filled in. */
    answers: Answers,
    /** Fields that each get a sample document, as pointers. */
    documents: Type.Optional(Type.Array(Type.String({ pattern: '^/' }))),
    steps: Type.Array(Type.Union([DoTask, TakeTask, AwaitTask, AwaitStatus])),
  },
  strict,
);
export type DemoStory = Static<typeof DemoStory>;
export type DemoStep = DemoStory['steps'][number];

const readStory = (file: string): DemoStory => {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const [error] = Errors(DemoStory, value);
  if (error !== undefined)
    throw new Error(`Expected ${file} to tell a story, but found at ${error.instancePath}: ${error.message}`);
  return value as DemoStory;
};

/** The stories of a folder in the order of their names; none where there is no such folder. */
export const readDemoStories = (folder: string): readonly DemoStory[] => {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.story.json'));
    return names.toSorted().map((name) => readStory(path.join(folder, name)));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return [];
    throw thrown;
  }
};
