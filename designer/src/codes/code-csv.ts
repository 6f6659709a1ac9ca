import { locales } from '@irisflow/ui';
import { readCells, writeCells } from '../app/csv.ts';
import { parseDay } from '../app/parse-day.ts';
import type { CodeOfFile } from './code-list-file.ts';

const columns = ['code', ...locales, 'parent', 'validFrom', 'validTo'] as const;
type Column = (typeof columns)[number];

/** What keeps a file from being a code list; `line` counts from 1, the line of the columns among them. */
export interface CodeCsvError {
  readonly line: number;
  readonly problem: 'columns' | 'noCode' | 'oddCode' | 'twice' | 'noLabel' | 'oddDay' | 'days' | 'parent' | 'tooMany';
  /** What stands there. */
  readonly found: string;
}

export type CodeCsv =
  | { readonly ok: true; readonly codes: CodeOfFile[] }
  | { readonly ok: false; readonly errors: readonly CodeCsvError[] };

const MAX_CODES = 2000;
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;

/** The codes of a list as spreadsheets read them. */
export const writeCodes = (codes: readonly CodeOfFile[]): string =>
  writeCells([
    columns,
    ...codes.map(({ code, label, parent = '', validFrom = '', validTo = '' }) => [
      code,
      ...locales.map((locale) => label[locale]),
      parent,
      validFrom,
      validTo,
    ]),
  ]);

type Cells = Readonly<Record<Column, string>>;

interface Line {
  readonly line: number;
  readonly cells: Cells;
}

const linesOf = (rows: readonly string[][], places: ReadonlyMap<Column, number>): Line[] =>
  rows
    .map((cells, at) => ({
      line: at + 2,
      cells: Object.fromEntries(
        columns.map((column) => [column, (cells[places.get(column) ?? -1] ?? '').trim()]),
      ) as Cells,
    }))
    .filter(({ cells }) => columns.some((column) => cells[column] !== ''));

const codeProblem = ({ code }: Cells): CodeCsvError['problem'] | null => {
  if (code === '') return 'noCode';
  return CODE.test(code) ? null : 'oddCode';
};

const dayProblems = ({ validFrom, validTo }: Cells): [CodeCsvError['problem'], string][] => {
  const odd = [validFrom, validTo].filter((day) => day !== '' && parseDay(day) === null);
  if (odd.length > 0) return odd.map((day) => ['oddDay', day]);
  const [from, to] = [parseDay(validFrom), parseDay(validTo)];
  return from !== null && to !== null && to < from ? [['days', validTo]] : [];
};

const errorsOf = ({ line, cells }: Line, parents: ReadonlySet<string> | null): CodeCsvError[] => {
  const ofCode = codeProblem(cells);
  const isUnknown = parents !== null && cells.parent !== '' && !parents.has(cells.parent);
  const found: [CodeCsvError['problem'], string][] = [
    ...(ofCode === null ? [] : [[ofCode, cells.code] as [CodeCsvError['problem'], string]]),
    ...(locales.every((locale) => cells[locale] === '') ? [['noLabel', cells.code] as ['noLabel', string]] : []),
    ...dayProblems(cells),
    ...(isUnknown ? [['parent', cells.parent] as ['parent', string]] : []),
  ];
  return found.map(([problem, text]) => ({ line, problem, found: text }));
};

const codeOf = ({ code, parent, validFrom, validTo, ...label }: Cells): CodeOfFile => {
  const [from, to] = [parseDay(validFrom), parseDay(validTo)];
  return {
    code,
    label,
    ...(parent !== '' && { parent }),
    ...(from !== null && { validFrom: from }),
    ...(to !== null && { validTo: to }),
  };
};

const repeated = (lines: readonly Line[]): CodeCsvError[] => {
  const seen = new Set<string>();
  return lines.flatMap(({ line, cells: { code } }) => {
    if (code === '' || !seen.has(code)) {
      seen.add(code);
      return [];
    }
    return [{ line, problem: 'twice' as const, found: code }];
  });
};

/**
 * Reads a file of codes: one line of columns (`code`, `fr`, `nl`, `en`, and where wanted `parent`, `validFrom`, `validTo`, in any
 * order), then one code a line. A file with a mistake is read as none, with all of its mistakes. `parents` are the codes that a
 * code may belong to; null where nothing is known of them.
 */
export const readCodes = (content: string, parents: ReadonlySet<string> | null): CodeCsv => {
  const [head = [], ...rows] = readCells(content);
  const names = head.map((name) => name.trim().toLowerCase());
  const places = new Map(
    columns.map((column) => [column, names.indexOf(column.toLowerCase())] as const).filter(([, at]) => at >= 0),
  );
  const missing = ['code', ...locales].filter((column) => !names.includes(column));
  if (missing.length > 0) return { ok: false, errors: [{ line: 1, problem: 'columns', found: missing.join(', ') }] };
  const lines = linesOf(rows, places);
  if (lines.length > MAX_CODES)
    return { ok: false, errors: [{ line: MAX_CODES + 2, problem: 'tooMany', found: `${lines.length}` }] };
  const errors = [...lines.flatMap((line) => errorsOf(line, parents)), ...repeated(lines)];
  if (errors.length > 0) return { ok: false, errors: errors.toSorted((one, other) => one.line - other.line) };
  return { ok: true, codes: lines.map(({ cells }) => codeOf(cells)) };
};

/** What a new list changes in one: how many codes come, change and go. */
export const compareCodes = (before: readonly CodeOfFile[], after: readonly CodeOfFile[]) => {
  const written = ({ code, label, parent, validFrom, validTo }: CodeOfFile): string =>
    JSON.stringify([code, ...locales.map((locale) => label[locale]), parent, validFrom, validTo]);
  const known = new Map(before.map((code) => [code.code, written(code)]));
  const kept = after.filter(({ code }) => known.has(code));
  return {
    added: after.length - kept.length,
    changed: kept.filter((code) => known.get(code.code) !== written(code)).length,
    removed: before.length - kept.length,
  };
};
