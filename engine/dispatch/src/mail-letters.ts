import { findAdministration } from '@irisflow/access';
import { findCase } from '@irisflow/casework';
import { letterMail } from './letter-mail.ts';
import { type LetterMailRow, listMailsToSend, markMailed } from './storage/letter-mails.ts';
import type { MailingSurroundings } from './surroundings.ts';

const BATCH = 50;
/** A mail that could not be sent for this long would tell of what is no longer new. */
const TRIED_FOR_MS = 3 * 24 * 3600 * 1000;

const mailOne = async (surroundings: MailingSurroundings, mail: LetterMailRow): Promise<void> => {
  const { database, mailer } = surroundings;
  const row = await findCase(database, mail.case_id);
  if (mailer === null || row === undefined) return;
  const administration = (await findAdministration(database, row.administration))?.name[row.language];
  const answerBy = mail.answer_by;
  const notice = await letterMail(surroundings, row, {
    administration: administration ?? row.administration,
    answerBy,
  });
  if (notice !== null) await mailer(notice);
};

/** Tells applicants by mail of the letters that rooms of the platform sent; what cannot be sent now is tried again in the next round. */
export const mailLetters = async (surroundings: MailingSurroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const failures: unknown[] = [];
  for (const mail of await listMailsToSend(database, { since: clock.now() - TRIED_FOR_MS, limit: BATCH }))
    try {
      await mailOne(surroundings, mail);
      await markMailed(database, { letterId: mail.letter_id, at: clock.now() });
    } catch (thrown) {
      // One address that no server takes keeps nobody else from hearing.
      failures.push(thrown);
    }
  if (failures.length > 0) throw failures[0];
};
