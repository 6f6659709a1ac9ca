import { readDecisionTests } from '@irisflow/dmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureParts } from '@irisflow/names';
import { decisionFileOf, fileKindOf } from '../file-kind.ts';
import type { FolderFile } from '../folder-limits.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const lintTable = ({ path, content }: FolderFile, decisions: ProcedureParts['decisions']): ProcedureProblem[] => {
  const table = readDecisionTests(content);
  if (table === null) return [problemOf({ file: path, code: 'DECISION_TESTS_UNREADABLE' })];
  const tested = decisions.find((file) => file.path === decisionFileOf(path));
  const known = new Set(tested?.requirements.decisions.map(({ id }) => id));
  return table.tests.flatMap(({ decision }, at) =>
    known.has(decision)
      ? []
      : [
          problemOf({
            file: path,
            code: 'DECISION_TEST_UNKNOWN',
            subject: decision,
            found: `${at + 1}`,
            place: { pointer: `/tests/${at}/decision`, severity: 'warning' },
          }),
        ],
  );
};

/** Test tables that cannot be read, and lines about decisions that are not there. */
export const lintDecisionTests = (
  { files }: ProcedureFolder,
  decisions: ProcedureParts['decisions'],
): ProcedureProblem[] =>
  files.filter(({ path }) => fileKindOf(path) === 'decisionTests').flatMap((file) => lintTable(file, decisions));
