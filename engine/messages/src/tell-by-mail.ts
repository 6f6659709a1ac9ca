import { dayOf } from '@irisflow/calendar';
import { mailNews } from '@irisflow/casework';
import { type CaseReader, readersOfCase } from '@irisflow/parties';
import { markTold, noteTold, takeToTell, type ToTell } from './storage/messages.ts';
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
  { who, language, reach }: CaseReader,
): Promise<void> => {
  const news = messages.filter(({ told }) => !told.includes(who)).map(({ id }) => id);
  if (news.length === 0) return;
  const { mail } = reach;
  // Of the first one: those that came meanwhile are told with it.
  const key = `messages ${news[0]} ${who}`;
  if (mail !== null) await mailNews(surroundings, { caseId, mail, language, key });
  await noteTold(surroundings.database, { messages: news, who });
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
 * The messages of a case are taken before, so that one process alone tells of them. What cannot be sent is tried again later and
 * later; whoever did not agree or has no address reads it on the portal.
 */
export const tellByMail = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const failures: unknown[] = [];
  for (let count = 0; count < BATCH; count += 1) {
    const at = clock.now();
    const messages = await takeToTell(database, { since: at - TRIED_FOR_MS, at });
    const [first] = messages;
    if (first === undefined) break;
    failures.push(...(await tellCase(surroundings, { caseId: first.case_id, messages })));
  }
  if (failures.length > 0) throw failures[0];
};
