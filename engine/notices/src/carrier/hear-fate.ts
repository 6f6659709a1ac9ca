import { dayOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { appendFate } from '../fates/append-fate.ts';
import { checkFate } from '../fates/check-fate.ts';
import { standing } from '../fates/standing.ts';
import type { FateKind, NoticeChannel } from '../fates/fate.ts';
import { letterNumber } from '../letter-number.ts';
import { listFates } from '../storage/fates.ts';
import { findNotice } from '../storage/notices.ts';
import type { Surroundings } from '../surroundings.ts';

/** What whoever carries a letter tells of it, by the connector that asks them. */
export interface HeardFate {
  readonly noticeId: string;
  readonly channel: NoticeChannel;
  readonly kind: FateKind;
  readonly day: string;
  /** What the carrier calls this event: told again, nothing happens. */
  readonly event: string;
  readonly number?: string;
}

interface Heard {
  readonly row: CaseRow;
  /** The connector that heard it. */
  readonly by: string;
  readonly heard: HeardFate;
}

/** Writes what a carrier tells of a letter of the case, in whatever order and however often it does; answers whether it was new. */
export const hearFate = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, by, heard }: Heard,
): Promise<boolean> => {
  const notice = await findNotice(tx, heard.noticeId);
  if (notice?.case_id !== row.id)
    throw new CaseworkError('NOT_FOUND', `Expected a letter of the case, but found ${heard.noticeId.slice(0, 80)}`);
  const { channel, kind, day, event } = heard;
  const fates = (await listFates(tx, [notice.id])).get(notice.id) ?? [];
  if (fates.some((fate) => fate.event === event)) return false;
  const known = standing(fates).find((fate) => fate.channel === channel && fate.kind === kind);
  // What the office said of it already is what the carrier says too.
  if (known?.day === day) return false;
  const number = heard.number === undefined ? undefined : letterNumber(heard.number);
  // Of the day on which it happened nobody knows more than who carried it.
  const corrects = known === undefined ? {} : { corrects: known.id };
  const told = { channel, kind, day, ...(number === undefined ? {} : { number }), ...corrects };
  const sentOn = dayOf(Date.parse(instantOf(notice.at)));
  checkFate({ channels: notice.channels, sentOn, today: dayOf(surroundings.clock.now()), fates }, told);
  await appendFate(surroundings, tx, {
    row,
    notice,
    fate: { ...told, source: 'carrier', recordedBy: by, reason: by, event },
  });
  return true;
};
