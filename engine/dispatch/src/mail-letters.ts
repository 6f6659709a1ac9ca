import { findAdministration } from '@irisflow/access';
import { findCase, sendNotice } from '@irisflow/casework';
import { isInForce, listParticipantRows, type ParticipantRow } from '@irisflow/parties';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { letterMail } from './letter-mail.ts';
import { postInstead } from './post-instead.ts';
import { reachOfCopy } from './reach-of-copy.ts';
import { type LetterMailRow, markMailed, takeMailToSend } from './storage/letter-mails.ts';
import type { MailingSurroundings } from './surroundings.ts';

const BATCH = 50;
/** A mail that could not be sent for this long would tell of what is no longer new. */
const TRIED_FOR_MS = 3 * 24 * 3600 * 1000;

/** Whose copy it is; undefined where they take part no longer. */
const copyFor = async (
  db: Queryable,
  { case_id: caseId, participant_id: participantId }: LetterMailRow,
  today: string,
): Promise<ParticipantRow | null | undefined> =>
  participantId === null
    ? null
    : (await listParticipantRows(db, caseId)).find((one) => one.id === participantId && isInForce(one, today));

/** Answers whether whoever it is for was reached by mail, or need not be any more. */
const mailOne = async (surroundings: MailingSurroundings, mail: LetterMailRow): Promise<boolean> => {
  const { database, mailer, clock } = surroundings;
  const { language, answer_by: answerBy } = mail;
  const row = await findCase(database, mail.case_id);
  const whose = await copyFor(database, mail, dayOf(clock.now()));
  if (mailer === null || row === undefined || whose === undefined) return true;
  const { mail: address } = await reachOfCopy(database, row, whose);
  // They withdrew their consent meanwhile.
  if (address === null) return false;
  const named = (await findAdministration(database, row.administration))?.name[language];
  const administration = named ?? row.administration;
  const notice = await letterMail(surroundings, row, { mail: address, language, administration, answerBy });
  if (notice !== null) await sendNotice(surroundings, address, [notice, `letter ${mail.letter_id}`]);
  return true;
};

const settleOne = async (surroundings: MailingSurroundings, mail: LetterMailRow): Promise<void> => {
  const { database, clock } = surroundings;
  const isLate = Date.parse(instantOf(mail.at)) < clock.now() - TRIED_FOR_MS;
  if (!isLate && (await mailOne(surroundings, mail)))
    await markMailed(database, { letterId: mail.letter_id, at: clock.now() });
  else await postInstead(surroundings, mail);
};

/**
 * Tells people by mail of the letters that rooms of the platform sent. Each is taken before it is sent, so that one process alone
 * sends it; what cannot be sent is tried again later and later, for three days, and is posted then.
 */
export const mailLetters = async (surroundings: MailingSurroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const failures: unknown[] = [];
  for (let count = 0; count < BATCH; count += 1) {
    const mail = await takeMailToSend(database, clock.now());
    if (mail === undefined) break;
    try {
      await settleOne(surroundings, mail);
    } catch (thrown) {
      // One address that no server takes keeps nobody else from hearing.
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
};
