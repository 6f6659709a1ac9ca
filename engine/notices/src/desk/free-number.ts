import { type Queryable, takeNamedLock } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { listByNumber, type NoticeRow } from '../storage/notices.ts';

/** A barcode is of one letter; two clerks who scan the same one at once wait for each other. */
export const requireFreeNumber = async (
  tx: Queryable,
  { id, administration }: Pick<NoticeRow, 'id' | 'administration'>,
  number: string | undefined,
): Promise<void> => {
  if (number === undefined) return;
  await takeNamedLock(tx, `letter number ${administration} ${number}`);
  const others = (await listByNumber(tx, { administration, number })).filter((one) => one.id !== id);
  if (others.length === 0) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a number that no letter has, but ${number} is of another one`, {
    errors: [{ pointer: '/number', keyword: 'taken' }],
  });
};
