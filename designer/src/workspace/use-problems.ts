import type { ProcedureProblem } from '@irisflow/client';
import { useDraft } from './draft-context.ts';

const rank = { error: 0, warning: 1 } as const;

/** What is wrong with the draft, errors first, then by file. */
export const useProblems = (): readonly ProcedureProblem[] => {
  const { problems } = useDraft().state;
  return problems.toSorted((a, b) => rank[a.severity] - rank[b.severity] || a.file.localeCompare(b.file));
};

export const useFileProblems = (path: string): readonly ProcedureProblem[] =>
  useProblems().filter((problem) => problem.file === path);
