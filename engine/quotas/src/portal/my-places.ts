import { requireSharedCase } from '@irisflow/casework';
import { listPlacesOfCase } from '../storage/places.ts';
import type { UseCase } from '../surroundings.ts';
import type { MyPlace } from '../views/quota.ts';
import { viewPlace } from '../views/view-place.ts';

/** The places that a case of mine has or waits for, with why its positions are what they are. */
export const listMyPlaces: UseCase<{ readonly caseId: string }, MyPlace[]> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { row } = await requireSharedCase(surroundings, tx, actor, caseId);
    const places: MyPlace[] = [];
    for (const place of await listPlacesOfCase(tx, row.id))
      places.push(await viewPlace(surroundings, tx, { place, row }));
    return places;
  });
