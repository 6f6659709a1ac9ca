import { actingFor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { lockCase, requireSharedCase } from '@irisflow/casework';
import { appendFate } from '../fates/append-fate.ts';
import { stateOn } from '../fates/standing.ts';
import { listFates } from '../storage/fates.ts';
import { findNotice, findNoticeOfDocument, listNoticesOfCase } from '../storage/notices.ts';
import type { UseCase } from '../surroundings.ts';
import type { MyNotice } from '../views/notice.ts';
import { readWhole, viewMine } from '../views/view-notice.ts';

export interface OfCase {
  readonly caseId: string;
}

/** My letters of a case of which it matters when they arrive, and what they start; not those of others who take part. */
export const listMine: UseCase<OfCase, MyNotice[]> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row, part } = await requireSharedCase(surroundings, database, actor, caseId);
  const notices = (await listNoticesOfCase(database, caseId)).filter(
    ({ participant_id: whose }) => whose === (part?.id ?? null),
  );
  return (await readWhole(surroundings, database, { row, notices })).map(viewMine);
};

/** Writes that whom a letter is for opened it on the portal: the first time, and only where it goes that way. */
export const noteRead: UseCase<OfCase & { readonly documentId: string }, void> = async (
  given,
  actor,
  { caseId, documentId },
) => {
  const { part } = await requireSharedCase(given, given.database, actor, caseId);
  const wanted = { caseId, documentId, participantId: part?.id ?? null };
  const found = await findNoticeOfDocument(given.database, wanted);
  if (found?.channels.includes('portal') !== true) return;
  // The reader says nothing themselves: that they opened it is what the platform saw.
  const surroundings = actingFor(given, actor, 'terms');
  await surroundings.database.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const notice = await findNotice(tx, found.id);
    if (row === undefined || notice === undefined) return;
    const fates = (await listFates(tx, [notice.id])).get(notice.id) ?? [];
    if (stateOn(fates, 'portal')?.kind === 'read') return;
    const day = dayOf(surroundings.clock.now());
    await appendFate(surroundings, tx, {
      row,
      notice,
      fate: { channel: 'portal', kind: 'read', day, source: 'platform' },
    });
  });
  surroundings.outboxBell.ring();
};
