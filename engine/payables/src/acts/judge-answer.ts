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

const refuseContradiction = ({ outcome, endToEndId }: Payable, said: 'executed' | 'rejected'): void => {
  if (outcome === said) return;
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

/** Says what follows for each order; refuses what is not of this batch and what contradicts what the bank said before. */
export const judgeAnswer = ({ batch, all, words, executedOn, today }: Answered): Judgement => {
  const known = new Set(all.map(({ endToEndId }) => endToEndId));
  for (const word of words) refuseForeign(batch, word, known);
  const executed: Ended[] = [];
  const rejected: Ended[] = [];
  const noted: Word[] = [];
  const saidOf = wordsOn(words);
  for (const payable of all) {
    const said = saidOf(payable);
    const verification =
      said.map(({ status }) => verifications[status]).findLast((found) => found !== undefined) ?? null;
    const last = said.findLast(({ status }) => verifications[status] === undefined);
    const outcome = last === undefined ? undefined : outcomes[last.status];
    if (last !== undefined && outcome !== undefined) {
      if (payable.outcome !== null) refuseContradiction(payable, outcome);
      else if (outcome === 'executed')
        executed.push({ payable, ending: { outcome, on: executedOn, reason: null, bankStatus: last.status } });
      else
        rejected.push({ payable, ending: { outcome, on: today, reason: reasonText(last), bankStatus: last.status } });
    }
    // `PART` says that the orders say it each for themselves.
    const status =
      outcome === undefined && last?.status !== 'PART' && payable.outcome === null ? last?.status : undefined;
    if (status !== undefined || verification !== null)
      noted.push({ id: payable.id, bankStatus: status ?? null, verification });
  }
  return { executed, rejected, noted };
};
