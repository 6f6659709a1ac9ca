import { appendAudit, job } from '@irisflow/access';
import { insertOutbox } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { PlaceRow } from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PlaceEnd } from '../views/quota.ts';

interface Told {
  readonly place: PlaceRow;
  /** The kind of right that the place is for; null where the procedure says so no more. */
  readonly kind: string | null;
  /** Why the place went; null for one that is offered. */
  readonly cause: PlaceEnd | null;
}

/** Tells the process of a case what the clock did with its place, and writes it into the audit. */
export const tellPlace = async (
  surroundings: Surroundings,
  tx: Queryable,
  { place, kind, cause }: Told,
): Promise<void> => {
  const { id, case_id: caseId, administration, quota, state, reserved_until: reservedUntil } = place;
  const name = cause === null ? 'place.offered' : 'quota.released';
  const variables = {
    place: {
      placeId: id,
      quota,
      kind,
      outcome: state,
      position: cause === null ? 1 : null,
      reservedUntil,
      cause,
      caseId,
    },
  };
  await insertOutbox(tx, {
    caseId,
    at: surroundings.clock.now(),
    message: { kind: 'publishMessage', name, key: id, variables },
  });
  await appendAudit(surroundings, tx, {
    actor: job('terms'),
    action: name,
    object: `case:${caseId}`,
    administration,
    detail: { place: id, quota, cause },
  });
};
