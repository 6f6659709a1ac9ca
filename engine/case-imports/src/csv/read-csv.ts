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
export const csvLimits = { bytes: 20_000_000, rows: 10_000, columns: 200, cell: 10_000 } as const;
/** Rows that say nothing cost time to be passed over: so many are no file of cases. */
const MOST_RECORDS = 10 * csvLimits.rows;
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
const decoded = (content: AsyncIterable<Uint8Array>) => {
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
      if (bytes > csvLimits.bytes) tooLarge('more bytes');
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

/** Header and rows without what says nothing, within the limits. */
const collector = () => {
  let header: readonly string[] | undefined;
  const records: CsvRecord[] = [];
  let count = 0;
  const add = (record: CsvRecord): void => {
    count += 1;
    if (count > MOST_RECORDS) tooLarge(`more than ${MOST_RECORDS} lines`);
    if (record.cells.length > csvLimits.columns) tooLarge(`${record.cells.length} columns at line ${record.line}`);
    if (isBlank(record) || (records.length === 0 && isRemark(record))) return;
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

const mostInRecord = csvLimits.cell * csvLimits.columns;

/** The parser does not count delimiters: a line of nothing else would be as many cells before it ends. */
const inLines = async function* inLines(texts: AsyncIterable<string>, onEndless: () => never) {
  let length = 0;
  for await (const text of texts) {
    const ends = text.search(/[\r\n]/);
    if (length + (ends === -1 ? text.length : ends) > mostInRecord) onEndless();
    const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    length = last === -1 ? length + text.length : text.length - last - 1;
    yield text;
  }
};

/** Reads a CSV file while it arrives; refuses what is none, what is broken and what is too large before it is whole. */
export const readCsv = async (content: AsyncIterable<Uint8Array>): Promise<CsvFile> => {
  const source = decoded(content);
  const found = collector();
  const { delimiter, line: first, all } = await beginning(source.texts);
  const { cell: mostInCell } = csvLimits;
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
      () => inLines(all(), () => broken(line, endless)),
      parser,
      async (records: AsyncIterable<string[]>) => {
        for await (const [begun, ...cells] of records) {
          const record = { line: Number(begun), cells };
          if (cells.some((cell) => cell.length > mostInCell))
            broken(record.line, `a cell of more than ${mostInCell} characters`);
          found.add(record);
        }
      },
    );
  } catch (thrown) {
    if (thrown instanceof CsvError) broken(line, faults[thrown.code] ?? thrown.code, thrown);
    throw thrown;
  }
  return { ...found.all(), ...source.facts() };
};
