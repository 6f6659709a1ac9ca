import { dmnProblemMessage, lintDmn, parseDmn, type DmnProblem } from '@irisflow/dmn';
import { type ProcedureProblem, inEveryLocale } from '@irisflow/foundation';
import { fileKindOf } from '../file-kind.ts';
import type { FolderFile } from '../folder-limits.ts';
import type { ProcedureFolder } from '../read-folder.ts';

interface Decisions {
  readonly decisionIds: readonly string[];
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
  const parsed = parseDmn(content);
  if (!parsed.ok) return { decisionIds: [], problems: parsed.problems.map((problem) => problemOf(path, problem)) };
  return {
    decisionIds: parsed.requirements.decisions.map(({ id }) => id),
    problems: lintDmn(parsed.requirements, parsed.positions).map((problem) => problemOf(path, problem)),
  };
};

/** Ids and problems of the decisions in a folder's DMN files. */
export const lintDecisions = ({ files }: ProcedureFolder): Decisions => {
  const read = files.filter(({ path }) => fileKindOf(path) === 'decision').map(readDecisions);
  return {
    decisionIds: read.flatMap(({ decisionIds }) => decisionIds),
    problems: read.flatMap(({ problems }) => problems),
  };
};
