import { writeCents } from '@irisflow/bank-files';
import { instantOf } from '@irisflow/foundation';
import { iban } from '@irisflow/identifiers';
import type { StatementRow } from './storage/statements.ts';
import type { StatementSummary } from './views/statement.ts';

/** Numbers go on, or begin again with a year; those of two forms say nothing of each other. */
const missingBefore = (row: StatementRow): number => {
  const [sequence, before] = [Number(row.sequence), Number(row.before_sequence ?? 0)];
  if (sequence === 0 || before === 0 || row.form !== row.before_form) return 0;
  const goesOn = sequence - before - 1;
  const missing = row.year === row.before_year || sequence > before ? goesOn : sequence - 1;
  const isNewYear = row.year !== row.before_year && sequence === 1;
  return isNewYear ? 0 : Math.max(missing, 0);
};

const otherBalance = ({ opening, before_closing: before }: StatementRow): string | null =>
  opening === null || before === null || opening === before ? null : writeCents(BigInt(before));

export const summarizeStatement = (row: StatementRow): StatementSummary => ({
  id: row.id,
  account: iban.format(row.account),
  form: row.form,
  number: row.number,
  closedOn: row.closed_on,
  opening: row.opening === null ? null : writeCents(BigInt(row.opening)),
  closing: writeCents(BigInt(row.closing)),
  came: writeCents(BigInt(row.came)),
  went: writeCents(BigInt(row.went)),
  movements: row.movements,
  booked: row.booked,
  isBooked: row.state === 'booked',
  importedAt: instantOf(row.imported_at),
  missingBefore: missingBefore(row),
  otherBalance: otherBalance(row),
});
