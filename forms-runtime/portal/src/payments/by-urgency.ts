import type { ReceivableSummary } from '@irisflow/client';

// The days of ISO come in their order.
const place = ({ state, dueOn, next }: ReceivableSummary): string =>
  `${state === 'overdue' ? 0 : 1} ${next?.dueOn ?? dueOn}`;

/** What is late first, then what is to be paid soonest. */
export const byUrgency = (a: ReceivableSummary, b: ReceivableSummary): number => place(a).localeCompare(place(b));
