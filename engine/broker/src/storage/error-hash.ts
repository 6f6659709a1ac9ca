import type { Database } from '@irisflow/database';
import { SCHEMA } from './row-statement.ts';

/** The hash of a text as clients compute it: that of Java, over UTF-16 and within 32 bits. */
export const errorHash = (text: string): number => {
  let hash = 0;
  for (let place = 0; place < text.length; place += 1) hash = (Math.imul(31, hash) + text.charCodeAt(place)) | 0;
  return hash;
};

/** Incidents that are read at a time. */
const PAGE = 500;

interface OldIncident extends Record<string, unknown> {
  readonly key: string;
  readonly error_message: string;
}

/** Fills in the hash of open incidents that are older than the column. */
export const hashOldIncidents = async (database: Database): Promise<void> => {
  for (;;) {
    const page = await database.query<OldIncident>(
      `select key, error_message from ${SCHEMA}.incident where state = 'ACTIVE' and error_hash is null limit ${PAGE}`,
    );
    await database.query(
      `update ${SCHEMA}.incident i set error_hash = h.hash from unnest($1::bigint[], $2::integer[]) h (key, hash) where i.key = h.key`,
      [page.map(({ key }) => key), page.map(({ error_message: message }) => errorHash(message))],
    );
    if (page.length < PAGE) return;
  }
};
