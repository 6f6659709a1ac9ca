import type { FrontDoor } from './front-door.ts';

interface Staff {
  readonly id: string;
  readonly administration: string;
}

/** An administrator makes a clerk of theirs an agent and a supervisor. */
export const makeSupervisor = async (administrator: FrontDoor, name: string): Promise<void> => {
  const { items } = await administrator.get<{ items: Staff[] }>(`/staff?search=${encodeURIComponent(name)}`);
  const [clerk] = items;
  const both = ['agent', 'supervisor'];
  await administrator.put(`/staff/${clerk?.id}`, { administration: clerk?.administration, roles: both, groups: both });
};
