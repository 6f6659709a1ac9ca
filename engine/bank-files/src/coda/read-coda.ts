import type { Cents } from '../amount.ts';
import { BankFileFault, quoted } from '../bank-file-fault.ts';
import { checkBalance } from '../check-balance.ts';
import type { Balance, Bytes, Movement, StatementPiece } from '../statement.ts';
import { accountOf } from './account-of.ts';
import { checkTotals } from './check-totals.ts';
import { day, dayOrNull, field, signedAmount, words } from './fields.ts';
import { isDetail, movementOf, sequenceOf, type MovementRecords } from './movement-of.ts';
import { readRecords, type CodaRecord } from './read-records.ts';

type Told = Omit<Movement, 'place' | 'bundle'>;

/** A sum and the movements it is made of, where the bank tells them. */
interface Bundle {
  readonly sequence: string;
  readonly whole: Told;
  readonly details: Told[];
}

/** Where the reading of one statement stands. */
interface Reading {
  /** The day of the file; null where its header says none. */
  readonly madeOn: string | null;
  isDuplicate: boolean;
  opening: Balance | null;
  closing: Balance | null;
  place: number;
  count: number;
  came: Cents;
  left: Cents;
  records: MovementRecords | null;
  bundle: Bundle | null;
}

const begun = (header: CodaRecord): Reading => ({
  madeOn: dayOrNull(header, 6),
  isDuplicate: field(header, 17, 17) === 'D',
  opening: null,
  closing: null,
  place: 0,
  count: 0,
  came: 0n,
  left: 0n,
  records: null,
  bundle: null,
});

const unexpected = (record: CodaRecord, expected: string): BankFileFault =>
  new BankFileFault('SYNTAX', { expected, found: quoted(record.text.slice(0, 10)) }, record.line);

/** A sum is told by what it is made of, unless that does not make it. */
const toldBy = ({ whole, details, sequence }: Bundle): readonly Omit<Movement, 'place'>[] => {
  const made = details.reduce((sum, { cents }) => sum + cents, 0n);
  if (details.length === 0 || made !== whole.cents) return [{ ...whole, bundle: null }];
  return details.map((detail) => ({ ...detail, bundle: sequence }));
};

/** The movement whose records are complete joins its sum. */
const closeMovement = (reading: Reading): void => {
  const { records } = reading;
  if (records === null) return;
  reading.records = null;
  const told = movementOf(records);
  if (isDetail(records.first)) {
    if (reading.bundle?.sequence !== sequenceOf(records.first))
      throw unexpected(records.first, 'a detail of the movement before it');
    reading.bundle.details.push(told);
    return;
  }
  reading.bundle = { sequence: sequenceOf(records.first), whole: told, details: [] };
  if (told.cents < 0n) reading.left -= told.cents;
  else reading.came += told.cents;
};

/** The sum before the one that begins now, or before the end. */
const closeBundle = function* (reading: Reading): Generator<StatementPiece> {
  const { bundle } = reading;
  reading.bundle = null;
  if (bundle === null) return;
  for (const movement of toldBy(bundle)) {
    reading.place += 1;
    yield { kind: 'movement', place: reading.place, ...movement };
  }
};

const begin = (reading: Reading, record: CodaRecord): StatementPiece => {
  if (reading.opening !== null) throw unexpected(record, 'one first balance a statement');
  const account = accountOf(record);
  if (account === null) throw unexpected(record, 'an account');
  // Before the first statement of an account there is no day of which its balance is.
  reading.opening = {
    cents: signedAmount(record, 43),
    day: dayOrNull(record, 59) ?? reading.madeOn ?? day(record, 59),
  };
  return {
    kind: 'start',
    ...account,
    owner: words(record, 65, 90),
    number: words(record, 126, 128),
    isDuplicate: reading.isDuplicate,
    opening: reading.opening,
  };
};

const continueMovement = (reading: Reading, record: CodaRecord): void => {
  const { records } = reading;
  const part = field(record, 2, 2);
  if (records === null || sequenceOf(records.first) !== sequenceOf(record) || !['2', '3'].includes(part))
    throw unexpected(record, 'a record that goes on with the movement before it');
  reading.records = part === '2' ? { ...records, second: record } : { ...records, third: record };
};

const readMovement = function* (reading: Reading, record: CodaRecord): Generator<StatementPiece> {
  if (reading.opening === null) throw unexpected(record, 'the first balance before what moved');
  if (field(record, 2, 2) !== '1') {
    continueMovement(reading, record);
    return;
  }
  closeMovement(reading);
  if (!isDetail(record)) yield* closeBundle(reading);
  reading.records = { first: record, second: null, third: null };
};

const readClosing = function* (reading: Reading, record: CodaRecord): Generator<StatementPiece> {
  if (reading.opening === null) throw unexpected(record, 'the first balance before the last');
  closeMovement(reading);
  yield* closeBundle(reading);
  const closing = { cents: signedAmount(record, 42), day: day(record, 58) };
  checkBalance(
    { opening: reading.opening.cents, moved: reading.came - reading.left, closing: closing.cents },
    record.line,
  );
  reading.closing = closing;
};

/** The last record of a statement: only now it is known to be whole. */
const end = (reading: Reading, record: CodaRecord): StatementPiece => {
  if (reading.closing === null) throw unexpected(record, 'the last balance before the end');
  checkTotals(record, reading);
  return { kind: 'end', closing: reading.closing };
};

/** What the standard counts among the records of a statement. */
const COUNTED = new Set(['1', '2', '3', '8']);

const header = (record: CodaRecord): Reading => {
  const version = field(record, 128, 128);
  if (version !== '2')
    throw new BankFileFault('KIND', { expected: 'version 2 of CODA', found: quoted(version) }, record.line);
  return begun(record);
};

/** What one record of a statement adds; information (3) and messages of the bank (4) are nothing that moved. */
const readRecord = function* (reading: Reading, record: CodaRecord): Generator<StatementPiece> {
  const type = field(record, 1, 1);
  if (COUNTED.has(type)) reading.count += 1;
  if (type === '1') yield begin(reading, record);
  else if (type === '2') yield* readMovement(reading, record);
  else if (type === '8') yield* readClosing(reading, record);
  else if (type === '9') yield end(reading, record);
};

const isHeader = (record: CodaRecord): boolean => field(record, 1, 1) === '0';
const isEnd = (record: CodaRecord): boolean => field(record, 1, 1) === '9';

/** The statement that a record belongs to: a new one begins with its header, after the end of the one before. */
const readingOf = (reading: Reading | null, record: CodaRecord): Reading => {
  if (isHeader(record)) {
    if (reading !== null) throw unexpected(record, 'the end of the statement before');
    return header(record);
  }
  if (reading !== null) return reading;
  throw new BankFileFault('KIND', { expected: 'a header of CODA', found: quoted(record.text) }, record.line);
};

/**
 * Reads a file of CODA 2 (Febelfin), statement by statement, without holding it. Fails with a BankFileFault where the file cannot be
 * believed: records of another length, balances or totals that do not fit, an end that is missing.
 */
export const readCoda = async function* (file: Bytes): AsyncGenerator<StatementPiece> {
  let reading: Reading | null = null;
  let statements = 0;
  for await (const record of readRecords(file)) {
    reading = readingOf(reading, record);
    yield* readRecord(reading, record);
    if (!isEnd(record)) continue;
    reading = null;
    statements += 1;
  }
  if (reading === null && statements > 0) return;
  throw new BankFileFault('TRUNCATED', {
    expected: 'the record that ends a statement',
    found: 'the end of the file',
  });
};
