import type { Queryable } from '@irisflow/database';
import { findPrefixOwner } from '../storage/reference-prefixes.ts';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';

/** What a folder says of itself that belongs to another administration. */
export const lintOwnership = async (
  db: Queryable,
  { description }: ProcedureFolder,
  owner: string,
): Promise<ProcedureProblem[]> => {
  if (description === null) return [];
  const { administration: subject, reference } = description;
  const holder = await findPrefixOwner(db, reference);
  return [
    ...(subject === owner
      ? []
      : [
          problemOf({
            file,
            code: 'ADMINISTRATION_DIFFERS',
            subject,
            found: owner,
            place: { pointer: '/administration' },
          }),
        ]),
    ...(holder === undefined || holder === owner
      ? []
      : [problemOf({ file, code: 'REFERENCE_TAKEN', subject: reference, place: { pointer: '/reference' } })]),
  ];
};
