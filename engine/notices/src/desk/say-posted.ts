import { dayOf } from '@irisflow/calendar';
import { lockCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { appendFate, type OfNotice } from '../fates/append-fate.ts';
import { checkFate } from '../fates/check-fate.ts';
import type { FateKind } from '../fates/fate.ts';
import { standing } from '../fates/standing.ts';
import { letterNumber } from '../letter-number.ts';
import { listFates } from '../storage/fates.ts';
import { findNotice } from '../storage/notices.ts';
import type { Surroundings } from '../surroundings.ts';
import { requireFreeNumber } from './free-number.ts';

/** That the office posted a letter together with others. */
export interface PostedByOffice {
  readonly noticeId: string;
  readonly channel: 'registered' | 'post';
  readonly day: string;
  /** Who says so. */
  readonly by: string;
  readonly reason: string;
  readonly number?: string;
}

type Said = Omit<PostedByOffice, 'noticeId'> & { readonly kind: FateKind };

const say = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, notice, said }: OfNotice & { readonly said: Said },
): Promise<void> => {
  const { by: recordedBy, reason, ...told } = said;
  const fates = (await listFates(tx, [notice.id])).get(notice.id) ?? [];
  const { channel, kind } = told;
  // Somebody said so already, of this letter alone: their day stays.
  if (standing(fates).some((one) => one.channel === channel && one.kind === kind)) return;
  const sentOn = dayOf(Date.parse(instantOf(notice.at)));
  checkFate({ channels: notice.channels, sentOn, today: dayOf(surroundings.clock.now()), fates }, told);
  await requireFreeNumber(tx, notice, told.number);
  await appendFate(surroundings, tx, { row, notice, fate: { ...told, source: 'office', recordedBy, reason } });
};

/** Writes that a letter was posted, with its barcode where it has one, in the transaction of whoever posts many. */
export const sayPosted = async (
  surroundings: Surroundings,
  tx: Queryable,
  { noticeId, number, ...posted }: PostedByOffice,
): Promise<void> => {
  const seen = await findNotice(tx, noticeId);
  const row = seen === undefined ? undefined : await lockCase(tx, seen.case_id);
  const notice = await findNotice(tx, noticeId);
  if (row === undefined || notice === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a letter ${noticeId} to be seen, but there is none`);
  if (number !== undefined)
    await say(surroundings, tx, {
      row,
      notice,
      said: { ...posted, kind: 'handedOver', number: letterNumber(number) },
    });
  await say(surroundings, tx, { row, notice, said: { ...posted, kind: 'sent' } });
};
