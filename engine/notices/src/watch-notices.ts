import { addDays, dayOf } from '@irisflow/calendar';
import { lockCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { appendFate, appendPresumed, type OfNotice } from './fates/append-fate.ts';
import { type Due, findNotice, listMailsToNote, listToPresume } from './storage/notices.ts';
import { listFates } from './storage/fates.ts';
import type { Surroundings } from './surroundings.ts';

const PAGE = 200;
/** Nothing arrives by law earlier than this many days after it was posted. */
const SOONEST = 3;

type Work = (tx: Queryable, of: OfNotice) => Promise<boolean>;

interface Round {
  done: number;
  readonly failures: unknown[];
}

const doOne = async (
  { database }: Surroundings,
  round: Round,
  { due, work }: { due: Due; work: Work },
): Promise<void> => {
  try {
    const isDone = await database.transaction(async (tx) => {
      const row = await lockCase(tx, due.case_id);
      const notice = await findNotice(tx, due.id);
      return row !== undefined && notice !== undefined && work(tx, { row, notice });
    });
    if (isDone) round.done += 1;
  } catch (thrown) {
    // One letter of which nothing can be written holds up no other.
    round.failures.push(thrown);
  }
};

/** What became of the mail that tells of a letter; where it reached nobody, the letter waits in the post room. */
const noteMail =
  (surroundings: Surroundings, mail: { told_at: Date | string | null; posted_at: Date | string | null }): Work =>
  async (tx, of) => {
    const at = mail.told_at ?? mail.posted_at;
    const isKnown = ((await listFates(tx, [of.notice.id])).get(of.notice.id) ?? []).some(
      ({ channel }) => channel === 'email',
    );
    if (at === null || isKnown || !of.notice.channels.includes('email')) return false;
    await appendFate(surroundings, tx, {
      ...of,
      fate: {
        channel: 'email',
        kind: mail.told_at === null ? 'returned' : 'sent',
        day: dayOf(Date.parse(instantOf(at))),
        source: 'platform',
      },
    });
    return true;
  };

const watchMails = async (surroundings: Surroundings, round: Round): Promise<void> => {
  for (let after = ''; ;) {
    const mails = await listMailsToNote(surroundings.database, { after, limit: PAGE });
    for (const mail of mails) await doOne(surroundings, round, { due: mail, work: noteMail(surroundings, mail) });
    after = mails.at(-1)?.id ?? '';
    if (mails.length < PAGE) return;
  }
};

const watchPosted = async (surroundings: Surroundings, round: Round): Promise<void> => {
  const { database, clock } = surroundings;
  const before = addDays(dayOf(clock.now()), -SOONEST);
  const work: Work = (tx, of) => appendPresumed(surroundings, tx, of);
  for (let after = ''; ;) {
    const posted = await listToPresume(database, { before, after, limit: PAGE });
    for (const due of posted) await doOne(surroundings, round, { due, work });
    after = posted.at(-1)?.id ?? '';
    if (posted.length < PAGE) return;
  }
};

/** Writes what became of mails, and what the law presumes once the third working day after posting is over; answers of how many letters. */
export const watchNotices = async (surroundings: Surroundings): Promise<number> => {
  const round: Round = { done: 0, failures: [] };
  await watchMails(surroundings, round);
  await watchPosted(surroundings, round);
  if (round.done > 0) surroundings.outboxBell.ring();
  const [first] = round.failures;
  if (first !== undefined)
    throw new Error(`Expected to write what became of every letter, but ${round.failures.length} failed`, {
      cause: first,
    });
  return round.done;
};
