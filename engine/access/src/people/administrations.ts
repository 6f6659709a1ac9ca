import { appendAudit, platformChain } from '../audit/append-audit.ts';
import {
  CaseworkError,
  likePattern,
  pageLimit,
  cursorOf,
  positionOf,
  type LocalizedText,
  type Page,
} from '@irisflow/foundation';
import {
  countAdministrations,
  findAdministration,
  insertAdministration,
  renameAdministrationRow,
  searchAdministrations,
} from '../storage/administrations.ts';
import { listGroups, listServices } from '../storage/services.ts';
import type { Queryable } from '@irisflow/database';
import type { UseCase } from '../surroundings.ts';
import type { AdministrationDetail, AdministrationSummary } from '../views/people.ts';
import type { AdministrationView } from '../views/person.ts';
import { requireAdministrator, requirePlatformAdministrator, requireReach } from './administrator.ts';

export interface ListAdministrations {
  readonly search?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** The administrations that I administer: all of them for the platform, else my own. */
export const listAdministrations: UseCase<ListAdministrations, Page<AdministrationSummary>> = async (
  { database },
  actor,
  input,
) => {
  const { administration } = requireAdministrator(actor);
  const limit = pageLimit(input.limit);
  const search = { administration, search: likePattern(input.search) };
  const after = positionOf(input.cursor, 'text')?.id ?? null;
  const rows = await searchAdministrations(database, { ...search, after, limit: limit + 1 });
  const items = rows
    .slice(0, limit)
    .map(({ key, name, people }) => ({ key, name: name as LocalizedText, people: Number(people ?? 0) }));
  const last = items.at(-1);
  return {
    items,
    total: await countAdministrations(database, search),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf({ sort: '', id: last.key }) : null,
  };
};

const unknownAdministration = (key: string) =>
  new CaseworkError('NOT_FOUND', `Expected an administration ${key}, but there is none`);

/** An administration with its services and groups. */
export const detailOf = async (db: Queryable, key: string): Promise<AdministrationDetail> => {
  const administration = await findAdministration(db, key);
  if (administration === null) throw unknownAdministration(key);
  const { name } = administration;
  return { key, name, services: await listServices(db, key), groups: await listGroups(db, key) };
};

export const getAdministration: UseCase<{ administration: string }, AdministrationDetail> = async (
  { database },
  actor,
  { administration },
) => {
  requireReach(requireAdministrator(actor), administration);
  return detailOf(database, administration);
};

/** Adds an administration; its key stands in procedures, addresses and the audit log, and never changes. */
export const createAdministration: UseCase<AdministrationView, AdministrationDetail> = async (
  surroundings,
  actor,
  { key, name },
) => {
  requirePlatformAdministrator(actor);
  return surroundings.database.transaction(async (tx) => {
    // The audit log keeps one chain an administration, beside the one of the platform.
    if (key === platformChain || !(await insertAdministration(tx, { key, name })))
      throw new CaseworkError('ADMINISTRATION_EXISTS', `Expected a new key, but ${key} is taken`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'administration.created',
      object: `administration:${key}`,
      administration: null,
      detail: { name },
    });
    return detailOf(tx, key);
  });
};

export const renameAdministration: UseCase<
  { administration: string; name: LocalizedText },
  AdministrationDetail
> = async (surroundings, actor, { administration: key, name }) => {
  requireReach(requireAdministrator(actor), key);
  requirePlatformAdministrator(actor);
  return surroundings.database.transaction(async (tx) => {
    const before = await findAdministration(tx, key);
    if (before === null || !(await renameAdministrationRow(tx, { key, name }))) throw unknownAdministration(key);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'administration.renamed',
      object: `administration:${key}`,
      administration: key,
      detail: { before: before.name, after: name },
    });
    return detailOf(tx, key);
  });
};
