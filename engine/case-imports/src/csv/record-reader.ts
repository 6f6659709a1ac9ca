import { CaseworkError } from '@irisflow/foundation';
import type { Delimiter } from './delimiter-of.ts';

export interface CsvRecord {
  /** The line of the file at which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const broken = (line: number, found: string): never => {
  throw new CaseworkError('IMPORT_CSV_BROKEN', `Expected a CSV by RFC 4180, but found ${found} at line ${line}`, {
    errors: [{ pointer: '/file', keyword: 'csv', params: { line } }],
  });
};

interface Options {
  readonly delimiter: Delimiter;
  /** Most characters of a cell. */
  readonly maxCell: number;
  readonly firstLine: number;
  readonly emit: (record: CsvRecord) => void;
}

/** The record that is being read: its cells so far, and at which line of the file that is. */
const createRecord = ({ maxCell, firstLine, emit }: Options) => {
  let cells: string[] = [];
  let cell = '';
  let line = firstLine;
  let begun = firstLine;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  return {
    add: (character: string): void => {
      cell += character;
      if (cell.length > maxCell) broken(begun, `a cell of more than ${maxCell} characters`);
    },
    endCell,
    end: (): void => {
      endCell();
      emit({ line: begun, cells });
      cells = [];
      begun = line;
    },
    breakLine: (): void => {
      line += 1;
    },
    line: () => line,
    isBegun: () => cell !== '' || cells.length > 0,
  };
};

type State = 'start' | 'bare' | 'quoted' | 'closed';

/**
 * Cuts text that arrives in parts into the records of RFC 4180: cells in quotes may hold line breaks, delimiters and doubled
 * quotes. A quote inside a bare cell is a character like any other.
 */
export const createRecordReader = (options: Options) => {
  const { delimiter } = options;
  const record = createRecord(options);
  let state: State = 'start';
  let quotedAt = options.firstLine;
  let wasReturn = false;

  const keep = (character: string, next: State): State => {
    record.add(character);
    return next;
  };
  const open = (): State => {
    quotedAt = record.line();
    return 'quoted';
  };
  const after = (character: string): State => {
    if (state === 'quoted') return character === '"' ? 'closed' : keep(character, 'quoted');
    if (character === delimiter) {
      record.endCell();
      return 'start';
    }
    if (character === '"' && state === 'start') return open();
    if (character === '"' && state === 'closed') return keep(character, 'quoted');
    return state === 'closed'
      ? broken(record.line(), `“${character}” after a quote that ends a cell`)
      : keep(character, 'bare');
  };
  const afterBreak = (character: string): State => {
    // A return and a line feed are one line break.
    const isSecond = character === '\n' && wasReturn;
    if (!isSecond) record.breakLine();
    if (state === 'quoted') return keep(character, 'quoted');
    if (!isSecond) record.end();
    return 'start';
  };
  return {
    take: (text: string): void => {
      for (const character of text) {
        state = character === '\n' || character === '\r' ? afterBreak(character) : after(character);
        wasReturn = character === '\r';
      }
    },
    end: (): void => {
      if (state === 'quoted') broken(quotedAt, 'a quote that nothing closes');
      if (record.isBegun() || state === 'closed') record.end();
    },
  };
};
