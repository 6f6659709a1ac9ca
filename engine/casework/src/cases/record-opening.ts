import type { Queryable } from '@irisflow/database';
import type { KnownPerson, Office } from '@irisflow/access';
import type { CaseRow } from '../storage/cases.ts';
import { upsertOpening } from '../storage/file-access.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import type { OfficeFunction } from '../views/access.ts';

type StaffFunction = Exclude<OfficeFunction, 'system'>;

const highestFirst: readonly StaffFunction[] = ['administrator', 'supervisor', 'analyst', 'agent'];

/** The highest of the functions that allow what somebody did; the person concerned is told it instead of a name. */
export const actingAs = ({ roles }: KnownPerson, allowed: readonly StaffFunction[]): StaffFunction =>
  highestFirst.find((role) => allowed.includes(role) && roles.includes(role)) ?? 'agent';

/** Tells the person concerned that the office opened their file: once a function and day, however often it was looked at. */
export const recordOpening = (
  { clock, random }: Surroundings,
  tx: Queryable,
  { clerk, row }: { readonly clerk: Pick<Office, 'person'>; readonly row: CaseRow },
): Promise<void> => {
  const at = clock.now();
  return upsertOpening(tx, {
    id: random.id(),
    administration: row.administration,
    caseId: row.id,
    personId: row.person_id,
    actingAs: clerk.person === null ? 'system' : actingAs(clerk.person, ['supervisor', 'agent']),
    day: dayOf(at),
    at,
  });
};
