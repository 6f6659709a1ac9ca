import type { Database } from '@irisflow/database';
import type { Actor } from './actor.ts';
import type { AnchorFile } from './audit/anchor-audit.ts';
import type { Bell } from './bell.ts';
import type { Engine } from './engine/engine.ts';
import type { CaseHandles } from './handle/case-handle.ts';
import type { NationalNumberVault } from './identity/national-number-vault.ts';
import type { PrefillSources } from './applications/prefill-sources.ts';
import type { ProcedureLibrary } from './procedures/procedure-library.ts';
import type { SealedBox } from './sealed-box.ts';
import type { JobName } from './walls/job-name.ts';
import { scopeOf, scopeOfJobFor } from './walls/scope-of.ts';

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export interface Random {
  /** 128 random bits, URL-safe. */
  id(): string;
  /** 256 random bits, URL-safe. */
  token(): string;
}

/** What every use case may reach. */
export interface Surroundings {
  /** Bound to whoever the use case acts for. */
  readonly database: Database;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly random: Random;
  readonly prefill: PrefillSources;
  readonly numbers: NationalNumberVault;
  /** Seals reasons and values that an audit entry names by hash alone. */
  readonly details: SealedBox;
  readonly handles: CaseHandles;
  readonly library: ProcedureLibrary;
  /** Types of the connectors that run here; null when that is not known. */
  readonly connectorTypes: readonly string[] | null;
  /** Those of them that consult an authentic source. */
  readonly sourceTypes: readonly string[];
  /** Private hosts, as `host` or `host:port`, that administrators may put on a list of allowed hosts. */
  readonly privateHosts: readonly string[];
  /** Rung when the outbox has a new message. */
  readonly outboxBell: Bell;
  /** Rung when the engine may have new user tasks. */
  readonly taskBell: Bell;
  /** Where the ends of the audit's chains are written down outside the store; null where they are not. */
  readonly anchors: AnchorFile | null;
  /** Where people find the platform, without trailing slash. */
  readonly publicUrl: string;
  readonly rolesFrom: RolesFrom;
}

/** Who says which roles people have: the provider's claims, this platform, or the claims when they name roles and else this platform. */
export type RolesFrom = 'auto' | 'provider' | 'here';

export type UseCase<Input, Output> = (surroundings: Surroundings, actor: Actor, input: Input) => Promise<Output>;

type Bound<Cases> = {
  readonly [Name in keyof Cases]: Cases[Name] extends UseCase<infer Input, infer Output>
    ? (actor: Actor, input: Input) => Promise<Output>
    : never;
};

/** The same surroundings in the hands of an actor: the store shows and takes what is theirs alone. */
export const actingAs = (surroundings: Surroundings, actor: Actor): Surroundings => ({
  ...surroundings,
  database: surroundings.database.as(scopeOf(actor)),
});

/** The same surroundings in the hands of a job that does one thing for an actor: the audit names who asked for it. */
export const actingFor = (surroundings: Surroundings, actor: Actor, name: JobName): Surroundings => ({
  ...surroundings,
  database: surroundings.database.as(scopeOfJobFor(actor, name)),
});

/** A room of the front door: use cases that know their surroundings, and reach the store as who calls them. */
export const room = <Cases extends Record<string, UseCase<never, unknown>>>(
  surroundings: Surroundings,
  cases: Cases,
): Bound<Cases> =>
  Object.fromEntries(
    Object.entries(cases).map(([name, useCase]) => [
      name,
      (actor: Actor, input: never) => useCase(actingAs(surroundings, actor), actor, input),
    ]),
  ) as Bound<Cases>;
