import { requireConnector } from '@irisflow/access';
import { lockSealedCase, type LetterNotice } from '@irisflow/casework';
import {
  fileLetter,
  holdBackImported,
  letterMail,
  type LetterOrder,
  type SentLetter,
  writeLetters,
} from '@irisflow/dispatch';
import { giveBackDailyMail, type MailAddress } from '@irisflow/parties';
import { knownReply, once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';
export type CreateLetter = ConnectorCall & Omit<LetterOrder, 'to'>;

export interface CreatedLetter extends Omit<SentLetter, 'letterId'> {
  /** The mail that tells the applicant; null when they did not agree, there is no address, or one that nobody vouches for had its mail today. */
  readonly notice: LetterNotice | null;
  /** Those that tell whoever else gets it. */
  readonly notices: LetterNotice[];
}

const operation = 'letters';

/** Renders a letter, files it with the case and answers what the mails need. */
export const createLetter: UseCase<CreateLetter, CreatedLetter> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<CreatedLetter>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const seen = await database.transaction((tx) => lockSealedCase(tx, actor));
  const { template, channel, values } = call;
  const written = await writeLetters(surroundings, seen, { template, channel, values });
  const copies = await holdBackImported(database, seen, written);
  let notice: LetterNotice | null = null;
  const notices: LetterNotice[] = [];
  const addresses: MailAddress[] = [];
  for (const { announced, isMain } of copies) {
    const mail = announced === null ? null : await letterMail(surroundings, seen, announced);
    if (announced !== null && mail !== null) addresses.push(announced.mail);
    if (isMain) notice = mail;
    else if (mail !== null) notices.push(mail);
  }
  return once(surroundings, actor, {
    ...call,
    operation,
    work: async ({ tx, row, step }) => {
      const sent = await fileLetter(surroundings, { tx, row, voice: step }, copies);
      if (sent === null) throw new Error('Expected a letter in the language of the case, but there is none');
      const { documentId, language, subject } = sent;
      return { documentId, language, subject, notice, notices };
    },
  }).catch(async (thrown: unknown) => {
    // What was not filed is announced to nobody.
    for (const address of addresses) await giveBackDailyMail(surroundings, address);
    throw thrown;
  });
};
