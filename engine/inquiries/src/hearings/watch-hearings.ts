import { administrationName, insertTimelineEntry, lockCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { msOf } from './view-hearings.ts';
import { endDue } from '../end-due.ts';
import { endHearingRow, listHearings, listHearingsToEnd } from '../storage/hearings.ts';
import type { Surroundings } from '../surroundings.ts';
import { hearingTexts } from './hearing-texts.ts';

const endOne = async (
  { clock }: Surroundings,
  tx: Queryable,
  { id, caseId }: { readonly id: string; readonly caseId: string },
): Promise<boolean> => {
  // The case first, as everybody locks it.
  const row = await lockCase(tx, caseId);
  const hearing = (await listHearings(tx, caseId)).find((one) => one.id === id);
  if (row === undefined || row.closed_at === null || hearing?.state !== 'scheduled') return false;
  const at = clock.now();
  await endHearingRow(tx, { id, state: 'canceled', at, endedBy: null });
  // Where its time is over, nobody waits for it.
  if (msOf(hearing) > at)
    await insertTimelineEntry(tx, {
      caseId,
      administration: row.administration,
      at,
      kind: 'hearing.canceled',
      text: hearingTexts.canceled(hearing.label),
      actor: administrationName,
      visibleToApplicant: true,
    });
  return true;
};

/** Ends hearings of cases that were closed otherwise than by their process, as by a transfer that was accepted; answers how many. */
export const watchHearings = (surroundings: Surroundings): Promise<number> =>
  endDue(surroundings, {
    what: 'hearing',
    list: listHearingsToEnd,
    endOne: (tx, one) => endOne(surroundings, tx, one),
  });
