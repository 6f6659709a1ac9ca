import { Client } from 'pg';
import type { DatabaseLocation } from '../database.ts';
import { type Scope, scopeStatement } from '../scope.ts';

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface LoggedPlan {
  readonly 'Query Text': string;
  readonly Plan: PlanNode;
}

const planIn = (message: string | undefined): LoggedPlan[] => {
  const start = message?.indexOf('{') ?? -1;
  return message?.includes('plan:') === true && start >= 0 ? [JSON.parse(message.slice(start))] : [];
};

/**
 * Runs a statement within bounds and answers the plans that ran, those of the statements within functions too: `explain`
 * does not show them. Only on PostgreSQL, by a superuser.
 */
export const innerPlans = async (
  location: DatabaseLocation,
  { scope, text, values }: { scope: Scope; text: string; values: readonly unknown[] },
): Promise<LoggedPlan[]> => {
  if (location.kind !== 'postgres') throw new TypeError('Expected PostgreSQL, whose plans can be logged');
  const client = new Client({ connectionString: location.url });
  const found: LoggedPlan[] = [];
  client.on('notice', ({ message }) => found.push(...planIn(message)));
  await client.connect();
  try {
    await client.query(`load 'auto_explain';
      set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_format = json;
      set auto_explain.log_nested_statements = on; set client_min_messages = log; begin`);
    const bounds = scopeStatement(scope);
    await client.query(bounds.text, [...(bounds.values ?? [])]);
    found.length = 0;
    await client.query(text, [...values]);
    // Its own plan is told once its portal closes.
    await client.query('commit');
    return [...found];
  } finally {
    await client.end();
  }
};
