import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewUnmasking {
  readonly id: string;
  readonly administration: string;
  readonly processInstanceKey: string;
  readonly personId: string;
  readonly beginsAt: number;
  readonly endsAt: number;
}

export const insertUnmasking = async (db: Queryable, unmasking: NewUnmasking): Promise<void> => {
  await tables(db)
    .insertInto('unmasking')
    .values({
      id: unmasking.id,
      administration: unmasking.administration,
      process_instance_key: unmasking.processInstanceKey,
      unmasked_by: unmasking.personId,
      begins_at: isoOf(unmasking.beginsAt),
      ends_at: isoOf(unmasking.endsAt),
    })
    .execute();
};

export interface OpenUnmasking {
  readonly id: string;
  readonly ends_at: Date | string;
}

/** What lets a person see an instance at an instant; undefined when nothing does. */
export const findOpenUnmasking = (
  db: Queryable,
  { processInstanceKey, personId, at }: { processInstanceKey: string; personId: string; at: number },
): Promise<OpenUnmasking | undefined> =>
  tables(db)
    .selectFrom('unmasking')
    .select(['id', 'ends_at'])
    .where('process_instance_key', '=', processInstanceKey)
    .where('unmasked_by', '=', personId)
    .where('begins_at', '<=', isoOf(at))
    .where('ends_at', '>', isoOf(at))
    .orderBy('ends_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Masks values again before their time. */
export const endUnmasking = async (
  db: Queryable,
  { processInstanceKey, personId, at }: { processInstanceKey: string; personId: string; at: number },
): Promise<void> => {
  await tables(db)
    .updateTable('unmasking')
    .set({ ends_at: isoOf(at) })
    .where('process_instance_key', '=', processInstanceKey)
    .where('unmasked_by', '=', personId)
    .where('ends_at', '>', isoOf(at))
    .execute();
};
