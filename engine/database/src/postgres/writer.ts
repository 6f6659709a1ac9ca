import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import type { Row, Statement } from '../database.ts';
import { DatabaseFault, toDatabaseFault } from '../database-fault.ts';

export interface Writer {
  commit(statements: readonly Statement[]): Promise<Row[][]>;
  close(): Promise<void>;
}

const BEGIN: Statement = { text: 'begin' };
const COMMIT: Statement = { text: 'commit' };

/**
 * A commit touches rows by key. Its prepared statements are planned once, often while the tables are still small, and a plan
 * that scans stays wrong when they have grown: 5 ms of PostgreSQL a commit instead of 1 after 10,000 instances.
 */
const BY_KEY = ['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off', 'jit=off']
  .map((setting) => `-c ${setting}`)
  .join(' ');

const submit = async (client: Client, { name, text, values }: Statement): Promise<{ rows: Row[]; command: string }> =>
  client.query<Row>({
    text,
    ...(name !== undefined && { name }),
    ...(values !== undefined && { values: [...values] }),
  });

/** The socket below the client; the driver does not show it, and without it nothing but speed is lost. */
const socketOf = (client: Client): Socket | null => {
  const connection: unknown = Reflect.get(client, 'connection');
  const stream: unknown =
    typeof connection === 'object' && connection !== null ? Reflect.get(connection, 'stream') : null;
  return stream instanceof Socket ? stream : null;
};

/** Sends the statements in one packet: a system call each was 8 % of the engine's CPU. */
const submitAll = (client: Client, statements: readonly Statement[]) => {
  const socket = socketOf(client);
  socket?.cork();
  try {
    return statements.map((statement) => submit(client, statement));
  } finally {
    socket?.uncork();
  }
};

/** All statements go out before the first answer comes back; PostgreSQL refuses the rest of a failed transaction itself. */
const sendAll = async (client: Client, statements: readonly Statement[]): Promise<Row[][]> => {
  const alone = statements.length === 1;
  const sent = alone ? statements : [BEGIN, ...statements, COMMIT];
  const outcomes = await Promise.allSettled(submitAll(client, sent));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw toDatabaseFault(failure.reason);
  const results = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  if (!alone && results.at(-1)?.command !== 'COMMIT') {
    throw new DatabaseFault('UNAVAILABLE', 'Expected the transaction to commit, but PostgreSQL rolled it back');
  }
  return (alone ? results : results.slice(1, -1)).map((result) => result.rows);
};

/**
 * The writer's own connection: pipelined, so that a transaction of many statements costs one round trip, and reopened by
 * the next commit after it broke. Callers commit one batch at a time.
 */
export const createWriter = (config: ClientConfig): Writer => {
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
