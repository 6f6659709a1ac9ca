import type { Cents } from '../amount.ts';
import { BankFileFault, quoted } from '../bank-file-fault.ts';
import { calendarDay } from '../calendar-day.ts';
import type { CodaRecord } from './read-records.ts';

/** Characters of a record by their places as the standard counts them: from 1, both included. */
export const field = ({ text }: CodaRecord, from: number, to: number): string => text.slice(from - 1, to);

/** What a field says, or null where it is left blank. */
export const words = (record: CodaRecord, from: number, to: number): string | null => {
  const text = field(record, from, to).trim();
  return text === '' ? null : text;
};

const refuse = (record: CodaRecord, expected: string, found: string): never => {
  throw new BankFileFault('FIELD', { expected, found: quoted(found) }, record.line);
};

/** Fifteen digits, the last three behind the point; CODA has thousandths, euros have none. */
export const amount = (record: CodaRecord, from: number): Cents => {
  const digits = field(record, from, from + 14);
  return /^\d{14}0$/.test(digits)
    ? BigInt(digits.slice(0, -1))
    : refuse(record, `an amount of whole cents at ${from}`, digits);
};

/** An amount with its sign before it: `0` came, `1` left. */
export const signedAmount = (record: CodaRecord, from: number): Cents => {
  const sign = field(record, from, from);
  const cents = amount(record, from + 1);
  if (sign === '0') return cents;
  return sign === '1' ? -cents : refuse(record, `0 or 1 as the sign at ${from}`, sign);
};

const FIRST_YEAR_OF_LAST_CENTURY = 80;

/** `DDMMYY`; null where it is blank or zeros. */
export const dayOrNull = (record: CodaRecord, from: number): string | null => {
  const digits = field(record, from, from + 5);
  if (/^(?:0{6}| {6})$/.test(digits)) return null;
  const year = Number(digits.slice(4));
  const day = calendarDay(
    `${year < FIRST_YEAR_OF_LAST_CENTURY ? '20' : '19'}${digits.slice(4)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`,
  );
  return day ?? refuse(record, `a day as DDMMYY at ${from}`, digits);
};

export const day = (record: CodaRecord, from: number): string =>
  dayOrNull(record, from) ?? refuse(record, `a day as DDMMYY at ${from}`, field(record, from, from + 5));
