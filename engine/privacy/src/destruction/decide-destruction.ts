import { actingFor, appendAudit, isAccountOf, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import {
  approveDestruction,
  endDestruction,
  insertDestruction,
  listDestructions,
  lockDestruction,
  type DestructionRow,
} from '../storage/destructions.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { DestructionView } from '../views/retention.ts';
import { findDue, fingerprintOf, requireGuardian, ruleOf, rulesOf } from './preview.ts';
import { viewDestructions } from './view-destruction.ts';

const nowhere: LocalizedText = { fr: '', nl: '', en: '' };

const requireNoOther = async (tx: Queryable, administration: string): Promise<void> => {
  const open = (await listDestructions(tx, administration)).find(
    ({ state }) => state === 'proposed' || state === 'running',
  );
  if (open !== undefined)
    throw new CaseworkError('DESTRUCTION_OPEN', `Expected no destruction under way, but ${open.id} is ${open.state}`);
};

/** Proposes to destroy exactly what was previewed; nothing goes before somebody else approves. */
export const proposeDestruction: UseCase<{ fingerprint: string }, DestructionView> = async (
  given,
  actor,
  { fingerprint },
) => {
  const { person, administration } = requireGuardian(actor);
  const rules = await rulesOf(given, given.database, administration);
  const surroundings = actingFor(given, actor, 'privacy');
  const id = surroundings.random.id();
  await surroundings.database.transaction(async (tx) => {
    await requireNoOther(tx, administration);
    const due = await findDue(surroundings, tx, { administration, rules });
    if (fingerprintOf(due) !== fingerprint)
      throw new CaseworkError('PREVIEW_OUTDATED', 'Expected the cases that were previewed, but they are others now');
    if (due.ready.length === 0)
      throw new CaseworkError('INPUT_INVALID', 'Expected a case that can be destroyed, but there is none');
    await insertDestruction(tx, {
      id,
      administration,
      proposedBy: person.id,
      at: surroundings.clock.now(),
      items: due.ready.map((row) => {
        const rule = ruleOf(rules, row);
        return {
          caseId: row.id,
          procedureKey: row.procedure_key,
          outcome: row.outcome,
          years: rule?.years ?? 0,
          legalRef: rule?.legalRef ?? nowhere,
          closedOn: row.closed_on,
        };
      }),
    });
    await note(surroundings, tx, { actor, action: 'destruction.proposed', id, administration });
  });
  return viewOne(surroundings, actor, id);
};

const note = (
  surroundings: Surroundings,
  tx: Queryable,
  {
    actor,
    action,
    id,
    administration,
  }: { readonly actor: Actor; readonly action: string; readonly id: string; readonly administration: string },
): Promise<void> => appendAudit(surroundings, tx, { actor, action, object: `destruction:${id}`, administration });

const viewOne = async (surroundings: Surroundings, actor: Actor, id: string): Promise<DestructionView> => {
  const { administration, person } = requireGuardian(actor);
  const row = (await listDestructions(surroundings.database, administration)).find((one) => one.id === id);
  const [view] = row === undefined ? [] : await viewDestructions(surroundings.database, [row], person);
  if (view !== undefined) return view;
  throw new CaseworkError('NOT_FOUND', `Expected a destruction ${id} to be seen, but there is none`);
};

/** A destruction of the guardian's administration that waits for approval; those of others do not exist for them. */
const lockProposed = async (tx: Queryable, actor: Actor, id: string): Promise<DestructionRow> => {
  const { administration } = requireGuardian(actor);
  const row = await lockDestruction(tx, id);
  if (row === undefined || row.administration !== administration)
    throw new CaseworkError('NOT_FOUND', `Expected a destruction ${id} to be seen, but there is none`);
  if (row.state === 'proposed') return row;
  throw new CaseworkError(
    'DESTRUCTION_DECIDED',
    `Expected a destruction that waits for approval, but it is ${row.state}`,
  );
};

/** Approves what somebody else proposed; an account more of the same person is no second person. */
export const approveProposed: UseCase<{ destructionId: string }, DestructionView> = async (
  given,
  actor,
  { destructionId: id },
) => {
  const { person } = requireGuardian(actor);
  const surroundings = actingFor(given, actor, 'privacy');
  await surroundings.database.transaction(async (tx) => {
    const row = await lockProposed(tx, actor, id);
    if (await isAccountOf(tx, row.proposed_by, person))
      throw new CaseworkError('FOUR_EYES', `Expected somebody else than ${row.proposed_by} to approve ${id}`);
    await approveDestruction(tx, { id, by: person.id, at: surroundings.clock.now() });
    await note(surroundings, tx, { actor, action: 'destruction.approved', id, administration: row.administration });
  });
  return viewOne(surroundings, actor, id);
};

/** Takes a proposal back, whoever made it. */
export const cancelProposed: UseCase<{ destructionId: string }, DestructionView> = async (
  given,
  actor,
  { destructionId: id },
) => {
  requireGuardian(actor);
  const surroundings = actingFor(given, actor, 'privacy');
  await surroundings.database.transaction(async (tx) => {
    const row = await lockProposed(tx, actor, id);
    await endDestruction(tx, { id, state: 'canceled', at: surroundings.clock.now() });
    await note(surroundings, tx, { actor, action: 'destruction.canceled', id, administration: row.administration });
  });
  return viewOne(surroundings, actor, id);
};
