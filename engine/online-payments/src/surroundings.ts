import type { AccessSurroundings, UseCaseOn } from '@irisflow/access';
import type { Bell } from '@irisflow/foundation';
import type { PaymentProvider } from './provider/payment-provider.ts';

/** What paying online needs beside the books. */
export interface OnlinePaymentsSurroundings extends AccessSurroundings {
  /** Null where nobody pays online. */
  readonly paymentProvider: PaymentProvider | null;
  /** Rung when the provider has something to say. */
  readonly onlinePaymentBell: Bell;
}

export type Surroundings = OnlinePaymentsSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
