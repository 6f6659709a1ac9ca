import { appendAudit, findPerson, isAccountOf, requireClerk, type Clerk } from '@irisflow/access';
import { dayOf, daysBetween } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, inEveryLocale, requireLine, requireSaid, type LocalizedText } from '@irisflow/foundation';
import { delegableGroups, delegableProcedures } from './delegable.ts';
import { findDelegation, insertDelegation, lockGiven, type NewDelegation } from './storage/delegations.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { viewDelegation } from './view-delegations.ts';
import type { DelegationView } from './views/delegation.ts';

export interface GiveDelegation {
  readonly delegateId: string;
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly groups: readonly string[];
  /** Keys; null for every procedure. */
  readonly procedures: readonly string[] | null;
  /** In which capacity the delegate signs. */
  readonly capacity: LocalizedText;
  /** The reason, or the reference of the instrument. */
  readonly instrument: string;
}

const LONGEST_DAYS = 366;
const AHEAD_DAYS = 366;
/** Of one person at a time: more are no longer looked over. */
const MOST_GIVEN = 50;
const MOST_CAPACITY = 200;
const MOST_INSTRUMENT = 500;

const invalid = (pointer: string, keyword: string, message: string) =>
  new CaseworkError('INPUT_INVALID', message, { errors: [{ pointer, keyword }] });

/** Nobody gives a power for days that are over: what was done without it stays done without it. */
const requireDays = ({ clock }: Surroundings, { from, to }: GiveDelegation): void => {
  const today = dayOf(clock.now());
  const isSound = from >= today && from <= to && daysBetween(from, to) < LONGEST_DAYS;
  if (isSound && daysBetween(today, from) <= AHEAD_DAYS) return;
  throw invalid(
    from < today ? '/from' : '/to',
    'days',
    `Expected days from ${today} on, at most ${LONGEST_DAYS} of them, but found ${from} to ${to}`,
  );
};

const requireOwnGroups = ({ person }: Clerk, wanted: readonly string[]): void => {
  const own = delegableGroups(person);
  const foreign = wanted.find((group) => !own.includes(group));
  if (wanted.length > 0 && foreign === undefined) return;
  throw invalid('/groups', 'notHeld', `Expected groups that ${person.id} has, but found ${foreign ?? 'none'}`);
};

const requireSeenProcedures = async (
  surroundings: Surroundings,
  db: Queryable,
  { clerk, procedures }: { readonly clerk: Clerk; readonly procedures: readonly string[] | null },
): Promise<void> => {
  if (procedures === null) return;
  const seen = (await delegableProcedures(surroundings, db, clerk)).map(({ key }) => key);
  const foreign = procedures.find((key) => !seen.includes(key));
  if (procedures.length > 0 && foreign === undefined) return;
  throw invalid('/procedures', 'unknown', `Expected procedures of the administration, but found ${foreign ?? 'none'}`);
};

const requireColleague = async (db: Queryable, { administration, person }: Clerk, id: string): Promise<void> => {
  if (await isAccountOf(db, id, person))
    throw invalid('/delegateId', 'self', 'Expected somebody else, but found the same person');
  const found = await findPerson(db, id);
  const isClerk = found?.roles.some((role) => role === 'agent' || role === 'supervisor') ?? false;
  if (found?.administration === administration && isClerk) return;
  throw new CaseworkError('NOT_FOUND', `Expected a colleague ${id.slice(0, 80)}, but there is none`);
};

const meet = (left: readonly string[] | null, right: readonly string[] | null): boolean =>
  left === null || right === null || left.some((one) => right.includes(one));

/** A second one of the same would have to be withdrawn twice. */
const requireNew = async (tx: Queryable, given: NewDelegation): Promise<void> => {
  const others = await lockGiven(tx, given);
  if (others.length >= MOST_GIVEN)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected at most ${MOST_GIVEN} delegations of one person, but found ${others.length} already`,
    );
  const same = others.some(
    (other) =>
      other.delegate_id === given.delegateId &&
      other.from_day <= given.to &&
      meet(other.groups, given.groups) &&
      meet(other.procedures, given.procedures),
  );
  if (same)
    throw new CaseworkError(
      'DELEGATION_OVERLAPS',
      `Expected days, groups and procedures of no other delegation to ${given.delegateId}`,
    );
};

const saidIn = (capacity: LocalizedText): LocalizedText =>
  inEveryLocale((locale) =>
    requireLine(capacity[locale], { what: 'a capacity', pointer: `/capacity/${locale}`, most: MOST_CAPACITY }),
  );

/** Gives a colleague the power to do some of my tasks in my name, for a time. */
export const giveDelegation: UseCase<GiveDelegation, DelegationView> = async (surroundings, actor, input) => {
  const { database, clock, random } = surroundings;
  const clerk = requireClerk(actor);
  const { administration, person } = clerk;
  requireDays(surroundings, input);
  requireOwnGroups(clerk, input.groups);
  const capacity = saidIn(input.capacity);
  const instrument = requireSaid(input.instrument, {
    what: 'a reason or a reference',
    pointer: '/instrument',
    most: MOST_INSTRUMENT,
  });
  return database.transaction(async (tx) => {
    await requireColleague(tx, clerk, input.delegateId);
    await requireSeenProcedures(surroundings, tx, { clerk, procedures: input.procedures });
    const given: NewDelegation = {
      ...input,
      id: random.id(),
      administration,
      delegatorId: person.id,
      groups: [...new Set(input.groups)],
      procedures: input.procedures === null ? null : [...new Set(input.procedures)],
      capacity,
      instrument,
      at: clock.now(),
    };
    await requireNew(tx, given);
    await insertDelegation(tx, given);
    const row = await findDelegation(tx, given.id);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected delegation ${given.id}, but it is gone`);
    const view = await viewDelegation(surroundings, tx, { row, clerk });
    const { id, delegateId, from, to, groups, procedures } = given;
    await appendAudit(surroundings, tx, {
      actor,
      action: 'delegation.given',
      object: `person:${delegateId}`,
      administration,
      detail: { delegation: id, from, to, groups, procedures },
    });
    return view;
  });
};
