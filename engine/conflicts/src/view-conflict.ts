import { type Clerk, namesOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import type { ConflictRow } from './storage/conflicts.ts';
import type { ConflictView } from './views/conflict.ts';

/** Nobody lifts their own, and supervisors alone those of others. */
export const mayLift = ({ person }: Clerk, row: ConflictRow): boolean =>
  person.roles.includes('supervisor') && row.person_id !== person.id;

export const viewConflicts = async (
  db: Queryable,
  clerk: Clerk,
  rows: readonly ConflictRow[],
): Promise<ConflictView[]> => {
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.person_id, row.declared_by]),
  );
  const somebody = (id: string) => ({ id, name: names.get(id) ?? '' });
  return rows.map((row) => ({
    id: row.id,
    person: somebody(row.person_id),
    scope: row.case_id === null ? 'party' : 'case',
    about: row.about,
    reason: row.reason,
    declaredBy: somebody(row.declared_by),
    declaredAt: instantOf(row.declared_at),
    mayLift: mayLift(clerk, row),
  }));
};
