import { readDecisionTests, type DecisionTest, type DecisionTests, type EditableDecision } from '@irisflow/dmn';
import { FeelSyntaxError, parseFeel, type FeelSyntax } from '@irisflow/feel';
import { shortName } from '../workspace/file-kinds.ts';

/** The test table of a file of decisions. */
export const testsPathOf = (path: string): string => `tests/${shortName(path)}.tests.json`;

export const noTests: DecisionTests = { kind: 'decision-tests', formatVersion: 1, tests: [] };

/** Null for a file that is there and cannot be read; nobody writes over that. */
export const testsIn = (content: string | null): DecisionTests | null =>
  content === null ? noTests : readDecisionTests(content);

type Text = readonly [text: string, syntax: FeelSyntax];

const textsOf = ({ logic }: EditableDecision): Text[] => {
  if (logic.kind === 'expression') return [[logic.text, 'expression']];
  if (logic.kind !== 'table') return [];
  return [
    ...logic.inputs.map(({ expression }): Text => [expression, 'expression']),
    ...logic.rules.flatMap(({ inputs, outputs }): Text[] => [
      ...inputs.map((text): Text => [text, 'unary-tests']),
      ...outputs.map((text): Text => [text, 'expression']),
    ]),
  ];
};

const pathsIn = ([text, syntax]: Text): readonly (readonly string[])[] => {
  if (text.trim() === '') return [];
  try {
    return parseFeel(text, syntax).reads.map(({ path }) => path);
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError) return [];
    throw thrown;
  }
};

/** A decision after those that it needs. */
const withNeeded = (decision: EditableDecision, decisions: readonly EditableDecision[]): EditableDecision[] => {
  const found = new Set<EditableDecision>();
  const visit = (one: EditableDecision): void => {
    if (found.has(one)) return;
    found.add(one);
    for (const id of one.requires) {
      const needed = decisions.find((other) => other.id === id);
      if (needed !== undefined) visit(needed);
    }
  };
  visit(decision);
  return [...found].toReversed();
};

/** What a day gives by itself. */
const ofTheDay: readonly string[] = ['parameters', 'submittedOn'];

/** What one must give to play a decision: dotted paths of what it and the decisions it needs read from a case. */
export const givenTo = (decision: EditableDecision, decisions: readonly EditableDecision[]): string[] => {
  const all = withNeeded(decision, decisions);
  const answers = new Set(all.map(({ variable }) => variable));
  const paths = all
    .flatMap(textsOf)
    .flatMap(pathsIn)
    .filter(([root = '']) => !ofTheDay.includes(root) && !answers.has(root))
    .map((path) => path.join('.'));
  const once = [...new Set(paths)];
  // What is read inside of something gives that something.
  return once.filter((path) => !once.some((other) => other.startsWith(`${path}.`)));
};

type Values = DecisionTest['given'];
type Json = Values[string];

const isValues = (value: Json | undefined): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = (given: Values, path: string): Json => {
  let value: Json | undefined = given;
  for (const name of path.split('.')) value = isValues(value) ? value[name] : undefined;
  return value ?? null;
};

/** The same values with another one at a path. */
export const withValue = (given: Values, path: string, value: Json): Values => {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...given, [head]: value };
  const inner = given[head];
  return { ...given, [head]: withValue(isValues(inner) ? inner : {}, rest.join('.'), value) };
};
