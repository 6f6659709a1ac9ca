import type { Operation } from '../api/contract/index.ts';
import type { Call } from '../http/call.ts';
import { HttpProblem } from '../http/problem.ts';

/** A connector repeats what it does not know to have arrived; the key tells a repetition from a second wish. */
const keyOf = ({ idempotencyKey }: Pick<Call<Operation>, 'idempotencyKey'>): string => {
  if (idempotencyKey !== null) return idempotencyKey;
  throw new HttpProblem(400, 'IDEMPOTENCY_KEY_NEEDED', 'Expected an Idempotency-Key header, but found none.');
};

type CaseCall<Body> = Pick<Call<Operation>, 'idempotencyKey'> & {
  readonly body: Body;
};

/** What a connector asks for a case, with the key under which it asks. */
export const once = <Body>(call: CaseCall<Body>) => ({ ...call.body, idempotencyKey: keyOf(call) });

/** Waits and answers nothing. */
export const silently = async (work: Promise<unknown>): Promise<void> => void (await work);
