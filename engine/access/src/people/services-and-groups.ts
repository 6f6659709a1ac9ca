import type { Queryable } from '@irisflow/database';
import type { Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import {
  deleteGroupRow,
  deleteServiceRow,
  isGroupUsed,
  isServiceUsed,
  listServices,
  upsertGroup,
  upsertService,
  type Place,
} from '../storage/services.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AdministrationDetail } from '../views/people.ts';
import { requireAdministrator, requireReach } from './administrator.ts';
import { detailOf } from './administrations.ts';

interface Change {
  readonly place: Place;
  readonly kind: 'service' | 'group';
  readonly verb: 'saved' | 'deleted';
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly work: (tx: Queryable) => Promise<unknown>;
}

/** What an administrator changes in an administration, written in its audit log. */
const change = async (surroundings: Surroundings, actor: Actor, how: Change): Promise<AdministrationDetail> => {
  const { administration, key } = how.place;
  requireReach(requireAdministrator(actor), administration);
  return surroundings.database.transaction(async (tx) => {
    await detailOf(tx, administration);
    await how.work(tx);
    await appendAudit(surroundings, tx, {
      actor,
      action: `${how.kind}.${how.verb}`,
      object: `${how.kind}:${administration}/${key}`,
      administration,
      detail: how.detail ?? {},
    });
    return detailOf(tx, administration);
  });
};

const requireUnused = (isUsed: boolean, what: string): void => {
  if (isUsed) throw new CaseworkError('STILL_USED', `Expected ${what} to be used by nobody, but it is`);
};

const requireGone = (rows: readonly unknown[], what: string): void => {
  if (rows.length === 0) throw new CaseworkError('NOT_FOUND', `Expected ${what}, but there is none`);
};

export interface SaveService extends Place {
  readonly name: LocalizedText;
}

/** Adds a service to an administration, or renames it. */
export const saveService: UseCase<SaveService, AdministrationDetail> = (surroundings, actor, service) =>
  change(surroundings, actor, {
    place: service,
    kind: 'service',
    verb: 'saved',
    detail: { name: service.name },
    work: (tx) => upsertService(tx, service),
  });

/** Takes a service away that no group belongs to. */
export const deleteService: UseCase<Place, AdministrationDetail> = (surroundings, actor, place) =>
  change(surroundings, actor, {
    place,
    kind: 'service',
    verb: 'deleted',
    work: async (tx) => {
      requireUnused(await isServiceUsed(tx, place), `service ${place.key}`);
      requireGone(await deleteServiceRow(tx, place), `a service ${place.key}`);
    },
  });

export interface SaveGroup extends SaveService {
  readonly service: string | null;
}

/** Adds a group to an administration, or renames it; tasks name it as one of their candidates. */
export const saveGroup: UseCase<SaveGroup, AdministrationDetail> = (surroundings, actor, group) =>
  change(surroundings, actor, {
    place: group,
    kind: 'group',
    verb: 'saved',
    detail: { name: group.name, service: group.service },
    work: async (tx) => {
      const services = await listServices(tx, group.administration);
      if (group.service !== null && !services.some(({ key }) => key === group.service))
        throw new CaseworkError('NOT_FOUND', `Expected a service ${group.service}, but there is none`);
      await upsertGroup(tx, group);
    },
  });

/** Takes a group away that nobody is in. */
export const deleteGroup: UseCase<Place, AdministrationDetail> = (surroundings, actor, place) =>
  change(surroundings, actor, {
    place,
    kind: 'group',
    verb: 'deleted',
    work: async (tx) => {
      requireUnused(await isGroupUsed(tx, place), `group ${place.key}`);
      requireGone(await deleteGroupRow(tx, place), `a group ${place.key}`);
    },
  });
