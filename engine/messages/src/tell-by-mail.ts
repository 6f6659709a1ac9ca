import { dayOf } from '@irisflow/calendar';
import { neutralNotice } from '@irisflow/casework';
import { type CaseReader, readersOfCase } from '@irisflow/parties';
import { listToTell, markTold, noteTold, type ToTell } from './storage/messages.ts';
import type { Surroundings } from './surroundings.ts';

const BATCH = 50;
/** A mail that could not be sent for this long would tell of what is no longer new. */
const TRIED_FOR_MS = 3 * 24 * 3600 * 1000;

interface Waiting {
  readonly caseId: string;
  readonly messages: readonly ToTell[];
}

const tellReader = async (
  surroundings: Surroundings,
  { caseId, messages }: Waiting,
  reader: CaseReader,
): Promise<void> => {
  const { mailer, publicUrl, database } = surroundings;
  const { who, language, reach } = reader;
  const news = messages.filter(({ told }) => !told.includes(who)).map(({ id }) => id);
  if (news.length === 0) return;
  if (mailer !== null && reach.mail !== null)
    await mailer(neutralNotice({ to: reach.mail.to, language, url: `${publicUrl}/${language}/my/cases/${caseId}` }));
  await noteTold(database, { messages: news, who });
};

const tellCase = async (surroundings: Surroundings, waiting: Waiting): Promise<unknown[]> => {
  const [first] = waiting.messages;
  if (first === undefined) return [];
  const { database, clock } = surroundings;
  const failures: unknown[] = [];
  for (const reader of await readersOfCase(database, first, dayOf(clock.now())))
    // One address that no server takes keeps nobody else from hearing.
    await tellReader(surroundings, waiting, reader).catch((thrown: unknown) => failures.push(thrown));
  const messages = waiting.messages.map(({ id }) => id);
  if (failures.length === 0) await markTold(database, { messages, at: clock.now() });
  return failures;
};

/**
 * Tells whoever agreed to mails that something waits for them, one mail a case, in their language and without a word of it.
 * What cannot be sent now is tried again in the next round; whoever did not agree or has no address reads it on the portal.
 */
export const tellByMail = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const waiting = await listToTell(database, { since: clock.now() - TRIED_FOR_MS, limit: BATCH });
  const failures: unknown[] = [];
  for (const caseId of new Set(waiting.map(({ case_id: id }) => id))) {
    const messages = waiting.filter(({ case_id: id }) => id === caseId);
    failures.push(...(await tellCase(surroundings, { caseId, messages })));
  }
  if (failures.length > 0) throw failures[0];
};
