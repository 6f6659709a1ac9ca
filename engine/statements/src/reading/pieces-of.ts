import { setImmediate } from 'node:timers/promises';
import { BankFileFault, readCamt053, readCoda, type StatementPiece } from '@irisflow/bank-files';
import { CaseworkError } from '@irisflow/foundation';
import type { StatementForm } from '../views/statement.ts';
import type { StatementFile } from './read-file.ts';

/** Marks of an encoding, every second byte of a wide one, and white space. */
const passedOver = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00, 0x09, 0x0a, 0x0d, 0x20]);

/** XML begins with a bracket, and records of CODA with a digit. */
export const formOf = ({ bytes }: StatementFile): StatementForm => {
  for (const part of bytes) {
    const first = part.find((byte) => !passedOver.has(byte));
    if (first !== undefined) return first === 0x3c ? 'camt053' : 'coda';
  }
  return 'coda';
};

const refusalOf = (thrown: unknown): unknown => {
  if (!(thrown instanceof BankFileFault)) return thrown;
  const { code, params, line } = thrown;
  return new CaseworkError('STATEMENT_UNREADABLE', thrown.message, {
    errors: [{ pointer: '/file', keyword: code, params: { ...params, line } }],
    cause: thrown,
  });
};

/** What is read, and what is told, before others have their turn: some ten milliseconds. */
const MOST_BYTES = 65_536;
const MOST_PIECES = 500;

/** The file in parts; between two of them whoever else waits for this process is served. */
const inTurns = async function* ({ bytes }: StatementFile): AsyncGenerator<Uint8Array> {
  for (const part of bytes)
    for (let from = 0; from < part.length; from += MOST_BYTES) {
      yield part.subarray(from, from + MOST_BYTES);
      await setImmediate();
    }
};

const tell = async function* (pieces: AsyncIterable<StatementPiece>): AsyncGenerator<StatementPiece> {
  let told = 0;
  for await (const piece of pieces) {
    yield piece;
    told += 1;
    if (told % MOST_PIECES === 0) await setImmediate();
  }
};

/** What the file says, piece by piece; what cannot be believed of it is refused in words of ours. */
export const piecesOf = async function* (file: StatementFile): AsyncGenerator<StatementPiece> {
  try {
    const read = formOf(file) === 'coda' ? readCoda : readCamt053;
    yield* tell(read(inTurns(file)));
  } catch (thrown) {
    throw refusalOf(thrown);
  }
};
