import { communicationOf, type Communication } from '../communication.ts';
import type { Movement } from '../statement.ts';
import { day, dayOrNull, field, signedAmount, words } from './fields.ts';
import type { CodaRecord } from './read-records.ts';

/** The records 2.1, 2.2 and 2.3 of one movement, as far as there are. */
export interface MovementRecords {
  readonly first: CodaRecord;
  readonly second: CodaRecord | null;
  readonly third: CodaRecord | null;
}

/** What begins a structured communication that holds the twelve digits of a Belgian one, or a creditor reference. */
const STRUCTURED = new Set(['101', '102', '107']);

const structuredPart = (text: string): string => {
  const type = text.slice(0, 3);
  const rest = text.slice(3).trim();
  return STRUCTURED.has(type) ? rest.slice(0, 12) : rest;
};

const communication = ({ first, second, third }: MovementRecords): Communication | null => {
  const text = field(first, 63, 115);
  if (field(first, 62, 62) === '1') return communicationOf(structuredPart(text));
  const more = second === null ? '' : field(second, 11, 63);
  const end = third === null ? '' : field(third, 83, 125);
  return communicationOf(`${text}${more}${end}`);
};

const blank = (text: string | null): string | null =>
  text === null || /^(?:0+|NOTPROVIDED)$/.test(text) ? null : text;

/** By number and detail: what belongs to one sum has one number. */
export const sequenceOf = (record: CodaRecord): string => field(record, 3, 6);
export const isDetail = (record: CodaRecord): boolean => field(record, 7, 10) !== '0000';

/** The movement that the records tell; its place is given when its statement is told. */
export const movementOf = (records: MovementRecords): Omit<Movement, 'place' | 'bundle'> => {
  const { first, second, third } = records;
  return {
    cents: signedAmount(first, 32),
    bookedOn: day(first, 116),
    valueOn: dayOrNull(first, 48),
    counterparty: {
      name: third === null ? null : words(third, 48, 82),
      account: third === null ? null : (words(third, 11, 44)?.replaceAll(' ', '') ?? null),
      bank: second === null ? null : words(second, 99, 109),
    },
    communication: communication(records),
    bankReference: blank(words(first, 11, 31)),
    endToEndId: second === null ? null : blank(words(second, 64, 98)),
    // A collective transfer has that of its batch where a single one has its own.
    batchReference: second === null ? null : blank(words(second, 64, 98)),
    returnReason: second === null ? null : words(second, 114, 117),
  };
};
