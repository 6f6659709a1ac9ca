/**
 * Why a database call failed.
 * `UNAVAILABLE`: try again; the outcome may be unknown (connection lost, deadline passed) or nothing was done because others
 * were at work on the same (a deadlock); `FULL`: no disk space;
 * `CONFLICT`: unique violation; `LOCKED`: someone else holds the data folder; `OLDER_CODE`: the schema is newer than this program;
 * `UNWRITABLE`: the folder cannot be written; `UNLOCKABLE`: its filesystem cannot hold a lock; `STATEMENT`: the store refused the statement.
 */
export type DatabaseFaultCode =
  | 'UNAVAILABLE'
  | 'FULL'
  | 'CONFLICT'
  | 'LOCKED'
  | 'OLDER_CODE'
  | 'UNWRITABLE'
  | 'UNLOCKABLE'
  | 'STATEMENT';

/** The one error type that leaves this package; `sqlState` is PostgreSQL's five-character code where there is one. */
export class DatabaseFault extends Error {
  readonly code: DatabaseFaultCode;
  readonly sqlState: string | null;

  constructor(code: DatabaseFaultCode, message: string, options: { cause?: unknown; sqlState?: string | null } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DatabaseFault';
    this.code = code;
    this.sqlState = options.sqlState ?? null;
  }
}

/** A standby, or a server that its operator closed for writing: it may take them again, or another one does. */
const READ_ONLY = '25006';

/** Two that wait for each other: the store ends one of them. Or a statement that took longer than any may. */
const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const CANCELED = '57014';
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set([READ_ONLY, DEADLOCK, SERIALIZATION, CANCELED]);

/** SQLSTATE classes: 08 connection, 57P operator intervention, 53 resources, 23 integrity. */
const codeOf = (sqlState: string | null): DatabaseFaultCode => {
  if (sqlState === null || sqlState.startsWith('08') || sqlState.startsWith('57P')) return 'UNAVAILABLE';
  if (WORTH_ANOTHER_TRY.has(sqlState)) return 'UNAVAILABLE';
  if (sqlState === '53100') return 'FULL';
  if (sqlState.startsWith('53')) return 'UNAVAILABLE';
  if (sqlState === '23505') return 'CONFLICT';
  return 'STATEMENT';
};

/** Turns whatever a driver threw into a {@link DatabaseFault}. */
export const toDatabaseFault = (thrown: unknown): DatabaseFault => {
  if (thrown instanceof DatabaseFault) return thrown;
  const code: unknown = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null;
  const sqlState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new DatabaseFault(codeOf(sqlState), message, { cause: thrown, sqlState });
};
