import type { Queryable, Row } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { CarriedChannel, Rejection } from '../carriers/letter-carrier.ts';

export type ConsignmentState = 'waiting' | 'carried' | 'over' | 'rejected' | 'withdrawn';
export type ConsignmentProblem = Rejection | 'noAddress' | 'noNumber';

/** A letter that is handed over to a carrier. */
export interface Consignment extends Row {
  notice_id: string;
  channel: CarriedChannel;
  case_id: string;
  administration: string;
  account: string;
  address: string[] | null;
  number_sealed: string | null;
  enterprise_number: string | null;
  state: ConsignmentState;
  carrier_id: string | null;
  problem: ConsignmentProblem | null;
  at: Date | string;
  asks: number;
}

const columns = `notice_id, channel, case_id, administration, account, address, number_sealed, enterprise_number, state, carrier_id,
  problem, at, asks`;

/** A letter that nobody has in hand yet. */
export interface ToCarry extends Row {
  id: string;
  case_id: string;
  participant_id: string | null;
}

/** Letters of an administration that are to leave by a way and that nobody has in hand, the eldest first. */
export const listToCarry = (
  db: Queryable,
  { administration, channel, limit }: { administration: string; channel: CarriedChannel; limit: number },
): Promise<ToCarry[]> =>
  db.query<ToCarry>(
    `select n.id, n.case_id, n.participant_id from casework.notice n
      where n.administration = $1 and n.to_carry <> '{}' and $2::text = any(n.to_carry)
        and not exists (select from casework.consignment c where c.notice_id = n.id and c.channel = $2)
        and not exists (select from casework.handover h where h.notice_id = n.id and h.channel = $2)
      order by n.at, n.id limit $3`,
    [administration, channel, limit],
  );

export interface NewConsignment {
  readonly noticeId: string;
  readonly channel: CarriedChannel;
  readonly caseId: string;
  readonly administration: string;
  readonly account: string;
  readonly address: readonly string[] | null;
  readonly numberSealed: string | null;
  readonly enterpriseNumber: string | null;
  readonly at: number;
}

/** Takes a letter in hand for its carrier; answers whether nobody else had. */
export const insertConsignment = async (tx: Queryable, one: NewConsignment): Promise<boolean> => {
  const held = await tx.query(
    `insert into casework.handover (notice_id, channel, case_id, administration, batch_id)
     values ($1, $2, $3, $4, null) on conflict do nothing returning channel`,
    [one.noticeId, one.channel, one.caseId, one.administration],
  );
  if (held.length === 0) return false;
  await tx.query(
    `insert into casework.consignment (notice_id, channel, case_id, administration, account, address, number_sealed,
       enterprise_number, state, at, ask_at)
     values ($1, $2, $3, $4, $5, $6::text[], $7, $8, 'waiting', $9, $9)`,
    [
      one.noticeId,
      one.channel,
      one.caseId,
      one.administration,
      one.account,
      one.address,
      one.numberSealed,
      one.enterpriseNumber,
      isoOf(one.at),
    ],
  );
  return true;
};

/** One that a process has taken, until when nobody else does. */
export interface TakenConsignment extends Consignment {
  until: string;
}

/** Those that are to be handed over or asked of now, each taken by one process for as long as an answer may take. */
export const takeDue = async (
  db: Queryable,
  { now, limit, ...taking }: { readonly now: number; readonly until: number; readonly limit: number },
): Promise<TakenConsignment[]> => {
  const until = isoOf(taking.until);
  const rows = await db.query<Consignment>(
    `update casework.consignment set ask_at = $2
      where (notice_id, channel) in (select notice_id, channel from casework.consignment
        where ask_at <= $1 order by ask_at limit $3 for update skip locked)
     returning ${columns}`,
    [isoOf(now), until, limit],
  );
  return rows.map((row) => ({ ...row, until }));
};

/** Has the carrier asked at once; answers whether there is such a letter. */
export const askAtOnce = async (db: Queryable, carrierId: string, now: number): Promise<boolean> =>
  (
    await db.query(
      `update casework.consignment set ask_at = $2 where channel in ('registered', 'ebox') and carrier_id = $1
       returning channel`,
      [carrierId, isoOf(now)],
    )
  ).length > 0;

type Of = Pick<Consignment, 'notice_id' | 'channel'>;

/** Notes that a carrier has it; whom it is for is not kept beside the letter any more. */
export const noteTaken = async (
  tx: Queryable,
  { notice_id: noticeId, channel }: Of,
  { carrierId, askAt }: { readonly carrierId: string; readonly askAt: number },
): Promise<void> => {
  await tx.query(
    `update casework.consignment
        set state = 'carried', carrier_id = $3, ask_at = $4, asks = 0,
            address = null, number_sealed = null, enterprise_number = null
      where notice_id = $1 and channel = $2 and state = 'waiting'`,
    [noticeId, channel, carrierId, isoOf(askAt)],
  );
};

/** Notes that its carrier will not have it: whoever prints may. */
export const noteNotTaken = async (
  tx: Queryable,
  { notice_id: noticeId, channel }: Of,
  { state, problem }: { readonly state: 'rejected' | 'withdrawn'; readonly problem: ConsignmentProblem | null },
): Promise<void> => {
  await tx.query(
    `update casework.consignment
        set state = $3, problem = $4, ask_at = null, address = null, number_sealed = null, enterprise_number = null
      where notice_id = $1 and channel = $2 and state = 'waiting'`,
    [noticeId, channel, state, problem],
  );
  await tx.query('delete from casework.handover where notice_id = $1 and channel = $2 and batch_id is null', [
    noticeId,
    channel,
  ]);
};

/**
 * Notes that the carrier was asked, and when it is asked next; null where it has nothing more to say. What it said by itself while
 * it was being asked is asked for at once.
 */
export const noteAsked = async (
  db: Queryable,
  { notice_id: noticeId, channel, until }: Pick<TakenConsignment, 'notice_id' | 'channel' | 'until'>,
  { isOver, askAt }: { readonly isOver: boolean; readonly askAt: number | null },
): Promise<void> => {
  await db.query(
    `update casework.consignment
        set asks = asks + 1, ask_at = case when ask_at = $5::timestamptz then $3::timestamptz else ask_at end,
            state = case when $4 and state = 'carried' then 'over' else state end
      where notice_id = $1 and channel = $2`,
    [noticeId, channel, askAt === null ? null : isoOf(askAt), isOver, until],
  );
};

/** Where letters stand with their carriers, by letter. */
export const listConsignments = (db: Queryable, noticeIds: readonly string[]): Promise<Consignment[]> =>
  db.query<Consignment>(`select ${columns} from casework.consignment where notice_id = any($1::text[])`, [noticeIds]);
