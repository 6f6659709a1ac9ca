import { BankFileFault, quoted } from '../bank-file-fault.ts';
import { joinBytes } from '../join-bytes.ts';
import type { Bytes } from '../statement.ts';
import { decoderOf } from '../text-decoder.ts';

/** Every record of CODA has as many characters. */
export const RECORD_LENGTH = 128;

export interface CodaRecord {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

const LINE_FEED = 0x0a;
/** No record is as long, in whatever encoding. */
const MOST_BYTES = 4 * RECORD_LENGTH;

const bytes = decoderOf('windows-1252');
const letters = decoderOf('utf-8', { fatal: true });

/** What ends lines, blanks beyond the end of a record, and the sign by which DOS ends a file. */
const padding = new Set([0x0d, 0x1a, 0x20]);

/** The bytes of a record: some mailboxes take the blanks at its end away, others add more. */
const recordBytes = (piece: Uint8Array): Uint8Array => {
  let end = piece.length;
  while (end > 0 && padding.has(piece[end - 1] ?? 0)) end -= 1;
  return piece.subarray(0, end);
};

/** Banks write one byte a character; portals that pass files on sometimes write them anew in UTF-8, with a mark at its beginning. */
const decode = (record: Uint8Array): string => {
  try {
    return letters.decode(record);
  } catch {
    return bytes.decode(record);
  }
};

const recordOf = (piece: Uint8Array, line: number): CodaRecord | null => {
  const text = decode(recordBytes(piece));
  if (text === '') return null;
  if (text.length > RECORD_LENGTH)
    throw new BankFileFault(
      'SYNTAX',
      { expected: `a record of ${RECORD_LENGTH} characters`, found: `${text.length} characters` },
      line,
    );
  if (!/^[0-489]/.test(text))
    throw new BankFileFault('SYNTAX', { expected: 'a record of CODA', found: quoted(text) }, line);
  return { line, text: text.padEnd(RECORD_LENGTH) };
};

const refuseEndless = (rest: Uint8Array, line: number): void => {
  if (rest.length <= MOST_BYTES) return;
  throw new BankFileFault(
    'SYNTAX',
    { expected: `a record of ${RECORD_LENGTH} characters`, found: `${rest.length} without an end` },
    line,
  );
};

/** The records of a file of CODA, whatever ends its lines. */
export const readRecords = async function* (file: Bytes): AsyncGenerator<CodaRecord> {
  let rest: Uint8Array = new Uint8Array();
  let line = 0;
  for await (const chunk of file) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      line += 1;
      const record = recordOf(joinBytes(rest, chunk.subarray(from, end)), line);
      rest = new Uint8Array();
      from = end + 1;
      if (record !== null) yield record;
    }
    rest = joinBytes(rest, chunk.subarray(from));
    refuseEndless(rest, line + 1);
  }
  const last = rest.length === 0 ? null : recordOf(rest, line + 1);
  if (last !== null) yield last;
};
