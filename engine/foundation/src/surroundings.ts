import type { Database } from '@irisflow/database';

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

/** What the use cases of every room may reach. */
export interface FoundationSurroundings {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
}
