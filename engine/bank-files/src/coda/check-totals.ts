import { writeCents, type Cents } from '../amount.ts';
import { BankFileFault } from '../bank-file-fault.ts';
import { amount, field } from './fields.ts';
import type { CodaRecord } from './read-records.ts';

interface Counted {
  readonly count: number;
  readonly came: Cents;
  readonly left: Cents;
}

const refuse = (record: CodaRecord, expected: string, found: string): never => {
  throw new BankFileFault('TOTALS', { expected, found }, record.line);
};

/** Refuses a statement whose last record counts something else than what came before it. */
export const checkTotals = (record: CodaRecord, { count, came, left }: Counted): void => {
  const told = Number(field(record, 17, 22));
  if (told !== count) refuse(record, `${count} as the number of records`, field(record, 17, 22));
  const [toldLeft, toldCame] = [amount(record, 23), amount(record, 38)];
  if (toldLeft !== left) refuse(record, `${writeCents(left)} as the sum of what left`, writeCents(toldLeft));
  if (toldCame !== came) refuse(record, `${writeCents(came)} as the sum of what came`, writeCents(toldCame));
};
