import { formats, formText, writeAt, type CompiledForm, type FormatName, type FormData } from '@irisflow/forms';
import { locales, type Locale } from '@irisflow/foundation';
import { nationalNumber } from '@irisflow/identifiers';
import { caseColumns, type CaseColumnKey, type ImportColumn } from '../columns/import-column.ts';
import type { Finding } from './finding.ts';
import { plainCell, readCell, type ChoiceTexts, type DecimalMark } from './read-cell.ts';

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
      const rows: unknown = path.reduce<unknown>(
        (value, part) => (value as Record<string, unknown> | undefined)?.[part],
        all,
      );
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

/** Reads the cells of one row. */
export const readRow = (cells: readonly string[], reading: Reading, today: string): ReadCase => {
  const { columns, form, marks } = reading;
  const textsOf = choiceTexts(form);
  const findings: Finding[] = [];
  const facts: Facts = {};
  let data: FormData = {};
  // Shifted cells would be read as answers to other questions.
  const isShifted =
    cells.slice(columns.length).some((cell) => cell.trim() !== '') || (cells.length === 1 && columns.length > 1);
  if (isShifted) findings.push({ code: 'cells', key: null, params: { found: cells.length, expected: columns.length } });
  for (const [index, column] of columns.entries()) {
    if (column === null) continue;
    const text = plainCell(cells[index] ?? '');
    if (text === '') {
      if (column.path === null && column.isRequired) findings.push(missing(column));
      continue;
    }
    const answer = readCell(text, { schema: column.schema, mark: marks[column.key], textsOf });
    if (!answer.ok) findings.push({ code: answer.code, key: column.key, params: answer.params ?? {} });
    else if (column.path === null) facts[column.key as CaseColumnKey] = String(answer.value);
    else data = writeAt(data, column.path, answer.value);
  }
  const number = nationalNumber.check(facts['applicant-national-number'] ?? '');
  return {
    reference: facts.reference ?? null,
    receivedOn: facts['received-on'] ?? null,
    closedOn: facts['closed-on'] ?? null,
    name: facts['applicant-name'] ?? null,
    nationalNumber: number.ok ? number.value : null,
    email: facts['applicant-email'] ?? null,
    language: locales.find((locale) => locale === facts.language) ?? reading.language,
    data: compact(data, form),
    findings: [...findings, ...checkFacts(facts, today), ...closedBefore(facts)],
  };
};
