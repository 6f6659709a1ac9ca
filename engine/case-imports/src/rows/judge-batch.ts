import { decisionTermDue, type TermOfProcedure } from './term-due.ts';
import type { JudgedAnswers } from './judge-answers.ts';
import { judgeAnswers } from './judge-answers.ts';
import { isError, type Finding } from './finding.ts';
import { readRow, type ReadCase, type Reading } from './read-row.ts';
import type { ImportColumn } from '../columns/import-column.ts';

/** What the store knows that concerns the rows of a batch. */
export interface Known {
  /** Cases that came of an earlier import, by original reference. */
  readonly imported: ReadonlyMap<string, string>;
  /** Cases of the same procedure, by the blind index of the number of their applicant. */
  readonly ofNumber: ReadonlyMap<string, string>;
  /** Lines of the same file above the batch. */
  readonly lineOfReference: ReadonlyMap<string, number>;
  readonly lineOfNumber: ReadonlyMap<string, number>;
}

export interface RowToJudge {
  readonly position: number;
  readonly line: number;
  readonly cells: readonly string[];
}

export interface JudgedRow {
  readonly position: number;
  readonly state: 'ready' | 'wrong' | 'known';
  readonly findings: readonly Finding[];
  readonly reference: string | null;
  readonly numberIndex: string | null;
  readonly caseId: string | null;
}

export interface Judging {
  readonly reading: Reading;
  /** Every column of the form, whether the file has it or not. */
  readonly columns: readonly ImportColumn[];
  readonly today: string;
  /** Null where no term is counted from the day of receipt. */
  readonly term: TermOfProcedure | null;
  readonly indexOf: (nationalNumber: string) => string;
}

export interface CheckedCase extends ReadCase {
  readonly judged: JudgedAnswers;
}

/** A row as it would be taken over. A cell that could not be read is named once: the form's word about it adds nothing. */
export const checkRow = (
  cells: readonly string[],
  { reading, columns, today }: Pick<Judging, 'reading' | 'columns' | 'today'>,
): CheckedCase => {
  const read = readRow(cells, reading, today);
  const judged = judgeAnswers({ form: reading.form, columns, data: read.data, day: read.receivedOn ?? today });
  const named = new Set(read.findings.map(({ key }) => key));
  return {
    ...read,
    judged,
    findings: [...read.findings, ...judged.findings.filter(({ key }) => key === null || !named.has(key))],
  };
};

const repeated = (code: 'twice' | 'samePersonInFile', key: string, line: number | undefined): readonly Finding[] =>
  line === undefined ? [] : [{ code, key, params: { line } }];

const aboutPerson = (
  index: string | null,
  { known, lines }: { known: Known; lines: ReadonlyMap<string, number> },
): readonly Finding[] => {
  if (index === null) return [];
  const reference = known.ofNumber.get(index);
  const key = 'applicant-national-number';
  return [
    ...(reference === undefined ? [] : [{ code: 'samePerson', key, params: { reference } } as const]),
    ...repeated('samePersonInFile', key, known.lineOfNumber.get(index) ?? lines.get(index)),
  ];
};

const aboutTerm = ({ receivedOn }: ReadCase, { term, today }: Judging): readonly Finding[] => {
  const due = receivedOn === null || term === null ? null : decisionTermDue(term, receivedOn);
  return due !== null && due < today ? [{ code: 'termOver', key: 'received-on', params: { due } }] : [];
};

/** Judges rows of one file in their order: each by itself, beside those above it and beside what the administration has. */
export const judgeBatch = (rows: readonly RowToJudge[], known: Known, judging: Judging): JudgedRow[] => {
  const references = new Map<string, number>();
  const numbers = new Map<string, number>();
  return rows.map(({ position, line, cells }) => {
    const read = checkRow(cells, judging);
    const { reference, nationalNumber } = read;
    const numberIndex = nationalNumber === null ? null : judging.indexOf(nationalNumber);
    const above = reference === null ? undefined : (known.lineOfReference.get(reference) ?? references.get(reference));
    const caseId = reference === null ? null : (known.imported.get(reference) ?? null);
    const findings: readonly Finding[] = [
      ...read.findings,
      ...repeated('twice', 'reference', above),
      ...(caseId === null ? aboutPerson(numberIndex, { known, lines: numbers }) : []),
      ...(caseId === null ? aboutTerm(read, judging) : [{ code: 'known', key: 'reference', params: {} } as const]),
    ];
    if (reference !== null && above === undefined) references.set(reference, line);
    if (numberIndex !== null && !numbers.has(numberIndex)) numbers.set(numberIndex, line);
    const isWrong = findings.some(isError);
    const state = caseId !== null && above === undefined ? 'known' : isWrong ? 'wrong' : 'ready';
    return { position, state, findings, reference, numberIndex, caseId: state === 'known' ? caseId : null };
  });
};
