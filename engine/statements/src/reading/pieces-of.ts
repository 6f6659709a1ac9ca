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

/** What the file says, piece by piece; what cannot be believed of it is refused in words of ours. */
export const piecesOf = async function* (file: StatementFile): AsyncGenerator<StatementPiece> {
  try {
    yield* formOf(file) === 'coda' ? readCoda(file.bytes) : readCamt053(file.bytes);
  } catch (thrown) {
    throw refusalOf(thrown);
  }
};
