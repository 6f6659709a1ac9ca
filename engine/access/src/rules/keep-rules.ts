import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { type Actor, actorReference } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { requireAdministrator, requireReach } from '../people/administrator.ts';
import { type AccessRuleRow, deleteRuleRow, listRuleRows, nameOfRule, writeRule } from '../storage/access-rules.ts';
import { namesOf } from '../storage/people.ts';
import { findStaff, lockAdministrators } from '../storage/staff.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { actingFor } from '../use-case.ts';
import type { AccessRuleDraft, AccessRuleView } from '../views/access-rule.ts';
import { accessReachOf, kindsOf, MOST_KINDS } from './case-reach.ts';
import { requireUnbound } from './require-unbound.ts';

const viewRules = async (db: Queryable, rows: readonly AccessRuleRow[]): Promise<AccessRuleView[]> => {
  const names = await namesOf(
    db,
    rows.flatMap(({ people }) => people),
  );
  return rows.map((row) => ({
    id: row.id,
    name: nameOfRule(row),
    groups: row.groups,
    people: row.people.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
    procedures: row.procedures,
    languages: row.languages,
    communes: row.communes,
    showsDocuments: row.shows_documents,
  }));
};

/** The rules of an administration, as they were made. */
export const listAccessRules: UseCase<{ administration: string }, AccessRuleView[]> = async (
  { database },
  actor,
  { administration },
) => {
  requireReach(requireAdministrator(actor), administration);
  return viewRules(database, await listRuleRows(database, administration));
};

const invalid = (pointer: string, keyword: string, message: string) =>
  new CaseworkError('INPUT_INVALID', message, { errors: [{ pointer, keyword }] });

/** Refuses a rule that would bound nobody, that the store could not compare, or that names people of others. */
const requireSoundRule = async (db: Queryable, administration: string, rule: AccessRuleDraft): Promise<void> => {
  const { groups, people } = rule;
  if (groups.length + people.length === 0)
    throw invalid('/groups', 'nobody', 'Expected a rule to name a group or a person, but it names nobody');
  const kinds = kindsOf([accessReachOf(rule)]).length;
  if (kinds > MOST_KINDS)
    throw invalid(
      '/procedures',
      'tooMany',
      `Expected a rule of at most ${MOST_KINDS} kinds of cases, but found ${kinds}`,
    );
  const odd = [...(rule.procedures ?? []), ...(rule.languages ?? [])].find((key) => /[\s|*]/.test(key));
  if (odd !== undefined) throw invalid('/procedures', 'unknown', `Expected the key of a procedure, but found ${odd}`);
  for (const id of people)
    if ((await findStaff(db, id))?.administration !== administration)
      throw invalid('/people', 'unknown', `Expected somebody who works for ${administration}, but found ${id}`);
};

interface Change {
  readonly actor: Actor;
  readonly administration: string;
  readonly verb: 'saved' | 'removed';
  readonly write: (tx: Queryable) => Promise<AccessRuleRow | undefined>;
}

/** What changes of the rules holds with the next request of everybody, and leaves somebody who administers the whole. */
const change = (surroundings: Surroundings, { actor, administration, verb, write }: Change): Promise<AccessRuleView> =>
  actingFor(surroundings, actor, 'staffing').database.transaction(async (tx) => {
    await lockAdministrators(tx, administration);
    const row = await write(tx);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', 'Expected a rule of access, but there is none');
    await requireUnbound(tx, administration);
    const { id, saved, ...detail } = { ...row, saved: verb };
    await appendAudit(surroundings, tx, {
      actor,
      action: `accessRule.${saved}`,
      object: `accessRule:${id}`,
      administration,
      detail: { ...detail, name: nameOfRule(row) },
    });
    const [view] = await viewRules(tx, [row]);
    if (view === undefined) throw new CaseworkError('NOT_FOUND', `Expected the rule ${id}, but it is gone`);
    return view;
  });

export interface SaveAccessRule {
  readonly administration: string;
  /** Left out for a new one. */
  readonly ruleId?: string;
  readonly rule: AccessRuleDraft;
}

/** Adds a rule, or says it otherwise. */
export const saveAccessRule: UseCase<SaveAccessRule, AccessRuleView> = async (surroundings, actor, wanted) => {
  const { administration, rule } = wanted;
  requireReach(requireAdministrator(actor), administration);
  const { database, random, clock } = surroundings;
  await requireSoundRule(database, administration, rule);
  const isKnown = (await listRuleRows(database, administration)).some(({ id }) => id === wanted.ruleId);
  if (wanted.ruleId !== undefined && !isKnown)
    throw new CaseworkError('NOT_FOUND', `Expected a rule of access ${wanted.ruleId}, but there is none`);
  const by = actorReference(actor);
  const id = wanted.ruleId ?? random.id();
  return change(surroundings, {
    actor,
    administration,
    verb: 'saved',
    write: (tx) => writeRule({ id, administration, rule, at: isoOf(clock.now()), by }, tx),
  });
};

/** Takes a rule away: whom no other one bounds sees every case from now on. */
export const removeAccessRule: UseCase<{ administration: string; ruleId: string }, void> = async (
  surroundings,
  actor,
  { administration, ruleId: id },
) => {
  requireReach(requireAdministrator(actor), administration);
  await change(surroundings, {
    actor,
    administration,
    verb: 'removed',
    write: (tx) => deleteRuleRow(tx, { administration, id }),
  });
};
