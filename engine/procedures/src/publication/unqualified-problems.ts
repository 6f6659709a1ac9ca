import { CaseworkError, type ProcedureProblem } from '@irisflow/foundation';
import { problemOf } from '../lint/problem.ts';
import { findUnqualified } from './find-unqualified.ts';
import type { QualifiedFolder } from './qualify-folder.ts';

/** Nothing is deployed in which a name stayed as somebody wrote it. */
export const refuseUnqualified = (qualified: QualifiedFolder): void => {
  const problems = unqualifiedProblems(qualified);
  if (problems.length === 0) return;
  throw new CaseworkError('PROCEDURE_INVALID', 'Expected every name to be qualified, but some are not', { problems });
};

const fileOf = (resource: string): string => resource.split('/').at(-1) ?? resource;

/** What keeps a folder from being deployed: names that stayed as somebody wrote them. */
export const unqualifiedProblems = (qualified: QualifiedFolder): ProcedureProblem[] =>
  findUnqualified(qualified).map(({ resource, elementId }) => {
    const file = fileOf(resource);
    const place = elementId === null ? {} : { elementId };
    return problemOf({ file, code: 'NAME_NOT_QUALIFIED', subject: elementId ?? file, place });
  });
