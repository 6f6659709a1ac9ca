import { requireConnector } from '@irisflow/access';
import { lockSealedCase } from '@irisflow/casework';
import { fileLetter, type LetterOrder, type SentLetter, writeLetters } from '@irisflow/dispatch';
import { knownReply, once, type CaseWork, type ConnectorCall } from './once.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

export type CreateLetter = ConnectorCall & Omit<LetterOrder, 'to'>;

const operation = 'letters';

const file = async (
  surroundings: Surroundings,
  { tx, row, step }: CaseWork,
  copies: Awaited<ReturnType<typeof writeLetters>>,
): Promise<SentLetter> => {
  const sent = await fileLetter(surroundings, { tx, row, voice: step }, copies);
  if (sent === null) throw new Error('Expected a letter in the language of the case, but there is none');
  return sent;
};

/** Renders a letter, files it with the case and answers what a mail needs. */
export const createLetter: UseCase<CreateLetter, SentLetter> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<SentLetter>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const copies = await writeLetters(surroundings, await database.transaction((tx) => lockSealedCase(tx, actor)), {
    template: call.template,
    channel: call.channel,
    values: call.values,
  });
  return once(surroundings, actor, { ...call, operation, work: (work) => file(surroundings, work, copies) });
};
