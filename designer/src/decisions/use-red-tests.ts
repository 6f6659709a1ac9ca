import { parseDmn, playDecisionTest, readDecisionTests } from '@irisflow/dmn';
import { useMemo } from 'react';
import { parametersAt } from '../play/sample-variables.ts';
import { parametersPath } from '../settings/procedure-file.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { kindOfFile } from '../workspace/file-kinds.ts';
import { testsPathOf } from './test-file.ts';

/** A line of a test table that does not come out as it says. */
export interface RedTest {
  /** Path of the decisions. */
  readonly file: string;
  /** From 1, in the file of the tests. */
  readonly line: number;
  /** Name of the decision. */
  readonly decision: string;
}

const redIn = (path: string, files: ReadonlyMap<string, string>): RedTest[] => {
  const tests = readDecisionTests(files.get(testsPathOf(path)) ?? '')?.tests ?? [];
  const parsed = parseDmn(tests.length === 0 ? '' : (files.get(path) ?? ''));
  return tests.flatMap((test, at) => {
    const name = parsed.ok ? parsed.requirements.decisions.find(({ id }) => id === test.decision)?.name : undefined;
    const amounts = parametersAt(files.get(parametersPath), test.on);
    const isRed = !parsed.ok || playDecisionTest(parsed.requirements, test, amounts).state === 'red';
    return isRed ? [{ file: path, line: at + 1, decision: name ?? test.decision }] : [];
  });
};

/** What the test tables of the draft say against it. */
export const useRedTests = (): readonly RedTest[] => {
  const { files } = useDraft().state;
  return useMemo(
    () => [...files.keys()].filter((path) => kindOfFile(path) === 'decision').flatMap((path) => redIn(path, files)),
    [files],
  );
};
