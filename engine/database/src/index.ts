export type { Database, DatabaseKind, DatabaseLocation, Queryable, Row, Statement } from './database.ts';
export { DatabaseFault, toDatabaseFault } from './database-fault.ts';
export { dumpSchema } from './dump-schema.ts';
export { type ColumnType, kyselyOf, type RawBuilder, type Selectable, sql } from './kysely-of.ts';
export { migrate, type MigrationFile, readMigrations } from './migrate.ts';
export { openDatabase } from './open-database.ts';
export { keepPrivate, makePrivateFolder } from './private-files.ts';
export type { Scope } from './scope.ts';
export { shareNamedLock, takeNamedLock } from './take-named-lock.ts';
