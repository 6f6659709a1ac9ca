import type { Statement } from '@irisflow/database';
import type { MessageKey, SubscriptionKey } from '@irisflow/protocol';
import { insertRows, type RowValues } from '../row-statement.ts';

const insert = insertRows('correlated_message', {
  subscription_key: 'bigint',
  message_key: 'bigint',
  correlated_at: 'bigint',
});

/** Rows of `correlated_message` that one batch writes. */
export const createCorrelatedMessageRows = () => {
  const rows: RowValues[] = [];
  return {
    add: (subscriptionKey: SubscriptionKey, messageKey: MessageKey, at: number) =>
      void rows.push([subscriptionKey, messageKey, at]),
    statements: (): Statement[] => (rows.length > 0 ? [insert(rows)] : []),
  };
};
