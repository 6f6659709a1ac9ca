import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { CaseworkError } from '@irisflow/foundation';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf } from './delimiter-of.ts';

export interface CsvRecord {
  /** The line of the file at which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What one file may hold. */
export interface CsvLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cell: number;
}

/** Of a file of cases. */
export const csvLimits = { bytes: 20_000_000, rows: 10_000, columns: 200, cell: 10_000 } as const;
/** Rows that say nothing cost time to be passed over: so many times those that count are no file of records. */
const MOST_BLANK = 10;
/** So much is read before it is said what separates the cells. */
const SAMPLE = 64 * 1024;

export interface CsvFacts {
  readonly header: readonly string[];
  readonly sha256: string;
  readonly bytes: number;
}

export interface CsvFile extends CsvFacts {
  readonly records: readonly CsvRecord[];
}

const notUtf8 = (cause?: unknown): never => {
  throw new CaseworkError('IMPORT_NOT_CSV', 'Expected a CSV file in UTF-8, but found bytes that are no UTF-8 text', {
    cause,
  });
};

const tooLarge = ({ bytes, rows, columns }: CsvLimits, found: string): never => {
  throw new CaseworkError(
    'IMPORT_TOO_LARGE',
    `Expected at most ${bytes} bytes, ${rows} rows and ${columns} columns, but found ${found}`,
  );
};

/** Text of a stream of bytes, checked on its way; hashes what goes through. */
const decoded = (content: AsyncIterable<Uint8Array>, limits: CsvLimits) => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const text = (part: Uint8Array | undefined): string => {
    try {
      const read = part === undefined ? decoder.decode() : decoder.decode(part, { stream: true });
      return read.includes('\0') ? notUtf8() : read;
    } catch (thrown) {
      return notUtf8(thrown);
    }
  };
  const texts = async function* texts() {
    for await (const part of content) {
      bytes += part.length;
      if (bytes > limits.bytes) tooLarge(limits, 'more bytes');
      hash.update(part);
      yield text(part);
    }
    yield text(undefined);
  };
  return { texts: texts(), facts: () => ({ sha256: hash.digest('hex'), bytes }) };
};

const isBlank = ({ cells }: CsvRecord): boolean => cells.every((cell) => cell.trim() === '');
/** Explanations that our own templates carry right below the header; further down the same is a case like any other. */
const isRemark = ({ cells }: CsvRecord): boolean => cells[0]?.startsWith('# ') === true;

/** Whoever takes a row is waited for: a file of a hundred thousand is never whole in memory. */
type TakeRow = (record: CsvRecord) => Promise<void> | void;

/** Header and rows without what says nothing, within the limits. */
const collector = (limits: CsvLimits, take: TakeRow) => {
  let header: readonly string[] | undefined;
  let rows = 0;
  let count = 0;
  const add = async (record: CsvRecord): Promise<void> => {
    count += 1;
    if (count > MOST_BLANK * limits.rows) tooLarge(limits, `more than ${MOST_BLANK * limits.rows} lines`);
    if (record.cells.length > limits.columns) tooLarge(limits, `${record.cells.length} columns at line ${record.line}`);
    if (isBlank(record) || (rows === 0 && isRemark(record))) return;
    if (header === undefined) {
      header = record.cells.map((cell) => cell.trim());
      return;
    }
    rows += 1;
    if (rows > limits.rows) tooLarge(limits, 'more rows');
    await take(record);
  };
  const all = (): readonly string[] => {
    if (header !== undefined && rows > 0) return header;
    throw new CaseworkError('IMPORT_EMPTY', 'Expected a header and at least one row below it, but found none');
  };
  return { add, all };
};

/** Text as it arrives, from the header on, and what separates its cells. */
const beginning = async (texts: AsyncGenerator<string>) => {
  let sample = '';
  for (let part = await texts.next(); part.done !== true; part = await texts.next()) {
    sample += part.value;
    if (sample.length >= SAMPLE) break;
  }
  const { delimiter, rest, line } = delimiterOf(sample);
  const all = async function* all() {
    yield rest;
    yield* texts;
  };
  return { delimiter, line, all };
};

const broken = (line: number, found: string, cause?: unknown): never => {
  throw new CaseworkError('IMPORT_CSV_BROKEN', `Expected a CSV by RFC 4180, but found ${found} at line ${line}`, {
    errors: [{ pointer: '/file', keyword: 'csv', params: { line } }],
    cause,
  });
};

const endless = 'a row without an end';
const faults: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'text after a quote that ends a cell',
  CSV_QUOTE_NOT_CLOSED: 'a quote that nothing closes',
  INVALID_OPENING_QUOTE: 'a quote within a cell that has none around it',
  CSV_MAX_RECORD_SIZE: endless,
};

/** The parser does not count delimiters: a line of nothing else would be as many cells before it ends. */
const inLines = async function* inLines(texts: AsyncIterable<string>, mostInRecord: number, onEndless: () => never) {
  let length = 0;
  for await (const text of texts) {
    const ends = text.search(/[\r\n]/);
    if (length + (ends === -1 ? text.length : ends) > mostInRecord) onEndless();
    const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    length = last === -1 ? length + text.length : text.length - last - 1;
    yield text;
  }
};

export interface CsvReading {
  readonly limits: CsvLimits;
  readonly onRow: TakeRow;
}

/** Reads a CSV file while it arrives, row by row; refuses what is none, what is broken and what is too large before it is whole. */
export const streamCsv = async (
  content: AsyncIterable<Uint8Array>,
  { limits, onRow }: CsvReading,
): Promise<CsvFacts> => {
  const source = decoded(content, limits);
  const found = collector(limits, onRow);
  const { delimiter, line: first, all } = await beginning(source.texts);
  const mostInRecord = limits.cell * limits.columns;
  let line = first;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: mostInRecord,
    // Where a record begins goes along as its first cell.
    on_record: (cells, { lines }) => {
      const begun = line;
      line = first + lines;
      return [String(begun), ...cells];
    },
  });
  try {
    await pipeline(
      () => inLines(all(), mostInRecord, () => broken(line, endless)),
      parser,
      async (records: AsyncIterable<string[]>) => {
        for await (const [begun, ...cells] of records) {
          const record = { line: Number(begun), cells };
          if (cells.some((cell) => cell.length > limits.cell))
            broken(record.line, `a cell of more than ${limits.cell} characters`);
          await found.add(record);
        }
      },
    );
  } catch (thrown) {
    if (thrown instanceof CsvError) broken(line, faults[thrown.code] ?? thrown.code, thrown);
    throw thrown;
  }
  return { header: found.all(), ...source.facts() };
};

/** A whole file of cases. */
export const readCsv = async (content: AsyncIterable<Uint8Array>): Promise<CsvFile> => {
  const records: CsvRecord[] = [];
  const facts = await streamCsv(content, { limits: csvLimits, onRow: (record) => void records.push(record) });
  return { ...facts, records };
};
