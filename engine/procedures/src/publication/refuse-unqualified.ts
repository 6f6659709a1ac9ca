import { CaseworkError } from '@irisflow/foundation';
import type { QualifiedFolder } from './qualify-folder.ts';
import { unqualifiedProblems } from './unqualified-problems.ts';

/** Nothing is deployed in which a name stayed as somebody wrote it. */
export const refuseUnqualified = (qualified: QualifiedFolder): void => {
  const problems = unqualifiedProblems(qualified);
  if (problems.length === 0) return;
  throw new CaseworkError('PROCEDURE_INVALID', 'Expected every name to be qualified, but some are not', { problems });
};
