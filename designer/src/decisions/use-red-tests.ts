import { readDecisionTests } from '@irisflow/dmn';
import { useMemo } from 'react';
import { parametersPath } from '../settings/procedure-file.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { kindOfFile } from '../workspace/file-kinds.ts';
import { testsPathOf } from './test-file.ts';
import { usePlayedTests } from './use-played-tests.ts';

/** A line of a test table that does not come out as it says. */
export interface RedTest {
  /** Path of the decisions. */
  readonly file: string;
  /** From 1, in the file of the tests. */
  readonly line: number;
  /** Name of the decision. */
  readonly decision: string;
}

/** What the test tables of the draft say against it; null while they are played. */
export const useRedTests = (): readonly RedTest[] | null => {
  const { files } = useDraft().state;
  const tables = useMemo(
    () =>
      [...files]
        .filter(([path]) => kindOfFile(path) === 'decision')
        .map(([path, xml]) => {
          const tests = readDecisionTests(files.get(testsPathOf(path)) ?? '')?.tests ?? [];
          return { path, question: { xml, parameters: files.get(parametersPath), tests } };
        })
        .filter(({ question }) => question.tests.length > 0),
    [files],
  );
  const played = usePlayedTests(useMemo(() => tables.map(({ question }) => question), [tables]));
  return useMemo(() => {
    if (played === null) return null;
    const answered = tables.map(({ path, question }) => ({
      path,
      lines: played.find((one) => one.question === question)?.played,
    }));
    if (answered.some(({ lines }) => lines === undefined)) return null;
    return answered.flatMap(({ path, lines = [] }) =>
      lines.flatMap(({ decision, outcome }, at): RedTest[] =>
        outcome === null || outcome.state === 'red' ? [{ file: path, line: at + 1, decision }] : [],
      ),
    );
  }, [tables, played]);
};
