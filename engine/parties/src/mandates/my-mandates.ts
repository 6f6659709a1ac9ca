import { type Actor, appendAudit, type Applying, requireApplying, requireRole } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import {
  insertMandate,
  listMandatesHeld,
  listMandatesOf,
  lockMandate,
  revokeMandateRow,
  type NewMandate,
} from '../storage/mandates.ts';
import { findPartyRow } from '../storage/parties.ts';
import type { UseCase } from '../surroundings.ts';
import type { MandateView, MyMandates } from '../views/mandate.ts';
import { checkWish, type MandateWish } from './new-mandate.ts';
import { viewMandate } from './mandate-view.ts';

/** People arrange their own mandates; those of others arranges who may pass on what they have. */
const mayArrange = ({ acting }: Applying): boolean => acting === null || acting.mayDelegate;

const requireArranging = (applying: Applying): Applying => {
  if (mayArrange(applying)) return applying;
  throw new CaseworkError('FORBIDDEN', 'Expected a mandate that may be passed on, but this one may not');
};

const isOver = (actor: Actor): boolean => actor.kind === 'person' && actor.acting === 'nobody';

/** The mandates of whom I act for, and those by which I may act: also when the one I act under is over, to choose another. */
export const listMyMandates: UseCase<Record<string, never>, MyMandates> = async ({ database, clock }, actor) => {
  const { partyId } = requireRole(actor, ['citizen']);
  const applying = isOver(actor) ? null : requireApplying(actor);
  const today = dayOf(clock.now());
  const held = await listMandatesHeld(database, { partyId, today });
  const mayList = applying !== null && mayArrange(applying);
  const given = mayList ? await listMandatesOf(database, applying.partyId) : null;
  const view = (row: Parameters<typeof viewMandate>[0]) => viewMandate(row, today);
  return { given: given?.map(view) ?? null, held: held.map(view) };
};

/** Lets somebody act for me, or for whom I act. */
export const grantMandate: UseCase<MandateWish, MandateView> = async (surroundings, actor, wish) => {
  const { partyId, person, acting } = requireArranging(requireApplying(actor));
  const { database, clock, random } = surroundings;
  const at = clock.now();
  const today = dayOf(at);
  return database.transaction(async (tx) => {
    const mandator = await findPartyRow(tx, partyId);
    const index = await checkWish(surroundings, tx, { wish, mandatorId: partyId, today });
    const mandate: NewMandate = {
      id: random.id(),
      mandator_id: partyId,
      mandator_name: mandator?.name ?? person.name,
      mandatee_id: null,
      mandatee_index: index,
      mandatee_name: wish.mandatee.trim(),
      procedures: wish.procedures === null ? null : [...wish.procedures],
      may_delegate: wish.mayDelegate,
      valid_from: wish.validFrom,
      valid_to: wish.validTo,
      origin: 'portal',
      administration: null,
      // Who signed in gave it themselves: the audit says when, and under which mandate of their own.
      proof: acting === null ? person.name : `${person.name} (${acting.party.name})`,
      granted_at: isoOf(at),
      granted_by: person.id,
    };
    await insertMandate(tx, mandate);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'mandate.granted',
      object: `mandate:${mandate.id}`,
      administration: null,
      detail: { mandator: partyId, procedures: mandate.procedures, from: wish.validFrom, to: wish.validTo },
    });
    return viewMandate({ ...mandate, revoked_at: null }, today);
  });
};

/** Takes a mandate back, whoever recorded it; it ends at once, in open sessions too. */
export const revokeMandate: UseCase<{ mandateId: string }, void> = async (surroundings, actor, { mandateId }) => {
  const applying = requireArranging(requireApplying(actor));
  const { database, clock } = surroundings;
  await database.transaction(async (tx) => {
    const row = await lockMandate(tx, mandateId);
    if (row?.mandator_id !== applying.partyId)
      throw new CaseworkError('NOT_FOUND', `Expected a mandate ${mandateId} to take back, but there is none`);
    if (row.origin === 'provider')
      throw new CaseworkError('INPUT_INVALID', `Expected a mandate of this platform, but ${row.proof} vouches for it`);
    if (row.revoked_at !== null) return;
    await revokeMandateRow(tx, { id: row.id, at: isoOf(clock.now()), by: applying.person.id });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'mandate.revoked',
      object: `mandate:${row.id}`,
      administration: null,
      detail: { mandator: row.mandator_id },
    });
  });
};
