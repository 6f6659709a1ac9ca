import { Socket } from 'node:net';

import { incident, type RunContext } from '@irisflow/connector-sdk';
import { Client, type ClientConfig } from 'pg';
import Cursor from 'pg-cursor';

import type { BoundStatement } from './bind-parameters.ts';
import type { SqlCredential } from './credential.ts';
import { valueTypes } from './read-values.ts';

const CONNECT_MS = 5000;
const MOST_BYTES = 8 * 1024 * 1024;
const WATCH_MS = 20;

export type Reading = {
  readonly credential: SqlCredential;
  readonly statement: BoundStatement;
  readonly maxRows: number;
  readonly timeoutMs: number;
};

type Row = Record<string, unknown>;

/**
 * Reads rows over a connection of its own, in a transaction that cannot write, one more than wanted at most. Rejects as the
 * database does.
 */
export const readOnly = async (context: RunContext, reading: Reading): Promise<readonly Row[]> => {
  const { credential, statement, maxRows, timeoutMs } = reading;
  const socket = new Socket();
  const client = new Client(await configOf(context, { credential, timeoutMs, socket }));
  // A name server may take longer than anybody waits for the rows.
  context.signal.throwIfAborted();
  const watch = watchSize(socket);
  const stop = () => socket.destroy();
  context.signal.addEventListener('abort', stop, { once: true });
  // What happens to a connection that is given up is told by the query that waits for it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin transaction read only');
    const cursor = client.query(new Cursor<Row>(statement.text, [...statement.values], { types: valueTypes }));
    return await cursor.read(maxRows + 1);
  } catch (error) {
    if (watch.isExceeded())
      throw incident(`Expected the rows to have at most ${MOST_BYTES} bytes, but they have more.`);
    throw error;
  } finally {
    context.signal.removeEventListener('abort', stop);
    watch.end();
    // Nothing was written, so there is nothing to end in order.
    socket.destroy();
  }
};

type Connecting = Pick<Reading, 'credential' | 'timeoutMs'> & { readonly socket: Socket };

const configOf = async (context: RunContext, { credential, timeoutMs, socket }: Connecting): Promise<ClientConfig> => {
  const { host, database, user, password, authority } = credential;
  const { address, port, isTrusted } = await context.locate(host);
  const servername = host.replace(/:\d+$/, '');
  return {
    // The address that was judged, so that a second answer of the name server finds no second question.
    host: address,
    port,
    database,
    user,
    password,
    stream: () => socket,
    // Without encryption only where the operator trusts the network.
    ssl:
      isTrusted && authority === undefined
        ? false
        : { servername, ...(authority === undefined ? {} : { ca: authority }) },
    options: '-c default_transaction_read_only=on -c datestyle=ISO -c timezone=Europe/Brussels',
    application_name: 'irisflow',
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs,
  };
};

/** Ends a connection that brings more than anybody wants to read: a row is held whole before it can be judged. */
const watchSize = (socket: Socket): { readonly isExceeded: () => boolean; readonly end: () => void } => {
  const timer = setInterval(() => {
    if (socket.bytesRead > MOST_BYTES) socket.destroy();
  }, WATCH_MS);
  return { isExceeded: () => socket.bytesRead > MOST_BYTES, end: () => clearInterval(timer) };
};
