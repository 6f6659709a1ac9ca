import { CaseworkError } from '../../errors/casework-error.ts';
import { problemOf } from '../lint/problem.ts';
import { findUnqualified } from './find-unqualified.ts';
import type { QualifiedFolder } from './qualify-folder.ts';

const fileOf = (resource: string): string => resource.split('/').at(-1) ?? resource;

/** Nothing is deployed in which a name stayed as somebody wrote it. */
export const refuseUnqualified = (qualified: QualifiedFolder): void => {
  const found = findUnqualified(qualified);
  if (found.length === 0) return;
  const problems = found.map(({ resource, elementId }) => {
    const place = elementId === null ? {} : { elementId };
    return problemOf({ file: fileOf(resource), code: 'NAME_NOT_QUALIFIED', subject: elementId ?? resource, place });
  });
  throw new CaseworkError('PROCEDURE_INVALID', 'Expected every name to be qualified, but some are not', { problems });
};
