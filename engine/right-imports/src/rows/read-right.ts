import { inOneLine, plainCell, readCell } from '@irisflow/case-imports';
import type { FieldSchema } from '@irisflow/forms';
import { isVisible, type Locale, locales } from '@irisflow/foundation';
import { enterpriseNumber, nationalNumber } from '@irisflow/identifiers';
import { type HeadColumnKey, headColumns, type RightColumn } from '../columns/right-column.ts';
import { readAmount } from './cents.ts';
import { type Finding, finding, findingCodes } from './finding.ts';

/** A right as a row of the file tells it; what could not be read is missing from it and among the findings. */
export interface ReadRight {
  readonly number: string | null;
  readonly name: string | null;
  readonly nationalNumber: string | null;
  readonly enterpriseNumber: string | null;
  readonly language: Locale | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly state: string | null;
  readonly stateSince: string | null;
  /** What the file says; an empty cell says nothing. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
}

type Cell = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly finding: Finding };

const LONGEST = 100;
const LONGEST_NAME = 200;

const listOf = (text: string): string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const fieldOf = (column: RightColumn, text: string, schema: FieldSchema): Cell => {
  const wordsOf = (value: string): readonly string[] =>
    locales.flatMap((locale) => column.words[value]?.[locale] ?? []);
  const read = readCell(text, { schema, mark: undefined, textsOf: wordsOf });
  if (read.ok) return read;
  const code = findingCodes.find((one) => one === read.code) ?? 'format';
  return { ok: false, finding: finding(code, column.key) };
};

const cellOf = (column: RightColumn, text: string): Cell => {
  if (column.reading === 'list') return { ok: true, value: listOf(text) };
  if (column.reading !== 'money') return fieldOf(column, text, column.reading);
  const amount = readAmount(text);
  return amount.ok ? amount : { ok: false, finding: finding(amount.code, column.key) };
};

/** Shifted cells would be read as answers to other questions. */
const shiftOf = (cells: readonly string[], expected: number): readonly Finding[] => {
  const isShifted = cells.slice(expected).some((cell) => cell.trim() !== '') || (cells.length === 1 && expected > 1);
  return isShifted ? [finding('cells', null, { found: cells.length, expected })] : [];
};

const isHead = (key: string): key is HeadColumnKey => headColumns.some((one) => one === key);

interface Cells {
  readonly head: Partial<Record<HeadColumnKey, string>>;
  readonly data: Record<string, unknown>;
  readonly findings: readonly Finding[];
}

const withFinding = (so: Cells, ...more: readonly Finding[]): Cells => ({ ...so, findings: [...so.findings, ...more] });

const withCell = (so: Cells, column: RightColumn, text: string): Cells => {
  const { key, field, isRequired } = column;
  const missing = isRequired ? [finding('missing', key)] : [];
  if (text === '') return withFinding(so, ...missing);
  const cell = cellOf(column, text);
  if (!cell.ok) return withFinding(so, cell.finding);
  if (field !== null) return { ...so, data: { ...so.data, [field]: cell.value } };
  const said = inOneLine(String(cell.value));
  if (!isHead(key) || !isVisible(said)) return withFinding(so, ...missing);
  return { ...so, head: { ...so.head, [key]: said } };
};

const tooLong = (key: HeadColumnKey, text: string | undefined, limit: number): readonly Finding[] =>
  text !== undefined && text.length > limit ? [finding('rule', key)] : [];

const wrongNumber = (
  key: HeadColumnKey,
  text: string | undefined,
  { check }: { readonly check: (text: string) => { readonly ok: boolean } },
): readonly Finding[] => (text === undefined || check(text).ok ? [] : [finding('format', key)]);

/** What the columns beside the data have to hold, whatever the kind. */
const checkHead = ({ head }: Cells): readonly Finding[] => [
  ...tooLong('number', head.number, LONGEST),
  ...tooLong('holder-name', head['holder-name'], LONGEST_NAME),
  ...wrongNumber('holder-national-number', head['holder-national-number'], nationalNumber),
  ...wrongNumber('holder-enterprise-number', head['holder-enterprise-number'], enterpriseNumber),
];

const valueOf = (
  text: string | undefined,
  {
    check,
  }: { readonly check: (text: string) => { readonly ok: true; readonly value: string } | { readonly ok: false } },
): string | null => {
  if (text === undefined) return null;
  const checked = check(text);
  return checked.ok ? checked.value : null;
};

const missingColumns = (columns: readonly RightColumn[], has: ReadonlySet<string>): readonly Finding[] =>
  columns.filter(({ key, isRequired }) => isRequired && !has.has(key)).map(({ key }) => finding('missing', key));

/** Reads the cells of one row, by what each column of the file is. */
export const readRight = (
  cells: readonly string[],
  { columns, keys }: { readonly columns: readonly RightColumn[]; readonly keys: readonly (string | null)[] },
): ReadRight => {
  const start: Cells = { head: {}, data: {}, findings: shiftOf(cells, keys.length) };
  const read = keys.reduce<Cells>((so, key, index) => {
    const column = columns.find((one) => one.key === key);
    return column === undefined ? so : withCell(so, column, plainCell(cells[index] ?? ''));
  }, start);
  const { head, data, findings } = read;
  const has = new Set(keys.filter((key) => key !== null));
  return {
    number: head.number ?? null,
    name: head['holder-name'] ?? null,
    nationalNumber: valueOf(head['holder-national-number'], nationalNumber),
    enterpriseNumber: valueOf(head['holder-enterprise-number'], enterpriseNumber),
    language: locales.find((locale) => locale === head.language) ?? null,
    validFrom: head['valid-from'] ?? null,
    validTo: head['valid-to'] ?? null,
    state: head.state ?? null,
    stateSince: head['state-since'] ?? null,
    data,
    findings: [...findings, ...missingColumns(columns, has), ...checkHead(read)],
  };
};
