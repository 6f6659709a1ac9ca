import type { Queryable } from '@irisflow/database';
import { isAccountOf, requireClerk, type Actor, type Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, findCase, lockCase } from '@irisflow/casework';
import { groupsOf } from '@irisflow/tasks';
import { CaseworkError } from '@irisflow/foundation';
import { findOpinion, lockOpinion, type OpinionRow, type WhoIsAsked } from '../storage/opinions.ts';
import type { Surroundings } from '../surroundings.ts';
import type { AskedOpinion } from '../views/opinion.ts';

export interface Asked {
  readonly clerk: Clerk;
  readonly opinion: OpinionRow;
  readonly row: CaseRow;
}

/** Supervisors see what their whole administration is asked, so that nothing is asked of nobody; but for those whom rules of access bound. */
export const whoIsAsked = ({ person, administration }: Clerk): WhoIsAsked => ({
  administration,
  personId: person.id,
  groups: groupsOf(person),
  seesAll: person.roles.includes('supervisor') && person.reach === undefined,
});

/** Whether somebody is among those who are asked something. */
export const isAsked = (
  clerk: Clerk,
  opinion: Pick<OpinionRow, 'asked_administration' | 'asked_group' | 'asked_person'>,
): boolean => {
  const who = whoIsAsked(clerk);
  if (opinion.asked_administration !== who.administration) return false;
  if (who.seesAll || opinion.asked_person === who.personId) return true;
  return opinion.asked_group !== null && who.groups.includes(opinion.asked_group);
};

const unknown = (opinionId: string) =>
  new CaseworkError('NOT_FOUND', `Expected an opinion ${opinionId.slice(0, 80)} that you are asked, but there is none`);

type Read = (db: Queryable, caseId: string) => Promise<CaseRow | undefined>;

const asked = async (tx: Queryable, actor: Actor, opinionId: string, read: Read): Promise<Asked> => {
  const clerk = requireClerk(actor);
  const seen = await findOpinion(tx, opinionId);
  if (seen === undefined || !isAsked(clerk, seen)) throw unknown(opinionId);
  // The case first, as everybody locks it.
  const row = await read(tx, seen.case_id);
  const opinion = read === lockCase ? await lockOpinion(tx, opinionId) : seen;
  if (row === undefined || opinion === undefined) throw unknown(opinionId);
  return { clerk, opinion, row };
};

/** What somebody is asked, when it is them; the questions to others do not exist for them. */
export const requireAsked = (tx: Queryable, actor: Actor, opinionId: string) => asked(tx, actor, opinionId, findCase);

export const lockAsked = (tx: Queryable, actor: Actor, opinionId: string) => asked(tx, actor, opinionId, lockCase);

/** What the audit of the case says beside the reading itself: for what it was read, and in which office where that is another one. */
export const readingOf = ({ clerk, opinion }: Asked): Readonly<Record<string, string>> => ({
  opinion: opinion.id,
  category: 'opinion',
  ...(clerk.administration === opinion.administration ? {} : { office: clerk.administration }),
});

/** Why somebody who is asked cannot answer; whoever asks does not answer under another account either. */
export const barOf = async (
  { clock }: Pick<Surroundings, 'clock'>,
  tx: Queryable,
  { clerk, opinion, row }: Asked,
): Promise<AskedOpinion['bar']> => {
  const isOver = opinion.state !== 'asked' || row.closed_at !== null || dayOf(clock.now()) > opinion.due_on;
  if (isOver) return 'ended';
  const { asked_by: by } = opinion;
  return by !== null && (await isAccountOf(tx, by, clerk.person)) ? 'askedByMe' : null;
};

export const requireAnswerable = async (surroundings: Surroundings, tx: Queryable, found: Asked): Promise<void> => {
  const bar = await barOf(surroundings, tx, found);
  if (bar === 'ended')
    throw new CaseworkError('OPINION_ENDED', `Expected an opinion that is asked, but it is ${found.opinion.state}`);
  if (bar === 'askedByMe')
    throw new CaseworkError('FOUR_EYES', 'Expected somebody else than who asks to answer, but it is the same person');
};
