import { CaseworkError } from '@irisflow/foundation';
import type { Delimiter } from './delimiter-of.ts';

export interface CsvRecord {
  /** The line of the file at which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface Limits {
  readonly cell: number;
}

const broken = (line: number, found: string): never => {
  throw new CaseworkError('IMPORT_CSV_BROKEN', `Expected a CSV by RFC 4180, but found ${found} at line ${line}`, {
    errors: [{ pointer: '/file', keyword: 'csv', params: { line } }],
  });
};

/**
 * Cuts text that arrives in parts into the records of RFC 4180: cells in quotes may hold line breaks, delimiters and doubled
 * quotes. A quote inside a bare cell is a character like any other.
 */
export const createRecordReader = (
  delimiter: Delimiter,
  limits: Limits,
  emit: (record: CsvRecord) => void,
  firstLine = 1,
) => {
  let state: 'start' | 'bare' | 'quoted' | 'closed' = 'start';
  let cells: string[] = [];
  let cell = '';
  let line = firstLine;
  let begun = firstLine;
  let quotedAt = firstLine;
  let wasReturn = false;

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    state = 'start';
  };
  const endRecord = (): void => {
    endCell();
    emit({ line: begun, cells });
    cells = [];
  };
  const add = (character: string): void => {
    cell += character;
    if (cell.length > limits.cell) broken(begun, `a cell of more than ${limits.cell} characters`);
  };
  const breakLine = (character: string): void => {
    // A return and a line feed are one line break.
    if (character === '\n' && wasReturn) return;
    line += 1;
    if (state === 'quoted') return;
    endRecord();
    begun = line;
  };
  const inQuotes = (character: string): void => {
    if (character === '"') state = 'closed';
    else add(character);
  };
  const outside = (character: string): void => {
    if (character === delimiter) endCell();
    else if (character === '"' && state === 'start') {
      state = 'quoted';
      quotedAt = line;
    } else if (character === '"' && state === 'closed') {
      state = 'quoted';
      add('"');
    } else if (state === 'closed') broken(line, `“${character}” after a quote that ends a cell`);
    else {
      state = 'bare';
      add(character);
    }
  };
  return {
    take: (text: string): void => {
      for (const character of text) {
        const isBreak = character === '\n' || character === '\r';
        if (state === 'quoted') {
          if (isBreak) breakLine(character);
          inQuotes(character);
        } else if (isBreak) breakLine(character);
        else outside(character);
        wasReturn = character === '\r';
      }
    },
    end: (): void => {
      if (state === 'quoted') broken(quotedAt, 'a quote that nothing closes');
      if (cell !== '' || cells.length > 0 || state === 'closed') endRecord();
    },
  };
};
