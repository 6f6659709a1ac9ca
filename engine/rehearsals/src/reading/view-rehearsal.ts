import { actingFor, type Actor, requireDesigner, requireWhole } from '@irisflow/access';
import type { Queryable, Row } from '@irisflow/database';
import { instantOf, instantOrNull } from '@irisflow/foundation';
import { requireOwnProcedure } from '@irisflow/procedures';
import {
  findRehearsal,
  listReferences,
  listSettled,
  type RehearsalRow,
  type SettledRow,
} from '../storage/rehearsals.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { type RehearsalAnswer, type RehearsalView, unreplayableReasons } from '../views/rehearsal.ts';
import { type Disclosure, disclosureFor } from './disclosure.ts';
import { type ComparedCase, groupCases } from './group-cases.ts';
import { knownSteps } from './known-steps.ts';

const nameOf = async (db: Queryable, id: string): Promise<string> =>
  (await db.query<Row & { name: string }>('select name from casework.person where id = $1', [id]))[0]?.name ?? '';

const countsOf = (rows: readonly SettledRow[], { count }: Disclosure): RehearsalView['unreplayable'] =>
  unreplayableReasons.flatMap((reason) => {
    const exact = rows.filter((row) => row.reason === reason).length;
    return exact === 0 ? [] : [{ reason, count: count(exact) }];
  });

/** In tens: exact percents tell how many cases there are. */
const progressOf = (rows: readonly SettledRow[]): number =>
  rows.length === 0
    ? 100
    : 10 * Math.floor((10 * rows.filter(({ state }) => state !== 'waiting').length) / rows.length);

/** Those that whoever reads may see at all, compared: one with which they have a conflict of interest does not exist for them. */
const comparedOf = (rows: readonly SettledRow[], references: ReadonlyMap<string, string>): ComparedCase[] =>
  rows.flatMap(({ case_id: id, result }) => {
    const reference = references.get(id);
    return result === null || reference === undefined ? [] : [{ id, reference, result }];
  });

const viewOf = async (surroundings: Surroundings, actor: Actor, row: RehearsalRow): Promise<RehearsalView> => {
  const { database } = surroundings;
  const all = await listSettled(actingFor(surroundings, actor, 'rehearsals').database, row.id);
  const seen = await listReferences(
    database,
    all.map(({ case_id: id }) => id),
  );
  const references = new Map(seen.map(({ id, reference }) => [id, reference]));
  const rows = all.filter(({ case_id: id }) => references.has(id));
  const disclosure = disclosureFor(requireDesigner(actor), { isRestricted: row.is_restricted });
  const compared = comparedOf(rows, references);
  const { groups, others } = groupCases(compared, disclosure);
  return {
    id: row.id,
    from: row.from_day,
    to: row.to_day,
    parametersOn: row.parameters_on,
    startedAt: instantOf(row.started_at),
    startedBy: await nameOf(database, row.started_by),
    state: row.state,
    endedAt: instantOrNull(row.ended_at),
    progress: progressOf(rows),
    hasMore: row.has_more,
    isExact: disclosure.isExact,
    isRestricted: row.is_restricted,
    cases: disclosure.count(rows.length),
    compared: disclosure.count(compared.length),
    groups,
    others,
    unreplayable: countsOf(rows, disclosure),
    ...(await knownSteps(database, row.procedure_key, groups)),
  };
};

/** The newest what-if of a procedure, for whoever may draw it and sees all of its cases. */
export const readRehearsal = async (
  surroundings: Surroundings,
  actor: Actor,
  key: string,
): Promise<RehearsalAnswer> => {
  const { database } = surroundings;
  await requireOwnProcedure(database, actor, key);
  requireWhole(requireDesigner(actor));
  const row = await findRehearsal(database, key);
  return { rehearsal: row === undefined ? null : await viewOf(surroundings, actor, row) };
};

export const getRehearsal: UseCase<{ readonly key: string }, RehearsalAnswer> = (surroundings, actor, { key }) =>
  readRehearsal(surroundings, actor, key);
