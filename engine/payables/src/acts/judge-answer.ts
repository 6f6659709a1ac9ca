import type { PaymentStatus, StatusReason } from '@irisflow/bank-files';
import { CaseworkError } from '@irisflow/foundation';
import type { Batch } from '../storage/batches.ts';
import type { Payable, Word } from '../storage/payables.ts';
import type { PayeeVerification } from '../views/payables.ts';
import type { Ended } from './end-orders.ts';

/** What ends an order; any other word is noted. */
const outcomes: Readonly<Partial<Record<string, 'executed' | 'rejected'>>> = {
  ACSC: 'executed',
  ACCC: 'executed',
  RJCT: 'rejected',
  CANC: 'rejected',
};

const verifications: Readonly<Partial<Record<string, PayeeVerification>>> = {
  RCVC: 'match',
  RVMC: 'closeMatch',
  RVNM: 'noMatch',
  RVNA: 'notPossible',
};

/** What follows from the file of a bank, found before anything is done. */
export interface Judgement {
  readonly executed: readonly Ended[];
  readonly rejected: readonly Ended[];
  readonly noted: readonly Word[];
}

interface Said {
  readonly status: string;
  readonly reasons: readonly StatusReason[];
}

const reasonText = ({ reasons, status }: Said): string => {
  const words = reasons.flatMap(({ code, text }) => [code, text]).filter((word) => word !== null);
  return (words.length === 0 ? status : words.join(' ')).slice(0, 500);
};

const refuseForeign = (
  { messageId }: Batch,
  { batchId, endToEndId }: PaymentStatus,
  known: ReadonlySet<string>,
): void => {
  if (batchId !== null && batchId !== messageId)
    throw new CaseworkError(
      'BANK_FILE_UNKNOWN',
      `Expected statuses of ${messageId}, but found ${batchId.slice(0, 40)}`,
    );
  if (endToEndId !== null && !known.has(endToEndId))
    throw new CaseworkError(
      'BANK_FILE_UNKNOWN',
      `Expected orders of ${messageId}, but found ${endToEndId.slice(0, 40)}`,
    );
};

const refuseContradiction = ({ outcome, endToEndId, returnedOn }: Payable, said: 'executed' | 'rejected'): void => {
  // What came back had been executed.
  if (outcome === said || (said === 'executed' && returnedOn !== null)) return;
  throw new CaseworkError(
    'BANK_FILE_CONTRADICTS',
    `Expected order ${endToEndId} to stay ${outcome ?? 'open'}, but the file says ${said}`,
  );
};

/** The word on each order: its own, else that of its batch, else that of the whole file. */
const wordsOn = (words: readonly PaymentStatus[]) => {
  const whole = words.findLast(({ of }) => of === 'batch') ?? words.findLast(({ of }) => of === 'file');
  const own = new Map<string, PaymentStatus[]>();
  for (const word of words)
    if (word.endToEndId !== null) own.set(word.endToEndId, [...(own.get(word.endToEndId) ?? []), word]);
  return ({ endToEndId }: Payable): readonly PaymentStatus[] =>
    own.get(endToEndId) ?? (whole === undefined ? [] : [whole]);
};

interface Answered {
  readonly batch: Batch;
  readonly all: readonly Payable[];
  readonly words: readonly PaymentStatus[];
  /** The day on which orders count as executed, or rejected. */
  readonly executedOn: string;
  readonly today: string;
}

/** What a bank says of one order. */
interface Heard {
  readonly payable: Payable;
  readonly verification: PayeeVerification | null;
  /** Its last word beside what it found of the name. */
  readonly last: PaymentStatus | undefined;
}

const hear = (payable: Payable, said: readonly PaymentStatus[]): Heard => ({
  payable,
  verification: said.map(({ status }) => verifications[status]).findLast((found) => found !== undefined) ?? null,
  last: said.findLast(({ status }) => verifications[status] === undefined),
});

type Days = Pick<Answered, 'executedOn' | 'today'>;

/** How an order ends by it; undefined where it goes on, or has ended so already. */
const endOf = ({ payable, last }: Heard, { executedOn, today }: Days): Ended | undefined => {
  const outcome = last === undefined ? undefined : outcomes[last.status];
  if (last === undefined || outcome === undefined) return undefined;
  if (payable.outcome !== null) {
    refuseContradiction(payable, outcome);
    return undefined;
  }
  const bankStatus = last.status;
  return outcome === 'executed'
    ? { payable, ending: { outcome, on: executedOn, reason: null, bankStatus } }
    : { payable, ending: { outcome, on: today, reason: reasonText(last), bankStatus } };
};

/** What of it is noted of an order that goes on; `PART` says that the orders say it each for themselves. */
const wordOf = ({ payable: { id, outcome }, verification, last }: Heard): Word[] => {
  const isNoted = outcome === null && last !== undefined && last.status !== 'PART' && !(last.status in outcomes);
  const bankStatus = isNoted ? last.status : null;
  return bankStatus === null && verification === null ? [] : [{ id, bankStatus, verification }];
};

/** Says what follows for each order; refuses what is not of this batch and what contradicts what the bank said before. */
export const judgeAnswer = ({ batch, all, words, ...days }: Answered): Judgement => {
  const known = new Set(all.map(({ endToEndId }) => endToEndId));
  for (const word of words) refuseForeign(batch, word, known);
  const saidOf = wordsOn(words);
  const heard = all.map((payable) => hear(payable, saidOf(payable)));
  const ended = heard.flatMap((one) => endOf(one, days) ?? []);
  return {
    executed: ended.filter(({ ending }) => ending.outcome === 'executed'),
    rejected: ended.filter(({ ending }) => ending.outcome === 'rejected'),
    noted: heard.flatMap(wordOf),
  };
};
