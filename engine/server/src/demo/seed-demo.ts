import type { Actor } from '@irisflow/access';
import type { Casework } from '@irisflow/platform';
import { demoCitizens } from './demo-citizens.ts';
import { demoAdministrations, demoPlatformAdministrator, demoStaff } from './demo-staff.ts';
import { demoGroups, demoServices } from './demo-services.ts';

const system: Actor = { kind: 'job', name: 'operator' };

const seedServices = async ({ people }: Casework): Promise<void> => {
  for (const { key: administration } of demoAdministrations) {
    for (const service of demoServices) await people.saveService(system, { administration, ...service });
    for (const group of demoGroups) await people.saveGroup(system, { administration, ...group });
  }
};

/** Who lives outside the Region is written to on paper; the others agreed to what is electronic, unless they chose otherwise since. */
const seedCitizens = async ({ identity, reach }: Casework): Promise<void> => {
  for (const claims of demoCitizens) {
    const person = await identity.upsertPerson(system, claims);
    const actor: Actor = { kind: 'person', person, session: null };
    if (claims.subject === 'norbert' || (await reach.getMyReach(actor, {})).hasChosen) continue;
    await reach.chooseChannels(actor, { channels: ['portal', 'mail'] });
  }
};

/** Writes the demonstration's administrations and people; at every start, so that a newer program brings its own. */
export const seedDemo = async (casework: Casework): Promise<void> => {
  await casework.identity.seedAdministrations(system, { administrations: demoAdministrations });
  for (const claims of demoStaff) await casework.identity.upsertPerson(system, claims);
  await seedCitizens(casework);
  const { id: personId } = await casework.identity.upsertPerson(system, demoPlatformAdministrator);
  await casework.people.appointPlatformAdministrator(system, { personId });
  await seedServices(casework);
};
