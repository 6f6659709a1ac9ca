import type { DefinitionEvent, TreeEvent } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import { insertRows, type RowValues } from '../row-statement.ts';

type DecisionEvaluated =
  | Extract<TreeEvent, { kind: 'decisionEvaluated' }>
  | Extract<DefinitionEvent, { kind: 'decisionEvaluatedAlone' }>;

const insert = insertRows('decision_instance', {
  key: 'bigint',
  root_key: 'bigint',
  process_instance_key: 'bigint',
  element_key: 'bigint',
  tenant_id: 'text',
  decision_key: 'bigint',
  output: 'text',
  failure: 'text',
  trace: 'text',
  evaluated_at: 'bigint',
});

/** Rows of `decision_instance` that one batch writes. */
export const createDecisionInstanceRows = () => {
  const rows: RowValues[] = [];
  return {
    add: (event: DecisionEvaluated, place: { rootKey: string | null; tenantId: string; at: number }) => {
      rows.push([
        event.key,
        place.rootKey,
        event.kind === 'decisionEvaluated' ? event.processInstanceKey : null,
        event.kind === 'decisionEvaluated' ? event.elementKey : null,
        place.tenantId,
        event.decisionKey,
        event.output,
        event.failure?.message ?? null,
        JSON.stringify(event.trace),
        place.at,
      ]);
    },
    statements: (): Statement[] => (rows.length > 0 ? [insert(rows)] : []),
  };
};
