import { type Queryable, takeNamedLock } from '@irisflow/database';
import type { Channel } from '../views/reach.ts';
import { tables } from './tables.ts';

export interface ChoiceRow {
  readonly channel: Channel;
  readonly chosen_at: Date | string;
  readonly withdrawn_at: Date | string | null;
}

/** Everything that somebody chose, the newest first. */
export const listChoices = (db: Queryable, partyId: string): Promise<ChoiceRow[]> =>
  tables(db)
    .selectFrom('channel_choice')
    .select(['channel', 'chosen_at', 'withdrawn_at'])
    .where('party_id', '=', partyId)
    .orderBy('chosen_at', 'desc')
    .orderBy('id', 'desc')
    .$castTo<ChoiceRow>()
    .execute();

/** The choices of somebody change one after the other: two at once would not see each other's. */
export const lockChoices = async (tx: Queryable, partyId: string): Promise<void> => {
  await takeNamedLock(tx, `channels of ${partyId}`);
};

export interface Choosing {
  readonly partyId: string;
  readonly channel: Channel;
  readonly at: string;
  readonly by: string;
}

export const insertChoice = async (
  db: Queryable,
  { id, partyId, channel, at, by }: Choosing & { readonly id: string },
): Promise<void> => {
  await tables(db)
    .insertInto('channel_choice')
    .values({ id, party_id: partyId, channel, chosen_at: at, chosen_by: by })
    .execute();
};

export const withdrawChoice = async (db: Queryable, { partyId, channel, at, by }: Choosing): Promise<void> => {
  await tables(db)
    .updateTable('channel_choice')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('party_id', '=', partyId)
    .where('channel', '=', channel)
    .where('withdrawn_at', 'is', null)
    .execute();
};
