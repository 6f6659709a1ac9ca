import type { ProcedureProblem } from '../../views/procedure.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { lintDecisions } from './lint-decisions.ts';
import { lintForms } from './lint-forms.ts';
import { lintLetters } from './lint-letters.ts';
import { lintNames } from './lint-names.ts';
import { lintReferences } from './lint-references.ts';
import { lintReserved } from './lint-reserved.ts';

/** Everything that stands between a folder and its publication, and warnings beside. */
export const lintFolder = (folder: ProcedureFolder, connectorTypes: readonly string[] | null): ProcedureProblem[] => {
  const decisions = lintDecisions(folder);
  return [
    ...folder.problems,
    ...decisions.problems,
    ...lintForms(folder),
    ...lintLetters(folder),
    ...lintReferences(folder, { connectorTypes, decisionIds: decisions.decisionIds }),
    ...lintNames(folder),
    ...lintReserved(folder),
  ];
};

export const hasErrors = (problems: readonly ProcedureProblem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');
