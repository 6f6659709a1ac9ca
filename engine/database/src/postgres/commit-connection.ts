import { Client, type ClientConfig } from 'pg';
import type { Row, Statement } from '../database.ts';
import { toDatabaseFault } from '../database-fault.ts';
import { sendAll } from './send-all.ts';

export interface CommitConnection {
  commit(statements: readonly Statement[]): Promise<Row[][]>;
  close(): Promise<void>;
}

/**
 * A commit touches rows by key. Its prepared statements are planned once, often while the tables are still small, and a plan
 * that scans stays wrong when they have grown: 5 ms of PostgreSQL a commit instead of 1 after 10,000 instances.
 */
const BY_KEY = ['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off', 'jit=off']
  .map((setting) => `-c ${setting}`)
  .join(' ');

/**
 * The writer's own connection: pipelined, so that a transaction of many statements costs one round trip, and reopened by
 * the next commit after it broke. Callers commit one batch at a time.
 */
export const createCommitConnection = (config: ClientConfig): CommitConnection => {
  let client: Client | null = null;

  const connect = async (): Promise<Client> => {
    if (client !== null) return client;
    const fresh = new Client({ ...config, options: BY_KEY, pipeline: true });
    const forget = () => {
      if (client === fresh) client = null;
    };
    fresh.on('error', forget);
    fresh.on('end', forget);
    await fresh.connect();
    client = fresh;
    return fresh;
  };

  const discard = async (broken: Client | null) => {
    client = null;
    // The connection may already be gone; that is what we want.
    await broken?.end().catch(() => undefined);
  };

  return {
    commit: async (statements) => {
      if (statements.length === 0) return [];
      try {
        return await sendAll(await connect(), statements);
      } catch (thrown) {
        const fault = toDatabaseFault(thrown);
        // A clean refusal leaves the connection usable once the transaction is rolled back; anything else does not.
        if (fault.code === 'UNAVAILABLE') void discard(client);
        throw fault;
      }
    },
    close: () => discard(client),
  };
};
