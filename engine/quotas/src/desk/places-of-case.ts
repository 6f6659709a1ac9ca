import { requireFileReader } from '@irisflow/casework';
import { listPlacesOfCase } from '../storage/places.ts';
import type { UseCase } from '../surroundings.ts';
import type { PlaceView } from '../views/quota.ts';
import { viewPlace } from '../views/view-place.ts';

/** The places that a case has or waits for: for its office, and for systems that may read files. */
export const listPlacesForOffice: UseCase<{ readonly caseId: string }, PlaceView[]> = async (
  surroundings,
  actor,
  { caseId },
) => {
  const { database } = surroundings;
  const { row } = await requireFileReader(database, actor, caseId);
  const views: PlaceView[] = [];
  for (const place of await listPlacesOfCase(database, row.id)) {
    const view = await viewPlace(surroundings, database, { place, row });
    views.push({ ...view, procedureKey: place.procedure_key, quotaKey: place.quota });
  }
  return views;
};
