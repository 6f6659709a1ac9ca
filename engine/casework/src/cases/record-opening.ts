import type { Queryable } from '@irisflow/database';
import type { Clerk, KnownPerson } from '@irisflow/access';
import type { CaseRow } from '../storage/cases.ts';
import { upsertOpening } from '../storage/file-access.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import type { OfficeFunction } from '../views/access.ts';

const highestFirst: readonly OfficeFunction[] = ['administrator', 'supervisor', 'analyst', 'agent'];

/** The highest of the functions that allow what somebody did; the person concerned is told it instead of a name. */
export const actingAs = ({ roles }: KnownPerson, allowed: readonly OfficeFunction[]): OfficeFunction =>
  highestFirst.find((role) => allowed.includes(role) && roles.includes(role)) ?? 'agent';

/** Tells the person concerned that the office opened their file: once a function and day, however often it was looked at. */
export const recordOpening = (
  { clock, random }: Surroundings,
  tx: Queryable,
  {
    clerk,
    row,
    category = 'handling',
  }: { readonly clerk: Clerk; readonly row: CaseRow; readonly category?: 'handling' | 'opinion' },
): Promise<void> => {
  const at = clock.now();
  return upsertOpening(tx, {
    id: random.id(),
    administration: clerk.administration,
    caseId: row.id,
    personId: row.person_id,
    actingAs: actingAs(clerk.person, ['supervisor', 'agent']),
    day: dayOf(at),
    at,
    category,
  });
};
