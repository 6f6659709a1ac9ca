import { dmnProblemMessage, lintDmn, type DmnProblem } from '@irisflow/dmn';
import { type ProcedureProblem, inEveryLocale } from '@irisflow/foundation';
import type { ProcedureParts } from '@irisflow/names';
import { fileKindOf } from '../file-kind.ts';
import type { FolderFile } from '../folder-limits.ts';
import { parsedDecisions } from '../parsed-files.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { lintTwice, type Named } from './lint-twice.ts';

interface Decisions {
  readonly decisionIds: readonly string[];
  /** The files that can be read. */
  readonly read: ProcedureParts['decisions'];
  readonly found: readonly Named[];
  readonly problems: readonly ProcedureProblem[];
}

const problemOf = (file: string, problem: DmnProblem): ProcedureProblem => ({
  file,
  code: problem.code,
  severity: problem.severity,
  message: inEveryLocale((locale) => dmnProblemMessage(problem, locale)),
  elementId: problem.elementId,
  pointer: null,
  line: problem.line,
});

const readDecisions = ({ path, content }: FolderFile): Decisions => {
  const parsed = parsedDecisions(content);
  if (!parsed.ok)
    return {
      decisionIds: [],
      read: [],
      found: [],
      problems: parsed.problems.map((problem) => problemOf(path, problem)),
    };
  const decisionIds = parsed.requirements.decisions.map(({ id }) => id);
  return {
    decisionIds,
    read: [{ path, requirements: parsed.requirements }],
    found: decisionIds.map((id) => ({ path, id })),
    problems: lintDmn(parsed.requirements, parsed.positions).map((problem) => problemOf(path, problem)),
  };
};

/** Ids and problems of the decisions in a folder's DMN files. */
export const lintDecisions = ({ files }: ProcedureFolder): Decisions => {
  const read = files.filter(({ path }) => fileKindOf(path) === 'decision').map(readDecisions);
  const found = read.flatMap((one) => one.found);
  return {
    decisionIds: read.flatMap(({ decisionIds }) => decisionIds),
    read: read.flatMap((one) => one.read),
    found,
    problems: [...read.flatMap(({ problems }) => problems), ...lintTwice(found, 'DECISION_TWICE')],
  };
};
