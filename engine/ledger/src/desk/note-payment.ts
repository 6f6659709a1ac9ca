import { requireSaid } from '@irisflow/foundation';
import { insertNote } from '../storage/payment-notes.ts';
import type { UseCase } from '../surroundings.ts';
import type { PaymentView } from '../views/money.ts';
import { onPayment } from './on-payment.ts';

const MOST = 500;

/** Writes something beside a payment for whoever looks at it next. */
export const notePayment: UseCase<{ readonly paymentId: string; readonly text: string }, PaymentView> = (
  surroundings,
  actor,
  { paymentId, text },
) =>
  onPayment(surroundings, actor, {
    paymentId,
    action: 'payment.noted',
    work: async ({ tx }, { administration }, { person }) => {
      await insertNote(tx, {
        id: surroundings.random.id(),
        administration,
        paymentId,
        text: requireSaid(text, { what: 'a note', pointer: '/text', most: MOST }),
        at: surroundings.clock.now(),
        madeBy: person.id,
      });
      return {};
    },
  });
