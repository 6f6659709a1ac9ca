import { sql, takeNamedLock, type Queryable, type Row } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface DelegationRow extends Row {
  id: string;
  administration: string;
  delegator_id: string;
  delegator: string;
  delegate_id: string;
  delegate: string;
  from_day: string;
  to_day: string;
  groups: string[];
  procedures: string[] | null;
  capacity: LocalizedText;
  instrument: string;
  given_at: Date | string;
  withdrawn_at: Date | string | null;
  withdrawn_by: string | null;
  /** Whether both still handle cases of the administration. */
  both_work: boolean;
  /** Groups and roles that the delegator has at this moment. */
  held: string[];
}

const handles = (person: string): string =>
  `(${person}.administration = g.administration and ${person}.roles && array['agent', 'supervisor'])`;

const delegations = (db: Queryable) =>
  tables(db)
    .selectFrom('delegation as g')
    .innerJoin('person as d', 'd.id', 'g.delegator_id')
    .innerJoin('person as e', 'e.id', 'g.delegate_id')
    .leftJoin('person as w', 'w.id', 'g.withdrawn_by')
    .select([
      'g.id',
      'g.administration',
      'g.delegator_id',
      'd.name as delegator',
      'g.delegate_id',
      'e.name as delegate',
      sql<string>`g.from_day::text`.as('from_day'),
      sql<string>`g.to_day::text`.as('to_day'),
      'g.groups',
      'g.procedures',
      'g.capacity',
      'g.instrument',
      'g.given_at',
      'g.withdrawn_at',
      'w.name as withdrawn_by',
      sql<boolean>`${sql.raw(handles('d'))} and ${sql.raw(handles('e'))}`.as('both_work'),
      sql<string[]>`d.groups || d.roles`.as('held'),
    ]);

/** As many as one page shows. */
const MANY = 500;

/** Those of an administration that were not over on a day, or of these the ones that somebody gave or has; the last ones first. */
export const listDelegations = (
  db: Queryable,
  { administration, since, personId }: { administration: string; since: string; personId: string | null },
): Promise<DelegationRow[]> => {
  let found = delegations(db).where('g.administration', '=', administration).where('g.to_day', '>=', since);
  if (personId !== null)
    found = found.where((one) => one.or([one('g.delegator_id', '=', personId), one('g.delegate_id', '=', personId)]));
  return found
    .orderBy('g.from_day', 'desc')
    .orderBy('g.given_at', 'desc')
    .orderBy('g.id')
    .limit(MANY)
    .$castTo<DelegationRow>()
    .execute();
};

export const findDelegation = (db: Queryable, id: string): Promise<DelegationRow | undefined> =>
  delegations(db).where('g.id', '=', id).$castTo<DelegationRow>().executeTakeFirst();

export interface NewDelegation {
  readonly id: string;
  readonly administration: string;
  readonly delegatorId: string;
  readonly delegateId: string;
  readonly from: string;
  readonly to: string;
  readonly groups: readonly string[];
  readonly procedures: readonly string[] | null;
  readonly capacity: LocalizedText;
  readonly instrument: string;
  readonly at: number;
}

/** What somebody gave that is not over, of which days, whoever else asks for the same person waits. */
export const lockGiven = async (tx: Queryable, { delegatorId, from }: NewDelegation) => {
  await takeNamedLock(tx, `delegation of ${delegatorId}`);
  return tables(tx)
    .selectFrom('delegation')
    .select(['delegate_id', 'groups', 'procedures', sql<string>`from_day::text`.as('from_day')])
    .where('delegator_id', '=', delegatorId)
    .where('withdrawn_at', 'is', null)
    .where('to_day', '>=', from)
    .execute();
};

export const insertDelegation = (tx: Queryable, given: NewDelegation) =>
  tables(tx)
    .insertInto('delegation')
    .values({
      id: given.id,
      administration: given.administration,
      delegator_id: given.delegatorId,
      delegate_id: given.delegateId,
      from_day: given.from,
      to_day: given.to,
      groups: [...given.groups],
      procedures: given.procedures === null ? null : [...given.procedures],
      capacity: jsonOf(given.capacity),
      instrument: given.instrument,
      given_at: isoOf(given.at),
    })
    .execute();

/** Answers whether it was there to be withdrawn: the first who asks does it. */
export const withdrawRow = async (
  tx: Queryable,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: number },
): Promise<boolean> => {
  const rows = await tables(tx)
    .updateTable('delegation')
    .set({ withdrawn_at: isoOf(at), withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length > 0;
};

/** What the groups of an administration are called, by their keys. */
export const groupNames = async (db: Queryable, administration: string): Promise<Map<string, LocalizedText>> => {
  const rows = await tables(db)
    .selectFrom('staff_group')
    .select(['key', 'name'])
    .where('administration', '=', administration)
    .execute();
  return new Map(rows.map(({ key, name }) => [key, name as LocalizedText]));
};
