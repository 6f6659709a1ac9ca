import { everyRow, mayAdd, mayChange, mayRead, type Wall } from '@irisflow/access';
import type { OnlinePaymentsTables as Tables } from '../storage/tables.gen.ts';

/** As the policies of the receivables themselves let the reader see. */
const ofSeenReceivable = 'exists (select from casework.receivable r where r.id = receivable_id offset 0)';
const ofSeenOne = 'exists (select from casework.online_payment o where o.id = online_payment_id)';

/** Whoever owes something sees how they paid it; the platform's job offers, asks the provider and books. */
export const onlinePaymentWalls = {
  online_payment: {
    person: [mayRead(ofSeenReceivable)],
    staff: [mayRead(ofSeenReceivable)],
    onlinePayments: [
      mayRead(everyRow),
      mayAdd(everyRow),
      mayChange(['state', 'provider_id', 'page', 'ask_at', 'asks'], everyRow),
    ],
    operator: [mayRead(everyRow)],
  },
  online_capture: {
    person: [mayRead(ofSeenOne)],
    staff: [mayRead(ofSeenOne)],
    onlinePayments: [mayRead(everyRow), mayAdd(everyRow)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
