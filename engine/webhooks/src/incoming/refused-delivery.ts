import { CaseworkError } from '@irisflow/foundation';
import type { Refusal } from '../views/incoming-webhook.ts';

const codes = {
  tooLarge: 'WEBHOOK_TOO_LARGE',
  unsigned: 'WEBHOOK_UNSIGNED',
  clock: 'WEBHOOK_UNSIGNED',
  unnamed: 'INPUT_INVALID',
  unreadable: 'INPUT_INVALID',
  unmapped: 'WEBHOOK_UNMAPPED',
  caseUnknown: 'WEBHOOK_UNMAPPED',
  tooOften: 'WEBHOOK_TOO_OFTEN',
} as const satisfies Partial<Record<Refusal, string>>;

/** A message that is not taken in: its sender reads the sentence, the log the reason. */
export class RefusedDelivery extends CaseworkError {
  readonly refusal: Refusal;

  constructor(refusal: keyof typeof codes, detail: string) {
    super(codes[refusal], detail);
    this.refusal = refusal;
  }
}

/** What the one way to a process refuses. */
const refusedByProcess: Readonly<Record<string, Refusal>> = {
  CASE_ENDED: 'caseEnded',
  MESSAGES_UNREAD: 'unread',
  INPUT_INVALID: 'unmapped',
};

/** Why a message was refused; null for what is no refusal of it. */
export const refusalOf = (thrown: unknown): Refusal | null => {
  if (thrown instanceof RefusedDelivery) return thrown.refusal;
  return thrown instanceof CaseworkError ? (refusedByProcess[thrown.code] ?? null) : null;
};
