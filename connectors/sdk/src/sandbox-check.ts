import type { Connector } from './connector.ts';
import type { RunOutcome } from './execute-connector.ts';
import { runConnector, type RunOptions } from './run-connector.ts';

export type CheckedConnector = { readonly type: string; readonly isWorking: boolean; readonly outcome: RunOutcome };

/** Runs a connector once with its own example, to see that its source, settings and secrets work together. */
export const sandboxCheck = async (connector: Connector, options: RunOptions): Promise<CheckedConnector> => {
  const outcome = await runConnector(connector, connector.example, options);
  return { type: connector.type, isWorking: outcome.kind === 'output', outcome };
};
