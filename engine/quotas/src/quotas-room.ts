import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { watchPlaces } from './clock/watch-places.ts';
import { listPlacesForOffice } from './desk/places-of-case.ts';
import { getQuota, listQuotas } from './desk/read-quotas.ts';
import { listMyPlaces } from './portal/my-places.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** Takes back what is over, and offers what is free; answers how many places moved. */
const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchPlaces(actingAs(surroundings, job('terms')));
};

/** How many rights of a kind there may be, for the office and for whoever waits for a place. */
export const quotasRoom = (surroundings: Surroundings) =>
  room(surroundings, { listQuotas, getQuota, listPlacesForOffice, listMyPlaces, watch });
