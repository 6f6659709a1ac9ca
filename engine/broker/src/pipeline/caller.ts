import type { Actor } from '../actor.ts';

/** On whose behalf a command runs. */
export interface Caller {
  /** The tenants that the caller may name, and whose things it sees; null while tenancy is off. */
  readonly tenantIds: ReadonlySet<string> | null;
  /** Types of the jobs that the caller may do, where it may do nothing else; absent: everything. */
  readonly jobTypes?: ReadonlySet<string> | null;
  /** Who it is; absent where nothing keeps it. */
  readonly actor?: Actor;
  /** What the caller calls this operation, for the records that result from it; null when it has no name for it. */
  readonly operationReference: string | null;
}

/** The engine itself sees everything. */
export const ENGINE_ITSELF: Caller = { tenantIds: null, operationReference: null };
