import { findAdministration } from '@irisflow/access';
import { findCase } from '@irisflow/casework';
import { isInForce, listParticipantRows, type ParticipantRow } from '@irisflow/parties';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { letterMail } from './letter-mail.ts';
import { reachOfCopy } from './reach-of-copy.ts';
import { type LetterMailRow, listMailsToSend, markMailed } from './storage/letter-mails.ts';
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

const mailOne = async (surroundings: MailingSurroundings, mail: LetterMailRow): Promise<void> => {
  const { database, mailer, clock } = surroundings;
  const { language, answer_by: answerBy } = mail;
  const row = await findCase(database, mail.case_id);
  const whose = await copyFor(database, mail, dayOf(clock.now()));
  if (mailer === null || row === undefined || whose === undefined) return;
  const { mail: address } = await reachOfCopy(database, row, whose);
  // They withdrew their consent meanwhile.
  if (address === null) return;
  const named = (await findAdministration(database, row.administration))?.name[language];
  const administration = named ?? row.administration;
  const notice = await letterMail(surroundings, row, { mail: address, language, administration, answerBy });
  if (notice !== null) await mailer(notice);
};

/** Tells people by mail of the letters that rooms of the platform sent; what cannot be sent now is tried again in the next round. */
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
