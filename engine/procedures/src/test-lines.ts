import { type DecisionTest, readDecisionTests } from '@irisflow/dmn';
import { decisionFileOf } from './file-kind.ts';
import type { FolderFile } from './folder-limits.ts';
import { parametersOn, type ParameterList } from './parameters.ts';

/** A line of a test table, counted from 1, with the amounts of its day. */
export interface TestLine {
  readonly file: string;
  readonly line: number;
  /** Path of the decisions that it tests. */
  readonly tested: string;
  readonly test: DecisionTest;
  readonly parameters: unknown;
}

/** The lines of one test table; null for a file that is none. */
export const testLinesIn = ({ path, content }: FolderFile, parameters: ParameterList): readonly TestLine[] | null =>
  readDecisionTests(content)?.tests.map((test, at) => ({
    file: path,
    line: at + 1,
    tested: decisionFileOf(path),
    test,
    parameters: parametersOn(parameters, test.on),
  })) ?? null;
