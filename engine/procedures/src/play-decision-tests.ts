import { type DecisionTest, playDecisionTest, readDecisionTests, type TestOutcome } from '@irisflow/dmn';
import { decisionFileOf, fileKindOf } from './file-kind.ts';
import type { FolderFile } from './folder-limits.ts';
import { parametersOn } from './parameters.ts';
import { parsedDecisions } from './parsed-files.ts';
import { readFolder } from './read-folder.ts';

/** A line of a test table that was played. */
export interface PlayedDecisionTest {
  /** Which table, which line of it, what it tests and on which day. */
  readonly title: string;
  /** What came out instead of what was expected, in English; null where it came out so. */
  readonly difference: string | null;
}

const differenceOf = ({ state, output, failure }: TestOutcome, { expected }: DecisionTest): string | null =>
  state === 'red' ? (failure ?? `Expected ${JSON.stringify(expected)}, but found ${JSON.stringify(output)}`) : null;

/** Plays each line of the test tables of a folder, with the amounts of its day. */
export const playDecisionTests = (files: readonly FolderFile[]): readonly PlayedDecisionTest[] => {
  const { parameters } = readFolder(files);
  return files
    .filter(({ path }) => fileKindOf(path) === 'decisionTests')
    .flatMap(({ path, content }): PlayedDecisionTest[] => {
      const table = readDecisionTests(content);
      if (table === null) return [{ title: path, difference: 'Expected a test table, but it cannot be read' }];
      const tested = decisionFileOf(path);
      const parsed = parsedDecisions(files.find((file) => file.path === tested)?.content ?? '');
      if (!parsed.ok) return [{ title: path, difference: `Expected decisions in ${tested}, but found none` }];
      return table.tests.map((test, at) => ({
        title: `${path}, line ${at + 1}: ${test.decision} on ${test.on}`,
        difference: differenceOf(playDecisionTest(parsed.requirements, test, parametersOn(parameters, test.on)), test),
      }));
    });
};
