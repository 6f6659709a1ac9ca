import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ScanFile } from '@irisflow/casework';

/** Without a byte from or to the scanner for this long, it does not answer. */
const IDLE_MS = 30_000;
const MAX_REPLY = 4096;

type Place = { readonly path: string } | { readonly host: string; readonly port: number };

const USUAL_PORT = 3310;

/** Where clamd listens: `clamd://host:port`, or `clamd:///path/of/its/socket`. */
const placeOf = (address: string): Place => {
  const { hostname, port, pathname } = new URL(address);
  if (hostname === '') return { path: decodeURIComponent(pathname) };
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? USUAL_PORT : Number(port) };
};

/** Connects to clamd; whoever asked closes the connection. */
export const connectScanner = (address: string, idleMs = IDLE_MS): Socket => {
  const socket = connect(placeOf(address));
  socket.setTimeout(idleMs, () => socket.destroy(new Error(`Expected clamd to answer within ${idleMs} ms`)));
  return socket;
};

const withLength = (bytes: Uint8Array): Buffer => {
  const frame = Buffer.allocUnsafe(4 + bytes.length);
  frame.writeUInt32BE(bytes.length);
  frame.set(bytes, 4);
  return frame;
};

/** What clamd says up to the end of its answer. */
const replyOf = async (socket: Socket): Promise<string> => {
  let reply = '';
  for await (const part of socket as AsyncIterable<Buffer>) {
    reply += part.toString('utf8');
    if (reply.includes('\0')) break;
    if (reply.length > MAX_REPLY) throw new Error('Expected a short answer of clamd, but it goes on');
  }
  return reply.replace(/\0[^]*$/, '').trim();
};

const send = async (socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> => {
  socket.write('zINSTREAM\0');
  for await (const bytes of content) {
    if (socket.destroyed) return;
    if (bytes.length > 0 && !socket.write(withLength(bytes))) await once(socket, 'drain');
  }
  socket.write(withLength(new Uint8Array()));
};

const threatIn = (reply: string): string | null => {
  if (/^stream: OK$/.test(reply)) return null;
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (found !== undefined) return found.slice(0, 200);
  throw new Error(`Expected clamd to say what it found, but it said "${reply.slice(0, 200)}"`);
};

/** Has files checked by clamd, by its command INSTREAM. Throws where it is away, silent or gives up: that is no verdict. */
export const createFileScanner =
  (address: string, idleMs = IDLE_MS): ScanFile =>
  async (content) => {
    const socket = connectScanner(address, idleMs);
    try {
      await once(socket, 'connect');
      const reply = replyOf(socket);
      // Who fails first says why. It may answer before the end: that the file is longer than it takes.
      await Promise.race([reply, send(socket, content).then(() => reply)]);
      return threatIn(await reply);
    } finally {
      socket.destroy();
    }
  };
