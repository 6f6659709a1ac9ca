import { createHash } from 'node:crypto';
import { CaseworkError } from '@irisflow/foundation';
import { delimiterOf } from './delimiter-of.ts';
import { createRecordReader, type CsvRecord } from './record-reader.ts';

/** What one file may hold. */
export const csvLimits = { bytes: 20_000_000, rows: 10_000, columns: 200, cell: 10_000 } as const;
/** So much is read before it is said what separates the cells. */
const SAMPLE = 64 * 1024;

export interface CsvFile {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly sha256: string;
  readonly bytes: number;
}

const notUtf8 = (cause?: unknown): never => {
  throw new CaseworkError('IMPORT_NOT_CSV', 'Expected a CSV file in UTF-8, but found bytes that are no UTF-8 text', {
    cause,
  });
};

const tooLarge = (found: string): never => {
  const { bytes, rows, columns } = csvLimits;
  throw new CaseworkError(
    'IMPORT_TOO_LARGE',
    `Expected at most ${bytes} bytes, ${rows} rows and ${columns} columns, but found ${found}`,
  );
};

/** Text of a stream of bytes, checked on its way; hashes what goes through. */
const decode = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const text = (part: Uint8Array | undefined): string => {
    try {
      const decoded = part === undefined ? decoder.decode() : decoder.decode(part, { stream: true });
      return decoded.includes('\0') ? notUtf8() : decoded;
    } catch (thrown) {
      return notUtf8(thrown);
    }
  };
  return {
    take: (part: Uint8Array): string => {
      bytes += part.length;
      if (bytes > csvLimits.bytes) tooLarge('more bytes');
      hash.update(part);
      return text(part);
    },
    end: (): string => text(undefined),
    facts: () => ({ sha256: hash.digest('hex'), bytes }),
  };
};

const isBlank = ({ cells }: CsvRecord): boolean => cells.every((cell) => cell.trim() === '');
/** Explanations that our own templates carry right below the header; further down the same is a case like any other. */
const isRemark = ({ cells }: CsvRecord): boolean => cells[0]?.startsWith('# ') === true;

/** Header and rows without what says nothing, within the limits. */
const collector = () => {
  let header: readonly string[] | undefined;
  const records: CsvRecord[] = [];
  const add = (record: CsvRecord): void => {
    if (isBlank(record) || (records.length === 0 && isRemark(record))) return;
    if (record.cells.length > csvLimits.columns) tooLarge(`${record.cells.length} columns at line ${record.line}`);
    if (header === undefined) header = record.cells.map((cell) => cell.trim());
    else records.push(record);
    if (records.length > csvLimits.rows) tooLarge('more rows');
  };
  const all = (): Pick<CsvFile, 'header' | 'records'> => {
    if (header !== undefined && records.length > 0) return { header, records };
    throw new CaseworkError('IMPORT_EMPTY', 'Expected a header and at least one row below it, but found none');
  };
  return { add, all };
};

/** Reads a CSV file while it arrives; refuses what is none, what is broken and what is too large before it is whole. */
export const readCsv = async (content: AsyncIterable<Uint8Array>): Promise<CsvFile> => {
  const source = decode();
  const found = collector();
  let sample: string | null = '';
  let reader = createRecordReader({ delimiter: ',', maxCell: csvLimits.cell, firstLine: 1, emit: found.add });
  const begin = (text: string): void => {
    const { delimiter, rest, line } = delimiterOf(text);
    reader = createRecordReader({ delimiter, maxCell: csvLimits.cell, firstLine: line, emit: found.add });
    sample = null;
    reader.take(rest);
  };
  for await (const part of content) {
    const text = source.take(part);
    if (sample === null) reader.take(text);
    else {
      sample += text;
      if (sample.length >= SAMPLE) begin(sample);
    }
  }
  const last = source.end();
  if (sample === null) reader.take(last);
  else begin(sample + last);
  reader.end();
  return { ...found.all(), ...source.facts() };
};
