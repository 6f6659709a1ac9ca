import { requireMachine } from '../actor.ts';
import { upsertAdministrationRow } from '../storage/administrations.ts';
import type { UseCase } from '../surroundings.ts';
import type { AdministrationView } from '../views/person.ts';

/** Writes the administrations of this installation; names of known ones are renewed. */
export const seedAdministrations: UseCase<{ administrations: readonly AdministrationView[] }, void> = async (
  { database },
  actor,
  { administrations },
) => {
  requireMachine(actor);
  for (const administration of administrations) await upsertAdministrationRow(database, administration);
};
