import { decodeBucket } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import { type DueCommand, dueCommand, expiryOf } from '../effects/due-command.ts';
import { type DueWindow, loadDue, loadExpiringBuckets } from '../storage/load/load-due.ts';

/** What the store says falls due in the window, and when messages expire that lie with one that expires in it. */
export const readDue = async (database: Database, window: DueWindow): Promise<DueCommand[]> => {
  const rows = await loadDue(database, window);
  const due = rows.map(({ kind, key, due_at: dueAt }) => dueCommand(kind, key, Number(dueAt)));
  for (const text of await loadExpiringBuckets(database, window)) {
    const { ref, messages } = decodeBucket(text);
    for (const message of messages.values()) due.push(expiryOf(ref, message));
  }
  return due;
};
