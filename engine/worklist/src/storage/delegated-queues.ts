import type { CaseReach } from '@irisflow/access';
import { sql } from '@irisflow/database';
import type { Power } from '@irisflow/delegations';
import type { Queue } from './queues.ts';

type Condition = ReturnType<typeof sql<boolean>>;

/** Powers for some tasks of their groups; those for all of them make their groups the reader's. */
export const isForSome = ({ procedures, reach, apart }: Power): boolean =>
  procedures !== null || reach !== undefined || apart !== undefined;

const groupsIn = ({ queue }: Queue): readonly string[] => queue.split('\n');

const oneOf = (column: Condition, wanted: readonly string[] | null): Condition[] =>
  wanted === null ? [] : [sql<boolean>`${column} = any(${wanted}::text[])`];

const procedureKey = sql<boolean>`t.procedure_key`;

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join([...conditions], sql` and `)})`;
const any = (conditions: readonly Condition[]): Condition => sql<boolean>`(${sql.join([...conditions], sql` or `)})`;

/** Cases that nobody does in the name of who has a conflict of interest with them. */
const beside = (apart: readonly string[]): Condition => sql<boolean>`t.case_id <> all(${apart}::text[])`;

const seen = ({ procedures, languages, communes }: CaseReach): Condition =>
  all([
    ...oneOf(procedureKey, procedures),
    ...oneOf(sql<boolean>`t.language`, languages),
    ...oneOf(sql<boolean>`t.commune`, communes),
  ]);

/** That a task `t` is one of those that powers are for. */
export const isDelegated = (powers: readonly Power[]): Condition =>
  any(
    powers.map(({ groups, procedures, reach, apart }) =>
      all([
        sql<boolean>`t.candidate_groups && ${groups}::text[]`,
        ...oneOf(procedureKey, procedures),
        ...(reach === undefined ? [] : [any(reach.map(seen))]),
        ...(apart === undefined ? [] : [beside(apart)]),
      ]),
    ),
  );

const isAny = ({ languages, communes }: CaseReach): boolean => languages === null && communes === null;

/** What of a queue and procedure the delegator of a power sees and may work on; everything where nothing is said. */
const seenBy = ({ reach, apart }: Power, { procedureKey: key = '' }: Queue): Condition | 'all' | 'nothing' => {
  const fitting = reach?.filter(({ procedures }) => procedures === null || procedures.includes(key));
  if (fitting?.length === 0) return 'nothing';
  const isWhole = fitting === undefined || fitting.some(isAny);
  if (isWhole) return apart === undefined ? 'all' : beside(apart);
  const within = any(fitting.map(seen));
  return apart === undefined ? within : all([within, beside(apart)]);
};

/** The tasks of one procedure that wait in a queue, as far as powers are for them; none where no power is. */
export const delegatedPart = (powers: readonly Power[], queue: Queue): Queue[] => {
  const { procedureKey: key = '' } = queue;
  const parts = powers
    .filter(
      ({ groups, procedures }) =>
        groupsIn(queue).some((group) => groups.includes(group)) && (procedures === null || procedures.includes(key)),
    )
    .map((power) => seenBy(power, queue));
  if (parts.includes('all')) return [queue];
  const some = parts.filter((part) => part !== 'all' && part !== 'nothing');
  return some.length === 0 ? [] : [{ ...queue, within: any(some) }];
};
