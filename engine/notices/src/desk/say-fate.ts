import { appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { lockCase, recordOpening, requireClerkCase } from '@irisflow/casework';
import { CaseworkError, instantOf, requireReason } from '@irisflow/foundation';
import { appendFate } from '../fates/append-fate.ts';
import { checkFate } from '../fates/check-fate.ts';
import { letterNumber } from '../letter-number.ts';
import { listFates } from '../storage/fates.ts';
import { findNotice } from '../storage/notices.ts';
import type { UseCase } from '../surroundings.ts';
import type { FateToSay, NoticeView } from '../views/notice.ts';
import { readWhole, viewNotices } from '../views/view-notice.ts';
import { requireFreeNumber } from './free-number.ts';

export type SaidOfNotice = FateToSay & { readonly noticeId: string };

const unknown = (noticeId: string) =>
  new CaseworkError('NOT_FOUND', `Expected a letter ${noticeId} to be seen, but there is none`);

/** Writes what somebody of the office knows became of a letter, with their reason; what was said before stays, and may be corrected by this. */
export const sayFate: UseCase<SaidOfNotice, NoticeView> = async (surroundings, actor, { noticeId, ...said }) => {
  const { database, clock, outboxBell } = surroundings;
  const reason = requireReason(said.reason);
  const view = await database.transaction(async (tx) => {
    const notice = await findNotice(tx, noticeId);
    if (notice === undefined) throw unknown(noticeId);
    const { clerk } = await requireClerkCase(tx, actor, notice.case_id).catch(() => {
      throw unknown(noticeId);
    });
    const row = await lockCase(tx, notice.case_id);
    if (row === undefined) throw unknown(noticeId);
    const fates = (await listFates(tx, [noticeId])).get(noticeId) ?? [];
    const { channel, kind, day, corrects } = said;
    const number = said.number === undefined ? undefined : letterNumber(said.number);
    const of = {
      channels: notice.channels,
      sentOn: dayOf(Date.parse(instantOf(notice.at))),
      today: dayOf(clock.now()),
      fates,
    };
    const told = { channel, kind, day, ...(number === undefined ? {} : { number }) };
    checkFate(of, { ...told, ...(corrects === undefined ? {} : { corrects }) });
    await requireFreeNumber(tx, notice, number);
    const fate = {
      ...told,
      source: 'office',
      recordedBy: clerk.person.id,
      reason,
      corrects: corrects ?? null,
    } as const;
    await appendFate(surroundings, tx, { row, notice, fate });
    await recordOpening(surroundings, tx, { clerk, row });
    await appendAudit(surroundings, tx, {
      actor,
      action: corrects === undefined ? 'notice.said' : 'notice.corrected',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { notice: noticeId, channel, kind, day, reason },
    });
    const [after] = await viewNotices(tx, await readWhole(surroundings, tx, { row, notices: [notice] }));
    if (after === undefined) throw unknown(noticeId);
    return after;
  });
  outboxBell.ring();
  return view;
};
