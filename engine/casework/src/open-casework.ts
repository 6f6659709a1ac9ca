import type { Database } from '@irisflow/database';
import { auditRoom } from './audit/audit-room.ts';
import { openEngine, type EngineAddress } from './engine/open-engine.ts';
import type { Engine } from './engine/engine.ts';
import { identityRoom } from './identity/identity-room.ts';
import { createNationalNumberVault } from './identity/national-number-vault.ts';
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
  };
  return {
    identity: identityRoom(surroundings),
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
