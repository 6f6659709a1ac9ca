import { dayOf } from '@irisflow/calendar';
import { mailNews } from '@irisflow/casework';
import { type CaseReader, readersOfCase } from '@irisflow/parties';
import {
  listTransfersToTell,
  markTransferTold,
  noteToldOfTransfer,
  type TransferToTell,
} from '../storage/transfers.ts';
import type { Surroundings } from '../surroundings.ts';

const BATCH = 50;
/** A mail that could not be sent for this long would tell of what is no longer new. */
const TRIED_FOR_MS = 3 * 24 * 3600 * 1000;

const tellReader = async (surroundings: Surroundings, transfer: TransferToTell, reader: CaseReader): Promise<void> => {
  const { who, language, reach } = reader;
  if (transfer.told.includes(who)) return;
  const { mail } = reach;
  const key = `transfer ${transfer.id} ${who}`;
  // The case that they know, which says where it went on.
  if (mail !== null) await mailNews(surroundings, { caseId: transfer.case_id, mail, language, key });
  await noteToldOfTransfer(surroundings.database, { id: transfer.id, who });
};

/**
 * Tells whoever reads a case that another administration took over, by mail and without a word of it, if they agreed to mails.
 * What cannot be sent now is tried again in the next round.
 */
export const tellOfTransfers = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const failures: unknown[] = [];
  for (const transfer of await listTransfersToTell(database, { since: clock.now() - TRIED_FOR_MS, limit: BATCH })) {
    const before = failures.length;
    for (const reader of await readersOfCase(database, transfer, dayOf(clock.now())))
      // One address that no server takes keeps nobody else from hearing.
      await tellReader(surroundings, transfer, reader).catch((thrown: unknown) => failures.push(thrown));
    if (failures.length === before) await markTransferTold(database, { id: transfer.id, at: clock.now() });
  }
  if (failures.length > 0) throw failures[0];
};
