import type { Actor, Casework } from '@irisflow/casework';
import { demoCitizens } from './demo-citizens.ts';
import { demoAdministrations, demoStaff } from './demo-staff.ts';

const system: Actor = { kind: 'system' };

/** Writes the demonstration's administrations and people; at every start, so that a newer program brings its own. */
export const seedDemo = async (casework: Casework): Promise<void> => {
  await casework.identity.seedAdministrations(system, { administrations: demoAdministrations });
  for (const claims of [...demoCitizens, ...demoStaff]) await casework.identity.upsertPerson(system, claims);
};
