import type { Queryable } from '@irisflow/database';
import type { KnownPerson } from '../actor.ts';
import { actingAs } from '../cases/acting-as.ts';
import type { CaseRow } from '../storage/cases.ts';
import { insertIntervention } from '../storage/file-access.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '../terms/calendar-date.ts';
import type { InterventionCategory, InterventionKind } from '../views/access.ts';

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
    actingAs: actingAs(person, ['administrator', 'supervisor', 'analyst']),
    day: dayOf(at),
    at,
    kind,
    category,
    outcome,
  });
  return id;
};
