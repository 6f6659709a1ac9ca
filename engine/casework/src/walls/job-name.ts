/** The platform's own work; what each may touch stands in the walls of the tables. */
export const jobNames = [
  /** The command line, seeding and tests: an operator's own hands. */
  'operator',
  'signIn',
  /** Sends what use cases left in the outbox, and starts processes. */
  'outbox',
  /** Keeps the tasks of the desk what the engine has. */
  'worklist',
  /** Takes in the bytes of files; which case they belong to is said by who sent them. */
  'uploads',
  'contentSweep',
  'health',
  /** Reads the audit of every administration, to verify, anchor and export it. */
  'auditProof',
] as const;

export type JobName = (typeof jobNames)[number];
