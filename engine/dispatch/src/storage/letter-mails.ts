import { sql, type Queryable } from '@irisflow/database';
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
      answer_by: mail.answerBy,
    })
    .execute();

export interface LetterMailRow {
  readonly letter_id: string;
  readonly case_id: string;
  readonly participant_id: string | null;
  readonly language: Locale;
  readonly answer_by: string | null;
}

/** Letters of which nobody was told yet, the eldest first. */
export const listMailsToSend = (
  db: Queryable,
  { since, limit }: { readonly since: number; readonly limit: number },
): Promise<LetterMailRow[]> =>
  tables(db)
    .selectFrom('letter_mail as m')
    .select([
      'm.letter_id',
      'm.case_id',
      'm.participant_id',
      sql<Locale>`m.language`.as('language'),
      sql<string | null>`m.answer_by::text`.as('answer_by'),
    ])
    .where('m.told_at', 'is', null)
    .where('m.at', '>=', isoOf(since))
    .orderBy('m.at')
    .limit(limit)
    .execute();

export const markMailed = (db: Queryable, { letterId, at }: { readonly letterId: string; readonly at: number }) =>
  tables(db)
    .updateTable('letter_mail')
    .set({ told_at: isoOf(at) })
    .where('letter_id', '=', letterId)
    .execute();
