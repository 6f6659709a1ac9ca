import { appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import {
  checkWish,
  insertMandate,
  lockMandate,
  type MandateView,
  type MandateWish,
  type NewMandate,
  revokeMandateRow,
  viewMandate,
} from '@irisflow/parties';
import { listOwnProcedureKeys } from '../storage/party-cases.ts';
import type { UseCase } from '../surroundings.ts';
import { requirePartyOfOffice } from './party-of-office.ts';

export interface RecordMandate extends Omit<MandateWish, 'procedures' | 'mayDelegate'> {
  readonly partyId: string;
  readonly procedures: readonly string[];
  /** What proves it and where it is kept, for whoever has to judge it later. */
  readonly proof: string;
}

/** Writes down a mandate that came on paper, for procedures of the clerk's own administration. */
export const recordMandate: UseCase<RecordMandate, MandateView> = async (
  surroundings,
  actor,
  { partyId, proof, ...wish },
) => {
  const { database, clock, random } = surroundings;
  const at = clock.now();
  const today = dayOf(at);
  return database.transaction(async (tx) => {
    const { clerk, party } = await requirePartyOfOffice(tx, actor, partyId);
    const { administration } = clerk;
    const own = await listOwnProcedureKeys(tx, administration);
    const foreign = wish.procedures.find((key) => !own.includes(key));
    if (foreign !== undefined)
      throw new CaseworkError('NOT_FOUND', `Expected procedures of ${administration}, but found ${foreign}`);
    const full = { ...wish, mayDelegate: false };
    const mandate: NewMandate = {
      id: random.id(),
      mandator_id: partyId,
      mandator_name: party.name,
      mandatee_id: null,
      mandatee_index: await checkWish(surroundings, tx, { wish: full, mandatorId: partyId, today }),
      mandatee_name: wish.mandatee.trim(),
      procedures: [...wish.procedures],
      may_delegate: false,
      valid_from: wish.validFrom,
      valid_to: wish.validTo,
      origin: 'desk',
      administration,
      proof: proof.trim(),
      granted_at: isoOf(at),
      granted_by: clerk.person.id,
    };
    await insertMandate(tx, mandate);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'mandate.recorded',
      object: `mandate:${mandate.id}`,
      administration,
      detail: { mandator: partyId, procedures: mandate.procedures, from: wish.validFrom, to: wish.validTo },
    });
    return viewMandate({ ...mandate, revoked_at: null }, today);
  });
};

/** Ends a mandate that this desk recorded; what people gave themselves they take back themselves. */
export const endRecordedMandate: UseCase<{ partyId: string; mandateId: string }, void> = async (
  surroundings,
  actor,
  { partyId, mandateId },
) => {
  const { database, clock } = surroundings;
  await database.transaction(async (tx) => {
    const { clerk } = await requirePartyOfOffice(tx, actor, partyId);
    const row = await lockMandate(tx, mandateId);
    if (row?.mandator_id !== partyId || row.administration !== clerk.administration)
      throw new CaseworkError('NOT_FOUND', `Expected a mandate ${mandateId} of this desk, but there is none`);
    if (row.revoked_at !== null) return;
    await revokeMandateRow(tx, { id: row.id, at: isoOf(clock.now()), by: clerk.person.id });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'mandate.revoked',
      object: `mandate:${row.id}`,
      administration: clerk.administration,
      detail: { mandator: partyId },
    });
  });
};
