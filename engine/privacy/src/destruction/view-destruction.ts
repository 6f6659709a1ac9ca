import { createHash } from 'node:crypto';
import { actingFor, isAccountOf, namesOf, type KnownPerson } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, instantOrNull } from '@irisflow/foundation';
import {
  countItems,
  findDestruction,
  listDestructions,
  listItems,
  type DestructionRow,
  type ItemRow,
} from '../storage/destructions.ts';
import type { UseCase } from '../surroundings.ts';
import type { DestructionCertificate, DestructionView, Obstacle } from '../views/retention.ts';
import { requireGuardian, rulesOf, type NamedRule } from './preview.ts';

const mayApprove = async (db: Queryable, row: DestructionRow, person: KnownPerson): Promise<boolean> =>
  row.state === 'proposed' && !(await isAccountOf(db, row.proposed_by, person));

export const viewDestructions = async (
  db: Queryable,
  rows: readonly DestructionRow[],
  person: KnownPerson,
): Promise<DestructionView[]> => {
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.proposed_by, ...(row.approved_by === null ? [] : [row.approved_by])]),
  );
  const counts = await countItems(
    db,
    rows.map(({ id }) => id),
  );
  const nameOf = (id: string): string => names.get(id) ?? id;
  return Promise.all(
    rows.map(async (row) => {
      const own = counts.get(row.id) ?? new Map<string, number>();
      return {
        id: row.id,
        state: row.state,
        proposedBy: nameOf(row.proposed_by),
        proposedAt: instantOf(row.proposed_at),
        approvedBy: row.approved_by === null ? null : nameOf(row.approved_by),
        approvedAt: instantOrNull(row.approved_at),
        finishedAt: instantOrNull(row.finished_at),
        mayApprove: await mayApprove(db, row, person),
        total: [...own.values()].reduce((sum, one) => sum + one, 0),
        destroyed: own.get('destroyed') ?? 0,
        kept: own.get('kept') ?? 0,
      };
    }),
  );
};

/** The destructions of my administration, the newest first. */
export const listDestroyed: UseCase<Record<string, never>, DestructionView[]> = async (given, actor) => {
  const { administration, person } = requireGuardian(actor);
  const { database } = actingFor(given, actor, 'privacy');
  return viewDestructions(database, await listDestructions(database, administration), person);
};

const groupBy = <T>(all: readonly T[], keyOf: (one: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
};

type Group = DestructionCertificate['groups'][number];

const groupsOf = (destroyed: readonly ItemRow[], rules: readonly NamedRule[]): Group[] =>
  groupBy(destroyed, (item) => [item.procedure_key, item.outcome, item.years].join(' ')).flatMap((items) => {
    const [first] = items;
    const days = items.map(({ closed_on: day }) => day).toSorted();
    const [closedFrom] = days;
    const closedTo = days.at(-1);
    if (first === undefined || closedFrom === undefined || closedTo === undefined) return [];
    const key = first.procedure_key;
    const title = rules.find(({ procedureKey }) => procedureKey === key)?.title ?? { fr: key, nl: key, en: key };
    const { outcome, years, legal_ref: legalRef } = first;
    return [{ procedureKey: key, title, outcome, years, legalRef, destroyed: items.length, closedFrom, closedTo }];
  });

const recordsOf = (destroyed: readonly ItemRow[]): DestructionCertificate['records'] => {
  const totals = new Map<string, number>();
  for (const { counts } of destroyed)
    for (const [kind, count] of Object.entries(counts ?? {})) totals.set(kind, (totals.get(kind) ?? 0) + count);
  return [...totals].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count);
};

const keptOf = (items: readonly ItemRow[]): DestructionCertificate['kept'] =>
  groupBy(
    items.flatMap(({ kept_because: because }) => (because === null ? [] : [because])),
    (because) => because,
  ).map((all) => ({ because: all[0] as Obstacle, cases: all.length }));

/** What stays of a destruction, to keep and to show. */
export const getCertificate: UseCase<{ destructionId: string }, DestructionCertificate> = async (
  given,
  actor,
  { destructionId: id },
) => {
  const { administration, person } = requireGuardian(actor);
  const rules = await rulesOf(given, given.database, administration);
  const { database } = actingFor(given, actor, 'privacy');
  const row = await findDestruction(database, id);
  const [destruction] = row?.administration === administration ? await viewDestructions(database, [row], person) : [];
  if (destruction === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a destruction ${id} to be seen, but there is none`);
  const items = await listItems(database, id);
  const destroyed = items.filter(({ state }) => state === 'destroyed');
  return {
    destruction,
    groups: groupsOf(destroyed, rules),
    kept: keptOf(items),
    records: recordsOf(destroyed),
    sha256: createHash('sha256')
      .update(destroyed.map(({ case_id: caseId }) => `${caseId}\n`).join(''))
      .digest('hex'),
  };
};
