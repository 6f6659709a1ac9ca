import { closingOf, wordsOf, type GivenStatement } from './given-statement.ts';
import type { Movement } from '../statement.ts';

/** A record whose fields stand where the standard has them, each given by its first place. */
const record = (fields: Readonly<Record<number, string>>): string => {
  let line = ' '.repeat(128);
  for (const [place, text] of Object.entries(fields))
    line = line.slice(0, Number(place) - 1) + text + line.slice(Number(place) - 1 + text.length);
  return line;
};

const thousandths = (cents: bigint): string => `${String(cents < 0n ? -cents : cents)}0`.padStart(15, '0');
const sign = (cents: bigint): string => (cents < 0n ? '1' : '0');
const day = (iso: string): string => `${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(2, 4)}`;

/** The communication, and where the parts of a long one go. */
const communicationFields = ({ communication }: Partial<Movement>) => {
  const isStructured = communication?.kind === 'structured';
  const words = isStructured ? `101${communication.digits}` : wordsOf(communication);
  return { type: isStructured ? '1' : '0', parts: [words.slice(0, 53), words.slice(53, 106), words.slice(106, 149)] };
};

const firstRecord = (movement: Partial<Movement>, head: Readonly<Record<number, string>>, today: string): string => {
  const { cents = 0n, bookedOn = today, valueOn = null, bankReference } = movement;
  const { type, parts } = communicationFields(movement);
  return record({
    1: '21',
    ...head,
    11: bankReference ?? '',
    32: sign(cents),
    33: thousandths(cents),
    48: valueOn === null ? '000000' : day(valueOn),
    54: '00150000',
    62: type,
    63: parts[0] ?? '',
    116: day(bookedOn),
    125: '01',
  });
};

const furtherRecords = (movement: Partial<Movement>, head: Readonly<Record<number, string>>): string[] => {
  const { counterparty, endToEndId, returnReason } = movement;
  const [, second = '', third = ''] = communicationFields(movement).parts;
  return [
    record({
      1: '22',
      ...head,
      11: second,
      64: endToEndId ?? '',
      99: counterparty?.bank ?? '',
      114: returnReason ?? '',
      126: '1',
    }),
    record({
      1: '23',
      ...head,
      11: (counterparty?.account ?? '').padEnd(34),
      45: 'EUR',
      48: (counterparty?.name ?? '').slice(0, 35),
      83: third,
    }),
  ];
};

const movementRecords = (movement: Partial<Movement>, index: number, statement: GivenStatement): string[] => {
  const head = { 3: String(index + 1).padStart(4, '0'), 7: '0000' };
  return [firstRecord(movement, head, statement.day), ...furtherRecords(movement, head)];
};

/** A file of CODA 2 with one statement, as a bank writes it. */
export const writeCoda = (statement: GivenStatement): string => {
  const { account, owner, number, opening, movements } = statement;
  const closing = closingOf(statement);
  const counted = movements.flatMap((movement, index) => movementRecords(movement, index, statement));
  const sum = (side: 1 | -1) =>
    movements.reduce((total, { cents = 0n }) => (cents * BigInt(side) > 0n ? total + cents * BigInt(side) : total), 0n);
  return [
    record({ 1: '00000', 6: day(statement.day), 12: '00105', 35: owner.slice(0, 26), 128: '2' }),
    record({
      1: '12',
      3: number.padStart(3, '0'),
      6: account.padEnd(34),
      40: 'EUR',
      43: sign(opening),
      44: thousandths(opening),
      59: day(statement.day),
      65: owner.slice(0, 26),
      126: number.padStart(3, '0'),
    }),
    ...counted,
    record({
      1: '8',
      2: number.padStart(3, '0'),
      5: account.padEnd(34),
      39: 'EUR',
      42: sign(closing),
      43: thousandths(closing),
      58: day(statement.day),
    }),
    record({
      1: '9',
      17: String(counted.length + 2).padStart(6, '0'),
      23: thousandths(sum(-1)),
      38: thousandths(sum(1)),
      128: '2',
    }),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
};
