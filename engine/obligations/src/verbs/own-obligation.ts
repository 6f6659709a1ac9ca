import { CaseworkError } from '@irisflow/foundation';
import { lockObligation, type ObligationRow } from '../storage/obligations.ts';
import type { OfCase } from './start-obligation.ts';

/** What a process is told of an obligation. */
export interface ObligationReply {
  readonly obligationId: string;
  /** The next day of its rule, and when its window opens; null where nothing follows. */
  readonly nextDay: string | null;
  readonly nextOpensOn: string | null;
}

const unknown = (pointer: string, id: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', `Expected an obligation of the applicant, but found ${id.slice(0, 80)}`, {
    errors: [{ pointer, keyword: 'unknown' }],
  });

/** An obligation of whom the case is about, of its administration and procedure; locked until the transaction ends. */
export const lockOwn = async (
  { tx, row }: OfCase,
  { id, pointer }: { readonly id: string | undefined; readonly pointer: string },
): Promise<ObligationRow> => {
  const found = id === undefined ? undefined : await lockObligation(tx, id);
  const isOwn =
    found?.administration === row.administration &&
    found.person_id === row.person_id &&
    found.procedure_key === row.procedure_key;
  if (!isOwn) throw unknown(pointer, id ?? 'none');
  return found;
};
