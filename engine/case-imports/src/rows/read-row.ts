import { ownNumberIn } from '@irisflow/casework';
import { formats, formText, readAt, writeAt, type CompiledForm, type FormatName, type FormData } from '@irisflow/forms';
import { isVisible, locales, type Locale } from '@irisflow/foundation';
import { nationalNumber } from '@irisflow/identifiers';
import { caseColumns, type CaseColumnKey, type ImportColumn } from '../columns/import-column.ts';
import type { Finding } from './finding.ts';
import { inOneLine, plainCell, readCell, type ChoiceTexts, type DecimalMark, type Read } from './read-cell.ts';

/** How the columns of a file are read: for each of its headers the column that it is, or nothing. */
export interface Reading {
  readonly form: CompiledForm;
  readonly columns: readonly (ImportColumn | null)[];
  readonly marks: Readonly<Record<string, DecimalMark>>;
  /** Of cases whose row names none. */
  readonly language: Locale;
}

/** A case as a row of the file tells it; what could not be read is missing from it and among the findings. */
export interface ReadCase {
  readonly reference: string | null;
  readonly receivedOn: string | null;
  readonly closedOn: string | null;
  readonly name: string | null;
  readonly nationalNumber: string | null;
  readonly email: string | null;
  readonly language: Locale;
  readonly data: FormData;
  readonly findings: readonly Finding[];
}

type Facts = Partial<Record<CaseColumnKey, string>>;

const choiceTexts = ({ form }: CompiledForm): ChoiceTexts => {
  const known = new Map<string, readonly string[]>();
  return (title) => {
    const texts = known.get(title) ?? locales.map((locale) => formText(form, locale, title));
    known.set(title, texts);
    return texts;
  };
};

/** Rows of a table that nothing was said of fall out; those that are left move up. */
const compact = (data: FormData, { controls }: CompiledForm): FormData =>
  controls
    .filter(({ rows }) => rows.length > 0)
    .reduce<FormData>((all, { path }) => {
      const rows = readAt(all, path);
      if (typeof rows !== 'object' || rows === null) return all;
      return writeAt(
        all,
        path,
        Object.keys(rows)
          .toSorted((one, other) => Number(one) - Number(other))
          .map((row) => (rows as Record<string, unknown>)[row]),
      );
    }, data);

const missing = (column: ImportColumn): Finding => ({ code: 'missing', key: column.key, params: {} });

const wrongFormat = (key: CaseColumnKey, format: FormatName): Finding => ({ code: 'format', key, params: { format } });

/** What the case columns have to hold, whatever the procedure. */
const factRules: { readonly [K in CaseColumnKey]?: (value: string, today: string) => Finding | null } = {
  'received-on': (day, today) => dayRule('received-on', day, today),
  'closed-on': (day, today) => dayRule('closed-on', day, today),
  reference: (text) => lengthRule('reference', text, 100),
  'applicant-name': (text) => lengthRule('applicant-name', text, 200),
  'applicant-email': (text) => (formats.email(text) ? null : wrongFormat('applicant-email', 'email')),
  'applicant-national-number': (text) =>
    nationalNumber.check(text).ok ? null : wrongFormat('applicant-national-number', 'be-national-number'),
};

const dayRule = (key: CaseColumnKey, day: string, today: string): Finding | null => {
  if (day > today) return { code: 'toCome', key, params: { limit: today } };
  return day < '1900-01-01' ? { code: 'date', key, params: {} } : null;
};

const lengthRule = (key: CaseColumnKey, text: string, limit: number): Finding | null =>
  text.length > limit ? { code: 'rule', key, params: { keyword: 'maxLength', limit } } : null;

const checkFacts = (facts: Facts, today: string): readonly Finding[] =>
  caseColumns.flatMap((key) => {
    const value = facts[key];
    return (value === undefined ? null : factRules[key]?.(value, today)) ?? [];
  });

const closedBefore = (facts: Facts): readonly Finding[] =>
  (facts['closed-on'] ?? '9999') < (facts['received-on'] ?? '')
    ? [{ code: 'closedBefore', key: 'closed-on', params: {} }]
    : [];

/** Shifted cells would be read as answers to other questions. */
const shiftOf = (cells: readonly string[], expected: number): readonly Finding[] => {
  const isShifted = cells.slice(expected).some((cell) => cell.trim() !== '') || (cells.length === 1 && expected > 1);
  return isShifted ? [{ code: 'cells', key: null, params: { found: cells.length, expected } }] : [];
};

interface Cells {
  readonly facts: Facts;
  readonly data: FormData;
  readonly findings: readonly Finding[];
}

const isNeeded = ({ path, isRequired }: ImportColumn): boolean => path === null && isRequired;

/** What stands in one cell goes to what is known of the case, or to the answers. */
const withCell = (so: Cells, column: ImportColumn, read: Read): Cells => {
  if (!read.ok)
    return { ...so, findings: [...so.findings, { code: read.code, key: column.key, params: read.params ?? {} }] };
  if (column.path !== null) return { ...so, data: writeAt(so.data, column.path, read.value) };
  const fact = inOneLine(String(read.value));
  if (!isVisible(fact)) return isNeeded(column) ? { ...so, findings: [...so.findings, missing(column)] } : so;
  return { ...so, facts: { ...so.facts, [column.key]: fact } };
};

const readCells = (cells: readonly string[], { columns, form, marks }: Reading): Cells => {
  const textsOf = choiceTexts(form);
  return columns.reduce<Cells>(
    (so, column, index) => {
      if (column === null) return so;
      const text = plainCell(cells[index] ?? '');
      if (text === '') return isNeeded(column) ? { ...so, findings: [...so.findings, missing(column)] } : so;
      return withCell(so, column, readCell(text, { schema: column.schema, mark: marks[column.key], textsOf }));
    },
    { facts: {}, data: {}, findings: shiftOf(cells, columns.length) },
  );
};

const languageOf = ({ language }: Facts, otherwise: Locale): Locale =>
  locales.find((locale) => locale === language) ?? otherwise;

/** The number of the applicant: their column, else their answer to the question that the portal fills with it. */
const numberOf = (facts: Facts, data: FormData, form: CompiledForm): string | null => {
  const written = facts['applicant-national-number'];
  if (written === undefined) return ownNumberIn(form, data);
  const checked = nationalNumber.check(written);
  return checked.ok ? checked.value : null;
};

const orNull = (facts: Facts, key: CaseColumnKey): string | null => facts[key] ?? null;

/** Reads the cells of one row. */
export const readRow = (cells: readonly string[], reading: Reading, today: string): ReadCase => {
  const { facts, data, findings } = readCells(cells, reading);
  return {
    reference: orNull(facts, 'reference'),
    receivedOn: orNull(facts, 'received-on'),
    closedOn: orNull(facts, 'closed-on'),
    name: orNull(facts, 'applicant-name'),
    nationalNumber: numberOf(facts, data, reading.form),
    email: orNull(facts, 'applicant-email'),
    language: languageOf(facts, reading.language),
    data: compact(data, reading.form),
    findings: [...findings, ...checkFacts(facts, today), ...closedBefore(facts)],
  };
};
