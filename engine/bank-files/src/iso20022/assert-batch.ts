import { iban } from '@irisflow/identifiers';
import { calendarDay } from '../calendar-day.ts';
import { sepaText } from './sepa-text.ts';
import type { CreditTransfer, TransferBatch } from './transfer-batch.ts';

/** What a scheme allows of one transfer: 999,999,999.99. */
const MOST = 99_999_999_999n;
const identifier = /^[A-Za-z0-9+?:().,'-](?:[A-Za-z0-9/+?:().,' -]{0,33}[A-Za-z0-9+?:().,'-])?$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/;

const expect = (isFine: boolean, expected: string, found: unknown): void => {
  if (!isFine) throw new RangeError(`Expected ${expected}, but found ${JSON.stringify(String(found))}`);
};

const assertAccount = (account: string, whose: string): void => {
  const checked = iban.check(account);
  expect(checked.ok && checked.value === account, `an IBAN of ${whose}`, account);
};

const assertTransfer = ({ endToEndId, cents, creditor }: CreditTransfer, known: Set<string>): void => {
  expect(identifier.test(endToEndId), 'an EndToEndId of at most 35 plain characters', endToEndId);
  expect(!known.has(endToEndId), 'each EndToEndId once a batch', endToEndId);
  known.add(endToEndId);
  expect(cents > 0n && cents <= MOST, 'an amount from 0.01 to 999999999.99', cents);
  assertAccount(creditor.iban, `who gets ${endToEndId}`);
  expect(sepaText(creditor.name, 70) !== '', `a name of who gets ${endToEndId}`, creditor.name);
};

/** Refuses a batch that a bank would refuse. */
export const assertBatch = (batch: TransferBatch): void => {
  const { messageId, createdAt, executeOn, debtor, transfers } = batch;
  expect(identifier.test(messageId), 'a MsgId of at most 35 plain characters', messageId);
  expect(moment.test(createdAt), 'a moment with its offset', createdAt);
  expect(calendarDay(executeOn) !== null, 'a day', executeOn);
  assertAccount(debtor.iban, 'who pays');
  expect(transfers.length > 0, 'at least one transfer', 'none');
  const known = new Set<string>();
  for (const transfer of transfers) assertTransfer(transfer, known);
};
