import { writeCents, type Cents } from './amount.ts';
import { BankFileFault } from './bank-file-fault.ts';

/** Refuses a statement whose movements do not lead from its first balance to its last. */
export const checkBalance = (
  { opening, moved, closing }: { readonly opening: Cents; readonly moved: Cents; readonly closing: Cents },
  line: number | null,
): void => {
  if (opening + moved === closing) return;
  throw new BankFileFault(
    'BALANCE',
    {
      expected: `a closing balance of ${writeCents(opening + moved)}, which the opening balance and what moved add up to`,
      found: writeCents(closing),
    },
    line,
  );
};
