import { actingAs, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { lockCase, postLetter } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { hearFate, type HeardFate, letterOfNotice } from '@irisflow/notices';
import type { Consignment } from '../storage/consignments.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CarrierEvent } from './letter-carrier.ts';

type Told = Pick<HeardFate, 'kind' | 'day' | 'event'> & { readonly number?: string };

/** What becomes of letters is written by the clock's own job: terms, messages and timelines follow in its transaction. */
const write = async (
  surroundings: Surroundings,
  { notice_id: noticeId, channel, case_id: caseId }: Consignment,
  {
    told,
    before = async () => undefined,
  }: { readonly told: Told; readonly before?: (tx: Queryable) => Promise<unknown> },
): Promise<void> => {
  const own = actingAs(surroundings, job('terms'));
  await own.database.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) return;
    await before(tx);
    await hearFate(own, tx, { row, by: `carrier:${channel}`, heard: { ...told, noticeId, channel } });
  });
  surroundings.outboxBell.ring();
};

/** That the carrier has it: once, however often it says so. */
export const hearTaken = (surroundings: Surroundings, one: Consignment, number: string | null): Promise<void> =>
  write(surroundings, one, {
    told: {
      kind: 'handedOver',
      day: dayOf(surroundings.clock.now()),
      event: `taken ${one.channel}`,
      ...(number === null ? {} : { number }),
    },
  });

/** The mailbox does not have it: where nothing else of the letter is on paper, it goes by post. */
export const hearNoMailbox = (surroundings: Surroundings, one: Consignment): Promise<void> =>
  write(surroundings, one, {
    told: { kind: 'returned', day: dayOf(surroundings.clock.now()), event: `not taken ${one.channel}` },
    before: async (tx) => {
      const letter = await letterOfNotice(tx, one.notice_id);
      if (letter !== undefined && !letter.channels.includes('registered')) await postLetter(tx, letter.letterId);
    },
  });

const isNonsense = (thrown: unknown): boolean => thrown instanceof CaseworkError && thrown.code === 'INPUT_INVALID';

/** What says that a letter arrived comes before that it left: told together, nothing is presumed of it in between. */
const first: readonly CarrierEvent['kind'][] = ['presented', 'delivered', 'refused', 'returned', 'unclaimed'];

const rankOf = ({ kind }: CarrierEvent): number => {
  const place = first.indexOf(kind);
  return place < 0 ? first.length : place;
};

/** Writes what the carrier tells; what cannot be of the letter is left out and told of at the end. */
export const hearEvents = async (
  surroundings: Surroundings,
  one: Consignment,
  events: readonly CarrierEvent[],
): Promise<{ readonly leftOut: number }> => {
  let leftOut = 0;
  for (const { id, kind, at } of events.toSorted((one, other) => rankOf(one) - rankOf(other)))
    try {
      await write(surroundings, one, { told: { kind, day: dayOf(at), event: `${one.channel} ${id}` } });
    } catch (thrown) {
      if (!isNonsense(thrown)) throw thrown;
      leftOut += 1;
    }
  return { leftOut };
};
