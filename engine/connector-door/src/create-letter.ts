import { requireConnector } from '@irisflow/access';
import { lockSealedCase } from '@irisflow/casework';
import { holdBackImported, type LetterOrder, type SentLetter, sendLetter, writeLetters } from '@irisflow/dispatch';
import { knownReply, once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';
export type CreateLetter = ConnectorCall & Omit<LetterOrder, 'to'>;

export interface CreatedLetter extends Omit<SentLetter, 'letterId'> {
  /** Whether the applicant is told of it by mail; not where they did not agree, or have no address. */
  readonly isMailed: boolean;
}

const operation = 'letters';

/** Renders a letter and files it with the case. The mails that tell of it are filed with it, so that neither is there without the other. */
export const createLetter: UseCase<CreateLetter, CreatedLetter> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<CreatedLetter>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const seen = await database.transaction((tx) => lockSealedCase(tx, actor));
  const { template, channel, values } = call;
  const written = await writeLetters(surroundings, seen, { template, channel, values });
  const copies = await holdBackImported(database, seen, written);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: async ({ tx, row, step }) => {
      const [sent] = await sendLetter(surroundings, { tx, row, voice: step }, copies);
      if (sent === undefined) throw new Error('Expected a letter in the language of the case, but there is none');
      const { documentId, language, subject } = sent;
      return { documentId, language, subject, isMailed: copies.some((copy) => copy.isMain && copy.announced !== null) };
    },
  });
};
