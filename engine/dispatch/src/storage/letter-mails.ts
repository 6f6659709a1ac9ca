import type { Queryable, Row } from '@irisflow/database';
import { isoOf, type Locale } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewLetterMail {
  readonly letterId: string;
  readonly caseId: string;
  readonly administration: string;
  /** Who takes part and is told of their copy; null for the applicant. */
  readonly participantId: string | null;
  readonly language: Locale;
  readonly at: number;
  readonly answerBy: string | null;
}

export const insertLetterMail = (db: Queryable, mail: NewLetterMail) =>
  tables(db)
    .insertInto('letter_mail')
    .values({
      letter_id: mail.letterId,
      case_id: mail.caseId,
      administration: mail.administration,
      participant_id: mail.participantId,
      language: mail.language,
      at: isoOf(mail.at),
      next_at: isoOf(mail.at),
      answer_by: mail.answerBy,
    })
    .execute();

export interface LetterMailRow extends Row {
  letter_id: string;
  case_id: string;
  administration: string;
  participant_id: string | null;
  language: Locale;
  answer_by: string | null;
  at: Date | string;
}

/**
 * Takes the next letter of which somebody is to be told; whoever else looks meanwhile gets another one. It comes up again after
 * a minute, and each time after twice as long, up to six hours, unless it is done by then.
 */
export const takeMailToSend = async (db: Queryable, at: number): Promise<LetterMailRow | undefined> => {
  const [row] = await db.query<LetterMailRow>(
    `with due as materialized (
       select letter_id from casework.letter_mail
        where told_at is null and posted_at is null and next_at <= $1
        order by next_at, letter_id limit 1 for update skip locked)
     update casework.letter_mail as taken
        set attempts = attempts + 1,
            next_at = $1::timestamptz + least(interval '1 minute' * 2 ^ least(attempts, 10), interval '6 hours')
       from due where taken.letter_id = due.letter_id
     returning taken.letter_id, case_id, administration, participant_id, language, answer_by::text, at`,
    [isoOf(at)],
  );
  return row;
};

export const markMailed = (db: Queryable, { letterId, at }: { readonly letterId: string; readonly at: number }) =>
  tables(db)
    .updateTable('letter_mail')
    .set({ told_at: isoOf(at) })
    .where('letter_id', '=', letterId)
    .execute();

export const markPosted = (db: Queryable, { letterId, at }: { readonly letterId: string; readonly at: number }) =>
  tables(db)
    .updateTable('letter_mail')
    .set({ posted_at: isoOf(at) })
    .where('letter_id', '=', letterId)
    .execute();
