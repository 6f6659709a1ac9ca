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

const aboutPerson = (index: string | null, known: Known): readonly Finding[] => {
  const reference = index === null ? undefined : known.ofNumber.get(index);
  return reference === undefined
    ? []
    : [{ code: 'samePerson', key: 'applicant-national-number', params: { reference } }];
};

const aboutTerm = ({ receivedOn }: ReadCase, { term, today }: Judging): readonly Finding[] => {
  const due = receivedOn === null || term === null ? null : decisionTermDue(term, receivedOn);
  return due !== null && due < today ? [{ code: 'termOver', key: 'received-on', params: { due } }] : [];
};

/** First lines of the file by reference and by number, as far as it was judged. */
const createLines = (known: Known) => {
  const references = new Map(known.lineOfReference);
  const numbers = new Map(known.lineOfNumber);
  const look = (lines: Map<string, number>, key: string | null, line: number): number | undefined => {
    const above = key === null ? undefined : lines.get(key);
    if (key !== null && above === undefined) lines.set(key, line);
    return above;
  };
  return {
    ofReference: (key: string | null, line: number) => look(references, key, line),
    ofNumber: (key: string | null, line: number) => look(numbers, key, line),
  };
};

/** A case that is there already is not opened again: whose it is and what its term would be is not asked. */
const aboutCase = (
  read: CheckedCase,
  {
    judging,
    known,
    numberIndex,
    sameNumber,
  }: {
    readonly judging: Judging;
    readonly known: Known;
    readonly numberIndex: string | null;
    readonly sameNumber: number | undefined;
  },
): readonly Finding[] => [
  ...aboutPerson(numberIndex, known),
  ...repeated('samePersonInFile', 'applicant-national-number', sameNumber),
  ...aboutTerm(read, judging),
];

const isThere: Finding = { code: 'known', key: 'reference', params: {} };

const stateOf = (findings: readonly Finding[], isKnown: boolean): JudgedRow['state'] => {
  if (isKnown) return 'known';
  return findings.some(isError) ? 'wrong' : 'ready';
};

/** Judges rows of one file in their order: each by itself, beside those above it and beside what the administration has. */
export const judgeBatch = (rows: readonly RowToJudge[], known: Known, judging: Judging): JudgedRow[] => {
  const lines = createLines(known);
  return rows.map(({ position, line, cells }) => {
    const read = checkRow(cells, judging);
    const { reference, nationalNumber } = read;
    const numberIndex = nationalNumber === null ? null : judging.indexOf(nationalNumber);
    const above = lines.ofReference(reference, line);
    const sameNumber = lines.ofNumber(numberIndex, line);
    const caseId = known.imported.get(reference ?? '') ?? null;
    const more = caseId === null ? aboutCase(read, { judging, known, numberIndex, sameNumber }) : [isThere];
    const findings = [...read.findings, ...repeated('twice', 'reference', above), ...more];
    const isKnown = caseId !== null && above === undefined;
    const state = stateOf(findings, isKnown);
    return { position, state, findings, reference, numberIndex, caseId: isKnown ? caseId : null };
  });
};
