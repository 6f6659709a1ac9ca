import { type Actor, appendAudit, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, noteByOffice, lockCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { doEach, isoOf } from '@irisflow/foundation';
import { endTransfer, findTransfer, listTransfersToExpire, type TransferRow } from '../storage/transfers.ts';
import type { Surroundings } from '../surroundings.ts';
import { transferTexts } from './transfer-texts.ts';
import { nameOfAdministration, stateOf } from './view-transfers.ts';

const BATCH = 200;

interface Expiring {
  readonly actor: Actor;
  /** Locked. */
  readonly row: CaseRow;
  readonly transfer: TransferRow;
}

/** Ends a transfer that nobody answered in time; who proposed it reads so in the timeline. Answers whether it still waited. */
export const expireTransfer = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, row, transfer }: Expiring,
): Promise<boolean> => {
  const at = isoOf(surroundings.clock.now());
  if (!(await endTransfer(tx, { id: transfer.id, state: 'expired', by: null, at }))) return false;
  const text = transferTexts.expired(await nameOfAdministration(tx, transfer.to_administration), '');
  await noteByOffice(surroundings, tx, { row, kind: 'transferExpired', text, isPublic: false });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'transfer.expired',
    object: `case:${row.id}`,
    administration: row.administration,
    detail: { transfer: transfer.id, dueOn: transfer.due_on },
  });
  return true;
};

/** The state of the row decides: however many clocks run, a transfer expires once. */
const expireOne = async (surroundings: Surroundings, { id, case_id: caseId }: TransferRow): Promise<boolean> =>
  surroundings.database.transaction(async (tx) => {
    // The case first, as everybody locks it.
    const row = await lockCase(tx, caseId);
    const transfer = await findTransfer(tx, id);
    if (row === undefined || transfer?.state !== 'proposed' || stateOf(surroundings, transfer) !== 'expired')
      return false;
    return expireTransfer(surroundings, tx, { actor: job('terms'), row, transfer });
  });

/** Ends every transfer that nobody answered within its days; answers how many. What one round leaves, the next one ends. */
export const expireTransfers = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock } = surroundings;
  const due = await listTransfersToExpire(database, { today: dayOf(clock.now()), limit: BATCH });
  return doEach('end every transfer that is due', due, (one) => expireOne(surroundings, one));
};
