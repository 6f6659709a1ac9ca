import type { Queryable } from '@irisflow/database';
import type { KnownPerson, Office } from '@irisflow/access';
import type { CaseRow } from '../storage/cases.ts';
import { insertOpenings, upsertOpening } from '../storage/file-access.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import type { OfficeFunction } from '../views/access.ts';

type StaffFunction = Exclude<OfficeFunction, 'system'>;

const highestFirst: readonly StaffFunction[] = ['administrator', 'supervisor', 'analyst', 'agent'];

/** The highest of the functions that allow what somebody did; the person concerned is told it instead of a name. */
export const actingAs = ({ roles }: KnownPerson, allowed: readonly StaffFunction[]): StaffFunction =>
  highestFirst.find((role) => allowed.includes(role) && roles.includes(role)) ?? 'agent';

type Opened = Pick<CaseRow, 'id' | 'person_id'>;

type Reader = Pick<Office, 'person' | 'administration'>;

const functionOf = ({ person }: Reader): OfficeFunction =>
  person === null ? 'system' : actingAs(person, ['supervisor', 'agent']);

const openingOf = ({ clock, random }: Surroundings, reader: Reader, row: Opened) => {
  const at = clock.now();
  return {
    id: random.id(),
    administration: reader.administration,
    caseId: row.id,
    personId: row.person_id,
    actingAs: functionOf(reader),
    day: dayOf(at),
    at,
  };
};

interface Opening {
  readonly clerk: Reader;
  readonly row: CaseRow;
  readonly category?: 'handling' | 'opinion' | 'inspection' | 'transfer';
}

/** Tells the person concerned that an office opened their file: once a function and day, however often it was looked at. */
export const recordOpening = (
  surroundings: Surroundings,
  tx: Queryable,
  { clerk, row, category = 'handling' }: Opening,
): Promise<void> => upsertOpening(tx, { ...openingOf(surroundings, clerk, row), category });

/** The same of cases whose answers were read along a list; that they were read again the same day changes nothing. */
export const recordOpenings = (
  surroundings: Surroundings,
  db: Queryable,
  { clerk, rows }: { readonly clerk: Reader; readonly rows: readonly Opened[] },
): Promise<void> => {
  // Each once, and in one order: who reads the same list at once waits for nobody who waits for them.
  const cases = [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((one, other) =>
    one.id < other.id ? -1 : 1,
  );
  return insertOpenings(
    db,
    cases.map((row) => openingOf(surroundings, clerk, row)),
  );
};
