import { findAdministration } from '@irisflow/access';
import { letterOfNotice, type LetterOfNotice } from '@irisflow/notices';
import { type Consignment, type ConsignmentProblem, noteNotTaken, noteTaken } from '../storage/consignments.ts';
import { readPdf } from '../read-pdf.ts';
import type { Surroundings } from '../surroundings.ts';
import { consignmentKey } from './consignment-key.ts';
import { hearNoMailbox, hearTaken } from './hear-events.ts';
import type { HandedLetter, LetterCarrier, Recipient } from './letter-carrier.ts';
import { nextTry } from './next-ask.ts';

/** Null where nobody knows whom to hand it to. */
const recipientOf = ({ numbers }: Surroundings, one: Consignment): Recipient | null => {
  const { notice_id: noticeId, channel, address, number_sealed: sealed, enterprise_number: enterprise } = one;
  // A name alone is no address.
  if (channel === 'registered')
    return address === null || address.length < 2 ? null : { kind: 'address', lines: address };
  if (enterprise !== null) return { kind: 'enterpriseNumber', number: enterprise };
  if (sealed === null) return null;
  return { kind: 'nationalNumber', number: numbers.open(sealed, consignmentKey({ noticeId, channel })) };
};

const letterFor = async (
  surroundings: Surroundings,
  one: Consignment,
  { letter, recipient }: { readonly letter: LetterOfNotice; readonly recipient: Recipient },
): Promise<HandedLetter> => {
  const { database, publicUrl } = surroundings;
  const { notice_id: noticeId, channel, administration, account } = one;
  const { language, subject, documentId } = letter;
  return {
    key: consignmentKey({ noticeId, channel }),
    channel,
    administration,
    sender: (await findAdministration(database, administration))?.name[language] ?? administration,
    account,
    recipient,
    subject: subject[language],
    language,
    pdf: await readPdf(surroundings, documentId),
    webhookUrl: `${publicUrl}/api/carriers/notifications`,
  };
};

/** What is not carried goes on as the plan of the letter says: out of a mailbox by post, on paper with the post room. */
const giveBack = async (surroundings: Surroundings, one: Consignment, problem: ConsignmentProblem): Promise<void> => {
  if (one.channel === 'ebox') await hearNoMailbox(surroundings, one);
  await surroundings.database.transaction((tx) => noteNotTaken(tx, one, { state: 'rejected', problem }));
};

/**
 * Hands a letter over under its own key, outside of a transaction. Whoever dies after the carrier took it hands it over again under
 * the same key, and it is the same letter.
 */
export const handOver = async (surroundings: Surroundings, carrier: LetterCarrier, one: Consignment): Promise<void> => {
  const { database, clock } = surroundings;
  const letter = await letterOfNotice(database, one.notice_id);
  // Somebody noted by hand what became of it.
  if (letter === undefined || !letter.toCarry.includes(one.channel)) {
    await database.transaction((tx) => noteNotTaken(tx, one, { state: 'withdrawn', problem: null }));
    return;
  }
  const recipient = recipientOf(surroundings, one);
  if (recipient === null) {
    await giveBack(surroundings, one, one.channel === 'registered' ? 'noAddress' : 'noNumber');
    return;
  }
  const taken = await carrier.handOver(await letterFor(surroundings, one, { letter, recipient }));
  if (!taken.isTaken) {
    await giveBack(surroundings, one, taken.why);
    return;
  }
  await noteTaken(database, one, { carrierId: taken.carrierId, askAt: nextTry(0, clock.now()) });
  await hearTaken(surroundings, one, taken.number);
};
