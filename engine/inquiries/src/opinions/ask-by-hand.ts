import { actingFor, appendAudit, type Actor, type Clerk, findPerson, isAccountOf } from '@irisflow/access';
import { administrationName, type CaseRow, recordOpening, requireClerkCase, touchCase } from '@irisflow/casework';
import { CaseworkError, inEveryLocale } from '@irisflow/foundation';
import { groupName } from '../storage/groups.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { OpinionView } from '../views/opinion.ts';
import { type Addressee, askOpinion, type Asking } from './ask-opinion.ts';
import { declaredOpinion, ruleOf } from './described-opinion.ts';
import { viewOpinions } from './view-opinions.ts';

/** Whom a clerk asks: what the procedure declares, a group of whatever administration, or a colleague. */
export type WhomToAsk =
  | { readonly kind: 'declared'; readonly key: string }
  | {
      readonly kind: 'group';
      readonly administration: string;
      readonly group: string;
      readonly days: number;
      readonly isPublic: boolean;
    }
  | { readonly kind: 'colleague'; readonly personId: string; readonly days: number; readonly isPublic: boolean };

export interface AskByHand {
  readonly caseId: string;
  readonly whom: WhomToAsk;
  readonly question: string;
  readonly documents: readonly string[];
}

const nobody = (pointer: string, found: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', `Expected somebody who can be asked, but found ${found.slice(0, 80)}`, {
    errors: [{ pointer, keyword: 'unknown' }],
  });

/** A mistyped group would be asked in silence, and silence may mean something. */
export const groupAsked = async (
  among: Surroundings,
  { administration, group }: { readonly administration: string; readonly group: string },
): Promise<Addressee> => {
  const name = await groupName(among.database, { administration, key: group });
  if (name === undefined) throw nobody('/whom/group', `${administration}/${group}`);
  return { administration, group, personId: null, name };
};

/** A colleague of whoever asks. */
export const colleagueAsked = async (
  { database }: Surroundings,
  { administration, person }: Clerk,
  personId: string,
): Promise<Addressee> => {
  const found = (await isAccountOf(database, personId, person)) ? undefined : await findPerson(database, personId);
  const isClerk = found?.roles.some((role) => role === 'agent' || role === 'supervisor') ?? false;
  if (found?.administration !== administration || !isClerk) throw nobody('/whom/personId', personId);
  return { administration, group: null, personId, name: inEveryLocale(() => found.name) };
};

type Chosen = Pick<Asking, 'addressee' | 'described' | 'rule' | 'calendar' | 'tacit' | 'isPublic'>;

const chosenOf = async (
  surroundings: Surroundings,
  { actor, clerk, row }: { readonly actor: Actor; readonly clerk: Clerk; readonly row: CaseRow },
  whom: WhomToAsk,
): Promise<Chosen> => {
  const among = actingFor(surroundings, actor, 'opinions');
  if (whom.kind === 'declared') return declaredOpinion(surroundings, { row, key: whom.key, among });
  const addressee =
    whom.kind === 'group' ? await groupAsked(among, whom) : await colleagueAsked(surroundings, clerk, whom.personId);
  return {
    addressee,
    described: null,
    rule: ruleOf({ kind: 'calendarDays', length: whom.days }),
    calendar: 'administration',
    // Only a rule can make something of silence.
    tacit: 'none',
    isPublic: whom.isPublic,
  };
};

/** A clerk asks somebody for their opinion of a case. */
export const askByHand: UseCase<AskByHand, OpinionView[]> = async (surroundings, actor, input) => {
  const { caseId, whom, question, documents } = input;
  const { clerk, row: seen } = await requireClerkCase(surroundings.database, actor, caseId);
  const chosen = await chosenOf(surroundings, { actor, clerk, row: seen }, whom);
  return surroundings.database.transaction(async (tx) => {
    const { row } = await requireClerkCase(tx, actor, caseId);
    const { opinionId } = await askOpinion(surroundings, tx, {
      ...chosen,
      row,
      question,
      documents,
      askedBy: clerk.person.id,
      voice: { actor: administrationName },
    });
    await touchCase(tx, { id: caseId, at: surroundings.clock.now() });
    await recordOpening(surroundings, tx, { clerk, row });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'opinion.asked',
      object: `case:${caseId}`,
      administration: row.administration,
      detail: { opinion: opinionId, of: chosen.addressee.administration, documents: documents.length },
    });
    return viewOpinions(tx, row);
  });
};
