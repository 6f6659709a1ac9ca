import type { RunOutcome } from './execute-connector.ts';
import type { ConnectorLogEntry } from './run-context.ts';

/** One run in numbers: nothing of what it was about. */
export type ObservedRun = {
  readonly connectorType: string;
  readonly outcome: RunOutcome['kind'];
  /** The code of a BPMN error. */
  readonly code?: string;
  readonly durationMs: number;
};

export type Observer = (run: ObservedRun) => void;

type Observing = {
  readonly connector: { readonly type: string };
  readonly observe: Observer | undefined;
  readonly log: (entry: ConnectorLogEntry) => void;
};

/** Runs and tells how it ended; that nobody could be told changes nothing of the run. */
export const observeRun = async (
  { connector: { type }, observe, log }: Observing,
  run: () => Promise<RunOutcome>,
): Promise<RunOutcome> => {
  const begun = performance.now();
  const outcome = await run();
  const durationMs = performance.now() - begun;
  const code = outcome.kind === 'bpmnError' ? { code: outcome.code } : {};
  try {
    observe?.({ connectorType: type, outcome: outcome.kind, ...code, durationMs });
  } catch {
    log({ level: 'warn', message: `Expected the observer of ${type} to take a run, but it failed.` });
  }
  return outcome;
};
