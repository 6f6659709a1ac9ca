import type { ProcedureProblem } from '@irisflow/foundation';
import { problemOf } from './problem.ts';

/** Something of a file that others name by its id. */
export interface Named {
  readonly path: string;
  readonly id: string;
}

/** An id that two files give: the engine would not know which one is called. The file that has it first keeps it. */
export const lintTwice = (all: readonly Named[], code: 'PROCESS_TWICE' | 'DECISION_TWICE'): ProcedureProblem[] => {
  const first = new Map<string, string>();
  return all.flatMap(({ path: file, id: subject }) => {
    const found = first.get(subject);
    if (found === undefined) first.set(subject, file);
    return found === undefined || found === file ? [] : [problemOf({ file, code, subject, found })];
  });
};
