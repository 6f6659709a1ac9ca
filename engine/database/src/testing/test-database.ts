import type { Database, DatabaseLocation } from '../database.ts';

export interface TestDatabase {
  readonly database: Database;
  /** Where it is, for a second opener (a restart, another process). */
  readonly location: DatabaseLocation;
  /** Closes the database and removes it. */
  drop(): Promise<void>;
}

/** What a store has been through before a test gets it. */
export interface Preparation {
  /** Of small letters and underscores; what has the same name is prepared the same way. */
  readonly name: string;
  readonly prepare: (database: Database) => Promise<unknown>;
}

/** How test databases of one kind are made; a template is what one of them became, by the name that `keep` gave it. */
export interface TestStores {
  open(template: string | null): Promise<TestDatabase>;
  findTemplate(name: string): Promise<string | null>;
  /** Closes the database; it is the template from now on, unless another test process was faster. */
  keep(store: TestDatabase, name: string): Promise<string>;
}
