import type { Database } from '@irisflow/database';
import { applicationsRoom } from './applications/applications-room.ts';
import { auditRoom } from './audit/audit-room.ts';
import { openEngine, type EngineAddress } from './engine/open-engine.ts';
import type { Engine } from './engine/engine.ts';
import { identityRoom } from './identity/identity-room.ts';
import { createNationalNumberVault } from './identity/national-number-vault.ts';
import { proceduresRoom } from './procedures/procedures-room.ts';
import { createProcedureLibrary } from './procedures/procedure-library.ts';
import { runInBackground } from './background.ts';
import { caseStoreRoom } from './case-store/case-store-room.ts';
import { casesRoom } from './cases/cases-room.ts';
import { drainOutbox } from './outbox/drain-outbox.ts';
import { outboxRoom } from './outbox/outbox-room.ts';
import { createBell } from './bell.ts';
import type { PrefillSources } from './applications/prefill-sources.ts';
import type { Clock, Random, Surroundings } from './surroundings.ts';

export interface CaseworkOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly prefill: PrefillSources;
  readonly publicUrl: string;
  /** 32 random bytes that live outside the database; seals national numbers. */
  readonly personalDataKey: Uint8Array;
  /** Types of the connectors that run here; without them the lint does not look at job types. */
  readonly connectorTypes?: readonly string[];
}

/** Casework on an engine that is already open. */
export const openCaseworkOn = (engine: Engine, options: CaseworkOptions) => {
  const { database, clock, random, prefill, publicUrl } = options;
  const surroundings: Surroundings = {
    database,
    engine,
    clock,
    random,
    prefill,
    publicUrl,
    numbers: createNationalNumberVault(options.personalDataKey),
    library: createProcedureLibrary(),
    connectorTypes: options.connectorTypes ?? null,
    outboxBell: createBell(),
  };
  return {
    identity: identityRoom(surroundings),
    procedures: proceduresRoom(surroundings),
    applications: applicationsRoom(surroundings),
    cases: casesRoom(surroundings),
    caseStore: caseStoreRoom(surroundings),
    outbox: outboxRoom(surroundings),
    audit: auditRoom(surroundings),
    stop: async () => {
      await engine.close();
    },
  };
};

/** Every room of casework; each function takes an actor and one object. */
export type Casework = ReturnType<typeof openCaseworkOn>;

/**
 * Opens casework on a migrated database and an engine at an address, embedded or a cluster.
 * @example const casework = openCasework({ database, engine: { grpcAddress: '127.0.0.1:26500', restUrl }, ... })
 */
export const openCasework = (options: CaseworkOptions & { readonly engine: EngineAddress }): Casework =>
  openCaseworkOn(openEngine(options.engine), options);
