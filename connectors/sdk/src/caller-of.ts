import type { CallingJob } from './calling-job.ts';
import { CASE_HANDLE } from './case-handle.ts';
import { incident } from './failures.ts';
import type { RunParts } from './run-surroundings.ts';

/** One run with the case for which it runs. */
export type Caller = RunParts & { readonly caseHandle: string | undefined };

/** How the platform is told who asks; nobody asks without a case. */
export const callerOf = ({ connector, job, caseHandle }: Caller): CallingJob | undefined =>
  caseHandle === undefined ? undefined : { caseHandle, jobKey: job.key, connectorType: connector.type };

/** The same; raises an incident without a case. */
export const requireCaller = (run: Caller): CallingJob => {
  const caller = callerOf(run);
  if (caller !== undefined) return caller;
  throw incident(
    `Expected the variable "${CASE_HANDLE}" before ${run.connector.type} reaches a host, but it is missing.`,
  );
};
