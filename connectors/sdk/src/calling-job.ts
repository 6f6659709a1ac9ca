/** The job in whose name something is asked of the platform. */
export type CallingJob = {
  /** The sealed handle of the case that the job's process may touch; it stays out of logs, results and messages. */
  readonly caseHandle: string;
  readonly jobKey: string;
  readonly connectorType: string;
};
