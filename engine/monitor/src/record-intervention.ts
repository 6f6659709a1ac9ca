import type { Queryable } from '@irisflow/database';
import type { KnownPerson } from '@irisflow/access';
import {
  actingAs,
  type CaseRow,
  insertIntervention,
  type InterventionCategory,
  type InterventionKind,
} from '@irisflow/casework';
import type { Surroundings } from './surroundings.ts';
import { dayOf } from '@irisflow/calendar';

interface Intervention {
  readonly person: KnownPerson;
  /** The case concerned; an instance without one concerns nobody. */
  readonly row: CaseRow | null;
  readonly kind: InterventionKind;
  readonly category: InterventionCategory;
  readonly outcome: 'asked' | 'done';
}

/** Tells the person concerned what is done with their data; gives the id of what they are told. */
export const recordIntervention = async (
  { clock, random }: Surroundings,
  tx: Queryable,
  { person, row, kind, category, outcome }: Intervention,
): Promise<string | null> => {
  if (row === null) return null;
  const at = clock.now();
  const id = random.id();
  await insertIntervention(tx, {
    id,
    administration: row.administration,
    caseId: row.id,
    personId: row.person_id,
    actingAs: actingAs(person, ['administrator', 'supervisor', 'analyst', 'agent']),
    day: dayOf(at),
    at,
    kind,
    category,
    outcome,
  });
  return id;
};
