import { type DecisionTest, playDecisionTest, type TestOutcome } from '@irisflow/dmn';
import { fileKindOf } from './file-kind.ts';
import type { FolderFile } from './folder-limits.ts';
import { parsedDecisions } from './parsed-files.ts';
import { readFolder } from './read-folder.ts';
import { type TestLine, testLinesIn } from './test-lines.ts';

/** A line of a test table that was played. */
export interface PlayedDecisionTest {
  /** Which table, which line of it, what it tests and on which day. */
  readonly title: string;
  /** What came out instead of what was expected, in English; null where it came out so. */
  readonly difference: string | null;
}

const differenceOf = ({ state, output, failure }: TestOutcome, { expected }: DecisionTest): string | null =>
  state === 'red' ? (failure ?? `Expected ${JSON.stringify(expected)}, but found ${JSON.stringify(output)}`) : null;

const playLine = (
  { file, line, tested, test, parameters }: TestLine,
  files: readonly FolderFile[],
): PlayedDecisionTest => {
  const parsed = parsedDecisions(files.find(({ path }) => path === tested)?.content ?? '');
  return {
    title: `${file}, line ${line}: ${test.decision} on ${test.on}`,
    difference: parsed.ok
      ? differenceOf(playDecisionTest(parsed.requirements, test, parameters), test)
      : `Expected decisions in ${tested}, but found none`,
  };
};

/** Plays each line of the test tables of a folder, with the amounts of its day. */
export const playDecisionTests = (files: readonly FolderFile[]): readonly PlayedDecisionTest[] => {
  const { parameters } = readFolder(files);
  return files
    .filter(({ path }) => fileKindOf(path) === 'decisionTests')
    .flatMap((file): readonly PlayedDecisionTest[] => {
      const lines = testLinesIn(file, parameters);
      return lines === null
        ? [{ title: file.path, difference: 'Expected a test table, but it cannot be read' }]
        : lines.map((line) => playLine(line, files));
    });
};
