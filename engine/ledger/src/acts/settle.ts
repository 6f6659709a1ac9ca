import { least } from '../amount.ts';
import type { Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Act, post, reread } from './post.ts';

/**
 * Moves what is paid beyond the debt to what is to be given back, and takes it from there again when the debt grows: a
 * receivable never has something left to pay and something to give back at once.
 */
export const settle = async (surroundings: Surroundings, act: Act, id: string): Promise<Receivable> => {
  const before = await reread(act.tx, id);
  const { administration, rest, refund } = before;
  const moved = rest < 0n ? -rest : -least(rest, refund);
  if (moved === 0n) return before;
  await post(surroundings, act, {
    administration,
    kind: 'overpayment',
    receivableId: id,
    lines: [
      { account: 'receivable', amount: moved },
      { account: 'refund', amount: -moved },
    ],
  });
  return reread(act.tx, id);
};
