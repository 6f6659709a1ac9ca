import type { BucketRef, StartedByMessage } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import type { MessageKey } from '@irisflow/protocol';
import { insertRows, type RowValues } from '../row-statement.ts';

const insert = insertRows('message_start', {
  process_instance_key: 'bigint',
  definition_key: 'bigint',
  element_id: 'text',
  message_key: 'bigint',
  message_name: 'text',
  correlation_key: 'text',
  tenant_id: 'text',
  correlated_at: 'bigint',
});

/** Rows of `message_start` that one batch writes. */
export const createMessageStartRows = () => {
  const rows: RowValues[] = [];
  return {
    add: (key: MessageKey, started: StartedByMessage, { ref, at }: { readonly ref: BucketRef; readonly at: number }) =>
      void rows.push([
        started.processInstanceKey,
        started.definitionKey,
        started.elementId,
        key,
        ref.name,
        ref.correlationKey,
        ref.tenantId,
        at,
      ]),
    statements: (): Statement[] => (rows.length > 0 ? [insert(rows)] : []),
  };
};
