import type { ProcedureProblem } from '@irisflow/client';
import { useMemo } from 'react';
import { usePathChecks } from '../soundness/path-checks-context.ts';
import { pathProblems } from '../soundness/path-problems.ts';
import { useDraft } from './draft-context.ts';
import { kindOfFile } from './file-kinds.ts';
import { isFoundHere, lintProcess } from './lint-process.ts';

const rank = { error: 0, warning: 1 } as const;

const inOrder = (problems: readonly ProcedureProblem[]): ProcedureProblem[] =>
  problems.toSorted((a, b) => rank[a.severity] - rank[b.severity] || a.file.localeCompare(b.file));

/** One file's problems, kept while its text stays: linting takes some 10 ms. */
const memory = new Map<string, { xml: string; problems: ProcedureProblem[] }>();

const lintOnce = (path: string, xml: string): ProcedureProblem[] => {
  const known = memory.get(path);
  if (known?.xml === xml) return known.problems;
  const problems = lintProcess(path, xml);
  memory.set(path, { xml, problems });
  return problems;
};

/**
 * What is wrong with the draft, errors first, then by file. A process is linted and its paths are explored here while one draws;
 * what needs the rest of the procedure comes with the platform's answer to each save.
 */
export const useProblems = (): readonly ProcedureProblem[] => {
  const { problems, files } = useDraft().state;
  const checks = usePathChecks();
  return useMemo(() => {
    const isDrawnHere = (file: string): boolean => files.has(file) && kindOfFile(file) === 'process';
    const fromPlatform = problems.filter(({ file, code }) => !isDrawnHere(file) || !isFoundHere(code));
    const processes = [...files].filter(([path]) => isDrawnHere(path));
    const found = processes.flatMap(([path, xml]) => {
      const linted = lintOnce(path, xml);
      return [...linted, ...pathProblems(path, checks.get(path)?.report ?? null, linted)];
    });
    return inOrder([...fromPlatform, ...found]);
  }, [problems, files, checks]);
};

export const useFileProblems = (path: string): readonly ProcedureProblem[] => {
  const problems = useProblems();
  return useMemo(() => problems.filter((problem) => problem.file === path), [problems, path]);
};
