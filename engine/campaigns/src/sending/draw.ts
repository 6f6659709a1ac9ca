import type { Actor } from '@irisflow/access';
import { findContactUnit } from '@irisflow/branding';
import { dayOf } from '@irisflow/calendar';
import { MOST_FOR_ONE_CLERK } from '@irisflow/letters';
import { note } from '../note.ts';
import { looking } from '../looking.ts';
import { listSelected, type Selected } from '../storage/selected.ts';
import { lockCampaign, setDrawn, setState } from '../storage/campaigns.ts';
import { insertRecipients } from '../storage/recipients.ts';
import type { Surroundings } from '../surroundings.ts';
import type { LeftOut } from '../views/selection.ts';

const countReasons = (found: readonly Selected[]): Partial<Record<LeftOut, number>> => {
  const counts: Partial<Record<LeftOut, number>> = {};
  for (const { left_out: reason } of found) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

/** Writes down whom a campaign is for, on the day on which it begins: all of them at once or nobody, in the bounds of who started it. */
export const drawRecipients = async (
  given: Surroundings,
  { actor, campaignId }: { readonly actor: Actor; readonly campaignId: string },
): Promise<boolean> => {
  const surroundings = looking(given, actor);
  const { database, clock, random } = surroundings;
  return database.transaction(async (tx) => {
    const row = await lockCampaign(tx, campaignId);
    const today = dayOf(clock.now());
    if (row?.state !== 'scheduled' || row.begins_on > today) return false;
    const { administration, selection, ground, procedure_key: procedureKey } = row;
    const found = await listSelected(tx, { administration, selection, ground, procedureKey, today });
    const going = found.filter(({ left_out: reason }) => reason === null);
    const isForMany = new Set(going.map(({ person_id: id }) => id)).size > MOST_FOR_ONE_CLERK;
    const unit = isForMany ? await findContactUnit(tx, administration) : null;
    if (isForMany && unit === null) {
      // More came to fit since it was started.
      await setState(tx, row.id, 'paused', 'contactUnit');
      const because = { because: 'contactUnit', recipients: going.length };
      await note(surroundings, tx, { actor, byClock: true, campaign: row, act: 'paused', detail: because });
      return true;
    }
    await insertRecipients(
      tx,
      row,
      going.map((one, index) => ({
        id: random.id(),
        caseId: one.case_id,
        personId: one.person_id,
        rightId: one.right_id,
        position: index + 1,
      })),
    );
    await setDrawn(tx, row.id, { at: clock.now(), leftOut: countReasons(found), unit });
    const detail = { recipients: going.length };
    await note(surroundings, tx, { actor, byClock: true, campaign: row, act: 'drawn', detail });
    return true;
  });
};
