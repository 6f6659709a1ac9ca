import type { BankFileCode, Movement, StatementEnd, StatementStart } from '@irisflow/bank-files';
import { CaseworkError } from '@irisflow/foundation';
import type { StatementFacts } from '../storage/statements.ts';
import { piecesOf } from './pieces-of.ts';
import type { StatementFile } from './read-file.ts';

/** What the books keep of one amount. */
const MOST = 999_999_999_999_99n;

const isKept = (cents: bigint): boolean => cents <= MOST && cents >= -MOST;
/** As far as a calendar of banks goes. */
const isDay = (day: string): boolean => day >= '1990-01-01' && day < '2200-01-01';

const refuse = (expected: string, found: string): never => {
  throw new CaseworkError('STATEMENT_UNREADABLE', `Expected ${expected}, but found ${found}`, {
    errors: [{ pointer: '/file', keyword: 'FIELD' satisfies BankFileCode, params: { expected, found, line: null } }],
  });
};

const requireKept = (cents: bigint, day: string): void => {
  if (!isKept(cents)) refuse('an amount of at most twelve digits before the point', String(cents).slice(0, 40));
  if (!isDay(day)) refuse('a day from 1990 on', day.slice(0, 40));
};

interface Sums {
  readonly start: StatementStart;
  came: bigint;
  went: bigint;
  movements: number;
}

const add = (sums: Sums, { cents, bookedOn, valueOn }: Movement): void => {
  requireKept(cents, bookedOn);
  requireKept(cents, valueOn ?? bookedOn);
  if (cents > 0n) sums.came += cents;
  else sums.went -= cents;
  sums.movements += 1;
};

/** CODA counts from 001; without a number it says 000. */
const numberOf = ({ number }: StatementStart): string | null => {
  const said = number?.replaceAll(/[\p{C}\s]+/gu, ' ').trim() ?? '';
  return /^0*$/.test(said) ? null : said.slice(0, 70);
};

const factsOf = ({ start, ...sums }: Sums, { closing }: StatementEnd): StatementFacts => {
  requireKept(closing.cents, closing.day);
  if (start.opening !== null) requireKept(start.opening.cents, start.opening.day);
  return {
    account: start.account.replaceAll(' ', '').slice(0, 40),
    number: numberOf(start),
    closedOn: closing.day,
    opening: start.opening?.cents ?? null,
    closing: closing.cents,
    ...sums,
  };
};

const refuseCurrency = ({ currency }: StatementStart): void => {
  if (currency === 'EUR') return;
  throw new CaseworkError('STATEMENT_CURRENCY', `Expected an account in EUR, but found ${currency.slice(0, 10)}`, {
    errors: [{ pointer: '/file', keyword: 'currency', params: { found: currency.slice(0, 10) } }],
  });
};

/** Reads a whole file without keeping what moved, and answers what it holds. Only then is it known that it can be believed. */
export const survey = async (file: StatementFile): Promise<StatementFacts[]> => {
  const all: StatementFacts[] = [];
  let sums: Sums | undefined;
  for await (const piece of piecesOf(file)) {
    if (piece.kind === 'start') {
      refuseCurrency(piece);
      sums = { start: piece, came: 0n, went: 0n, movements: 0 };
    } else if (sums !== undefined && piece.kind === 'movement') add(sums, piece);
    else if (sums !== undefined && piece.kind === 'end') all.push(factsOf(sums, piece));
  }
  if (all.length === 0) refuse('a statement', 'none in the file');
  return all;
};
