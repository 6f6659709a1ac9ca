import { sql, type Queryable, type Row, type Selectable } from '@irisflow/database';
import { isoOf, type Locale } from '@irisflow/foundation';
import type { MessagesTables as Tables } from './tables.gen.ts';
import { tables } from './tables.ts';

/** `participant` is the name of whoever takes part in the case and wrote for its side. */
export type MessageRow = Selectable<Tables['case_message']> & { readonly participant: string | null };
export type Sender = 'applicant' | 'office';

export interface NewMessage {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly at: number;
  readonly sender: Sender;
  readonly writtenBy: string;
  /** Where somebody who takes part in the case writes, and not its applicant. */
  readonly participantId: string | null;
  readonly text: string;
  readonly asks: boolean;
  readonly documents: readonly string[];
}

export const insertMessage = async (db: Queryable, message: NewMessage): Promise<void> => {
  await tables(db)
    .insertInto('case_message')
    .values({
      id: message.id,
      case_id: message.caseId,
      administration: message.administration,
      at: isoOf(message.at),
      next_at: isoOf(message.at),
      sender: message.sender,
      written_by: message.writtenBy,
      participant_id: message.participantId,
      text: message.text,
      asks: message.asks,
      documents: [...message.documents],
    })
    .execute();
};

/** The eldest first, as a conversation reads. */
export const listMessages = (db: Queryable, caseId: string): Promise<MessageRow[]> =>
  tables(db)
    .selectFrom('case_message as m')
    .leftJoin('participant as p', 'p.id', 'm.participant_id')
    .selectAll('m')
    .select('p.name as participant')
    .where('m.case_id', '=', caseId)
    .orderBy('m.at')
    .orderBy('m.id')
    .execute();

/** Whoever opens a conversation has seen what the other side wrote. */
export const markRead = async (
  db: Queryable,
  { caseId, sender, at }: { readonly caseId: string; readonly sender: Sender; readonly at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('case_message')
    .set({ read_at: isoOf(at) })
    .where('case_id', '=', caseId)
    .where('sender', '=', sender)
    .where('read_at', 'is', null)
    .execute();
};

/** Cases of an administration with messages that nobody of it has seen, the longest waiting first. */
export const listUnreadOfOffice = (
  db: Queryable,
  { administration, limit }: { readonly administration: string; readonly limit: number },
) =>
  tables(db)
    .selectFrom('case_message as m')
    .innerJoin('case_file as f', 'f.id', 'm.case_id')
    .select(['m.case_id', 'f.reference', 'f.applicant'])
    .select(({ fn }) => [fn.countAll<string>().as('unread'), fn.min('m.at').as('since')])
    .where('m.administration', '=', administration)
    .where('m.sender', '=', 'applicant')
    .where('m.read_at', 'is', null)
    .groupBy(['m.case_id', 'f.reference', 'f.applicant'])
    .orderBy('since')
    .limit(limit)
    .execute();

/** How many messages of the office an applicant has not seen, by case. */
export const countUnreadOfApplicant = (db: Queryable, partyId: string) =>
  tables(db)
    .selectFrom('case_message as m')
    .innerJoin('case_file as f', 'f.id', 'm.case_id')
    .select(['m.case_id', 'f.person_id', 'f.procedure_key'])
    .select(({ fn }) => fn.countAll<string>().as('unread'))
    .where('f.person_id', '=', partyId)
    .where('m.sender', '=', 'office')
    .where('m.read_at', 'is', null)
    .groupBy(['m.case_id', 'f.person_id', 'f.procedure_key'])
    .execute();

export interface ToTell extends Row {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly applicant_email: string | null;
  readonly applicant_email_verified: boolean;
  readonly language: Locale;
  /** Who was told already: `applicant`, or keys of participants. */
  readonly told: readonly string[];
}

/**
 * Takes the messages of an office in one case about which somebody is to be told, those of the case whose turn it is; whoever else
 * looks meanwhile gets another case. What is not done then comes up again after five minutes, and each time after twice as long,
 * up to six hours.
 */
export const takeToTell = (
  db: Queryable,
  { since, at }: { readonly since: number; readonly at: number },
): Promise<ToTell[]> =>
  db.query<ToTell>(
    `with first as materialized (
       select m.case_id from casework.case_message m
        where m.sender = 'office' and m.notified_at is null and m.at >= $1 and m.next_at <= $2
          -- One message stands for its case.
          and not exists (select from casework.case_message other
                           where other.case_id = m.case_id and other.sender = 'office' and other.notified_at is null
                             and other.at >= $1 and (other.next_at, other.id) < (m.next_at, m.id))
        order by m.next_at, m.id limit 1 for update of m skip locked)
     update casework.case_message as taken
        set attempts = attempts + 1,
            next_at = $2::timestamptz + least(interval '5 minutes' * 2 ^ least(attempts, 10), interval '6 hours')
       from first join casework.case_file f on f.id = first.case_id
      where taken.case_id = first.case_id and taken.sender = 'office' and taken.notified_at is null
        and taken.at >= $1 and taken.next_at <= $2
     returning taken.id, taken.case_id, taken.told, f.person_id, f.applicant_email, f.applicant_email_verified, f.language`,
    [isoOf(since), isoOf(at)],
  );

/** Somebody was told of what waits in a case; they are not told again because somebody else could not be. */
export const noteTold = async (
  db: Queryable,
  { messages, who }: { readonly messages: readonly string[]; readonly who: string },
): Promise<void> => {
  await tables(db)
    .updateTable('case_message')
    .set({ told: sql<string[]>`told || ${who}::text` })
    .where('id', 'in', [...messages])
    .execute();
};

/** Everybody was told of these. */
export const markTold = async (
  db: Queryable,
  { messages, at }: { readonly messages: readonly string[]; readonly at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('case_message')
    .set({ notified_at: isoOf(at) })
    .where('id', 'in', [...messages])
    .execute();
};
